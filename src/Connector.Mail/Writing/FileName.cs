using System.Text;

namespace Connector.Mail.Writing;

/// <summary>A file name without its path and control characters.</summary>
internal static class FileName
{
    private const int Longest = 255;

    public static string Clean(string name)
    {
        var last = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1).ToString();
        var clean = PlainWords.Clean(last);
        return clean.Length <= Longest ? clean : Shorten(clean);
    }

    /// <summary>Only ASCII, for readers that know nothing else.</summary>
    public static string Fallback(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            text.Append(rune.IsAscii && rune.Value is not ('"' or '\\' or '%' or '?') ? (char)rune.Value : '_');
        var fallback = text.ToString();
        return fallback.Length <= 60 ? fallback : Cut(fallback, 60);
    }

    private static string Shorten(string name) => PlainWords.Clean(Cut(name, Longest));

    /// <summary>The ending stays: it says what the file is.</summary>
    private static string Cut(string name, int length)
    {
        var extension = Path.GetExtension(name) is { Length: > 1 and <= 12 } found ? found : "";
        return string.Concat(name.AsSpan(0, length - extension.Length), extension);
    }
}
