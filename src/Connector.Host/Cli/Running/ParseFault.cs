using System.Text.RegularExpressions;

namespace Connector.Host.Cli.Running;

/// <summary>The parser's own words in one line: what was written, where, and what is allowed there.</summary>
internal static partial class ParseFault
{
    public static string Words(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Value().Match(lines[0]) is not { Success: true } wrong) return string.Join(' ', lines);
        var allowed = lines.Length > 1 ? $"must be one of {string.Join(", ", lines[1..])}" : $"must be {Kind(wrong.Groups["type"].Value)}";
        return $"{wrong.Groups["name"].Value}: '{wrong.Groups["value"].Value}' is not allowed; it {allowed}.";
    }

    private static string Kind(string type) => type is "System.Int32" or "System.Int64" ? "a whole number" : $"a {type[(type.LastIndexOf('.') + 1)..]}";

    [GeneratedRegex("^Cannot parse argument '(?<value>[^']*)' for (option|command) '(?<name>[^']*)' as expected type '(?<type>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
