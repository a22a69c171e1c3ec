using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Runtime.Settings.Loading;

/// <summary>Reads a settings file: JSON, comments and trailing commas allowed. What is wrong becomes a fault with its place.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    public static JsonObject? Read(string path, List<SettingFault> faults)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path, faults);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new("--settings", "the file does not exist", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            faults.Add(new("--settings", $"the file cannot be read: {e.Message}", path));
        }
        return null;
    }

    public static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json, SettingsTree.AnyCase, Lenient)!;

    private static JsonObject? Parse(byte[] bytes, string path, List<SettingFault> faults)
    {
        var text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        try
        {
            if (JsonNode.Parse(text, SettingsTree.AnyCase, Lenient) is JsonObject settings)
            {
                Touch(settings);
                return settings;
            }
            faults.Add(new("--settings", "must be one JSON object", path));
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}, column {e.BytePositionInLine + 1}" : "";
            faults.Add(new("--settings", $"is not valid JSON{place}: {Plain(e.Message)}", path));
        }
        catch (ArgumentException)
        {
            faults.Add(new("--settings", "has the same key twice, in different case", path));
        }
        return null;
    }

    /// <summary>Nodes are made when first looked at, and only then complain of doubled keys.</summary>
    private static void Touch(JsonNode? node)
    {
        if (node is JsonObject section)
            foreach (var (_, value) in section) Touch(value);
        else if (node is JsonArray list)
            foreach (var value in list) Touch(value);
    }

    private static string Plain(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
