using System.Text.Json;

namespace Connector.Host.Api.Problems;

/// <summary>Says what is wrong with a JSON body without repeating what it held.</summary>
internal static class JsonFault
{
    public static string Words(JsonException fault)
    {
        var place = fault.Path is { Length: > 1 } path ? $"{path.TrimStart('$', '.')}: " : "";
        var line = fault.LineNumber is { } at ? $" (line {at + 1}, position {fault.BytePositionInLine + 1})" : "";
        return fault.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? $"{place}is no field of this request{line}"
            : $"{place}is not the JSON that is wanted here{line}";
    }
}
