using System.Buffers;

namespace Connector.Mail.Classifying;

/// <summary>Finds addresses in text, by their at-signs, so that a line is read once however long it is.</summary>
internal static class EmailAddresses
{
    private const int MaxLine = 2000;

    private const int MaxLocal = 80;

    private static readonly SearchValues<char> NoPart = SearchValues.Create(" \t<>,;");

    public static string? First(string text) => In(text).Select(found => found.Address).FirstOrDefault();

    /// <summary>The address of a field that holds nothing else: whatever stands there, a host without a domain or a literal too.</summary>
    public static string? Only(string field)
    {
        if (First(field) is { } usual) return usual;
        var address = field.AsSpan().Trim().TrimStart("<'").TrimEnd(">'");
        return address.IndexOf('@') is > 0 and var at && at < address.Length - 1 && address.Length <= MaxLine && !address.ContainsAny(NoPart) ? address.ToString() : null;
    }

    /// <summary>The addresses of a line with the place where each begins.</summary>
    public static IReadOnlyList<(string Address, int Start)> In(string line)
    {
        var text = line.AsSpan(0, Math.Min(line.Length, MaxLine));
        var found = new List<(string, int)>();
        for (var at = text.IndexOf('@'); at >= 0; at = NextSign(text, at))
        {
            var start = LocalStart(text, at);
            var end = DomainEnd(text, at);
            if (start < at && IsDomain(text[(at + 1)..end])) found.Add((text[start..end].ToString(), start));
        }
        return found;
    }

    private static int NextSign(ReadOnlySpan<char> text, int at) =>
        text[(at + 1)..].IndexOf('@') is >= 0 and var next ? at + 1 + next : -1;

    private static int LocalStart(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1])) start--;
        foreach (var label in (ReadOnlySpan<string>)["SMTP=", "RFC822=", "mailto="])
            if (text[start..at].StartsWith(label, StringComparison.OrdinalIgnoreCase)) start += label.Length;
        while (start < at && text[start] is '\'' or '.' or '-' or '=' or '/' or '*' or '&') start++;
        return start;
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        while (end > at + 1 && text[end - 1] is '.' or '-') end--;
        return end;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.Length is > 2 and <= 253 && domain[0] != '.' && domain.LastIndexOf('.') is > 0 and var dot && char.IsLetterOrDigit(domain[dot + 1]) && domain.IndexOf("..", StringComparison.Ordinal) < 0;

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || "._%+'=#&/!$*?^{|}~-".Contains(c, StringComparison.Ordinal);
}
