using System.Text.Json.Nodes;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>The plugins' source folders.</summary>
internal static class PluginSources
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IEnumerable<string> Ids => Directory.EnumerateDirectories(Root)
        .Where(folder => File.Exists(Path.Combine(folder, "plugin.json")))
        .Select(folder => Path.GetFileName(folder));

    public static string Text(string id, string file) => File.ReadAllText(Path.Combine(Root, id, file));

    public static JsonObject Json(string id, string file) => JsonNode.Parse(Text(id, file))!.AsObject();

    /// <summary>Rows of every table in a text whose first cell is code, by that code.</summary>
    public static Dictionary<string, string[]> Rows(string markdown) =>
        markdown.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0].Trim('`'), cells => cells);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Connector.sln")) ? Path.Combine(folder, "plugins") : FindRoot(Path.GetDirectoryName(folder)!);
}
