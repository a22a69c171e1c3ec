using System.Text.RegularExpressions;

namespace Connector.Host.Api.Problems;

/// <summary>Says which parameter of a path or query could not be read, and as what.</summary>
internal static partial class QueryFault
{
    public static string Words(BadHttpRequestException fault) => Binding().Match(fault.Message) is { Success: true } m
        ? $"{m.Groups["name"].Value}: '{m.Groups["value"].Value}' is no {TypeOf(m.Groups["type"].Value)}"
        : fault.Message;

    private static string TypeOf(string type) => type.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '?') switch
    {
        "int" or "long" => "whole number",
        "bool" => "true or false",
        var other => other,
    };

    [GeneratedRegex("""^Failed to bind parameter "(?<type>[^"]+) (?<name>[^" ]+)" from "(?<value>[^"]*)"\.$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Binding();
}
