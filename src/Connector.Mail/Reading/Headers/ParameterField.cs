using System.Globalization;

namespace Connector.Mail.Reading.Headers;

/// <summary>A value and its parameters, as in Content-Type and Content-Disposition: RFC 2231 in pieces and in any order, RFC 2047 where it must not be, quotes forgotten.</summary>
internal static class ParameterField
{
    private const int Most = 200;
    private const int Longest = 16_384;

    /// <summary>The value before the parameters, lower case.</summary>
    public static string Read(string? field, Dictionary<string, string> parameters, WarningLog log)
    {
        if (string.IsNullOrEmpty(field)) return "";
        if (field.Length > Longest) log.Add(Warning.LimitReached, "parameters");
        var rest = field.AsSpan(0, Math.Min(field.Length, Longest)).TrimStart("; ");
        var end = rest.IndexOfAny(";, \t");
        var value = (end < 0 ? rest : rest[..end]).Trim("\"'<>").ToString().ToLowerInvariant();
        if (end < 0) return value;
        var pieces = new ParameterPieces(log);
        rest = rest[end..];
        for (var count = 0; count < Most && ParameterScanner.Next(ref rest, out var name, out var text, out var quoted); count++)
            pieces.Add(name, text, quoted);
        pieces.Join(parameters);
        return value;
    }

    internal static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
