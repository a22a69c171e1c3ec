using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>Labels as they are really written, to the charset that is really meant.</summary>
internal static class CharsetNames
{
    public static readonly Charset Unlabelled = new("unlabelled", CharsetKind.Unlabelled, Utf8Text.Decode);
    public static readonly Charset Utf8 = new("utf-8", CharsetKind.Utf8, Utf8Text.Decode);
    public static readonly Charset Western = OfCodePage("windows-1252", 1252, CharsetKind.Single);

    private static readonly Charset Japanese = new("shift_jis", CharsetKind.Double, ShiftJis.Decode);

    private static readonly FrozenDictionary<string, Charset> Special = new Dictionary<string, Charset>(StringComparer.Ordinal)
    {
        ["utf8"] = Utf8, ["utf8mb4"] = Utf8, ["utf8sig"] = Utf8, ["unicode11utf8"] = Utf8, ["65001"] = Utf8, ["cp65001"] = Utf8,
        ["utf7"] = new("utf-7", CharsetKind.Stateful, Utf7.Decode), ["unicode11utf7"] = new("utf-7", CharsetKind.Stateful, Utf7.Decode),
        ["utf16"] = Wide("utf-16", WideText.Utf16), ["utf16le"] = Wide("utf-16le", WideText.Utf16Little), ["utf16be"] = Wide("utf-16be", WideText.Utf16Big),
        ["ucs2"] = Wide("utf-16", WideText.Utf16), ["unicode"] = Wide("utf-16", WideText.Utf16), ["iso10646ucs2"] = Wide("utf-16", WideText.Utf16),
        ["unicodefffe"] = Wide("utf-16be", WideText.Utf16Big),
        ["utf32"] = Wide("utf-32", WideText.Utf32), ["utf32le"] = Wide("utf-32", WideText.Utf32), ["utf32be"] = Wide("utf-32", WideText.Utf32), ["ucs4"] = Wide("utf-32", WideText.Utf32),
        ["iso2022jp"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["iso2022jp1"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["iso2022jp2"] = Wide("iso-2022-jp", Iso2022Jp.Decode),
        ["iso2022jp3"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["iso2022jp2004"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["iso2022jpms"] = Wide("iso-2022-jp", Iso2022Jp.Decode),
        ["csiso2022jp"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["cp50220"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["cp50221"] = Wide("iso-2022-jp", Iso2022Jp.Decode),
        ["jis"] = Wide("iso-2022-jp", Iso2022Jp.Decode), ["iso2022"] = Wide("iso-2022-jp", Iso2022Jp.Decode),
        ["iso2022kr"] = Wide("iso-2022-kr", ShiftedPairs.Korean), ["csiso2022kr"] = Wide("iso-2022-kr", ShiftedPairs.Korean),
        ["iso2022cn"] = Wide("iso-2022-cn", ShiftedPairs.Chinese), ["iso2022cnext"] = Wide("iso-2022-cn", ShiftedPairs.Chinese),
        ["hzgb2312"] = Wide("hz-gb-2312", ShiftedPairs.Hz), ["hz"] = Wide("hz-gb-2312", ShiftedPairs.Hz), ["hzgb"] = Wide("hz-gb-2312", ShiftedPairs.Hz),
        ["iso885910"] = SmallTables.Nordic, ["latin6"] = SmallTables.Nordic, ["iso885914"] = SmallTables.Celtic, ["latin8"] = SmallTables.Celtic,
        ["iso885916"] = SmallTables.Romanian, ["latin10"] = SmallTables.Romanian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Charset?> Found = new(StringComparer.Ordinal);

    /// <summary>Null when the label names no charset at all.</summary>
    public static Charset? Find(string? label)
    {
        if (string.IsNullOrWhiteSpace(label)) return Unlabelled;
        if (label.Length > 60) return null;
        if (Found.TryGetValue(label, out var known)) return known;
        var charset = Search(Fold(label));
        if (Found.Count < 500) Found.TryAdd(label, charset);
        return charset;
    }

    private static Charset? Search(string name)
    {
        if (CharsetAliases.SayNothing.Contains(name)) return Unlabelled;
        if (Special.TryGetValue(name, out var special)) return special;
        if (CharsetAliases.CodePages.TryGetValue(name, out var page)) return OfCodePage(page);
        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz");
        var word = name.AsSpan(0, name.Length - digits.Length);
        if (word is "windows" or "win" or "cp" or "ibm" or "ms" or "codepage" or "xcp" or "dos" or "" && int.TryParse(digits, NumberStyles.None, null, out page)) return OfCodePage(page);
        return name.EndsWith("utf8", StringComparison.Ordinal) || name.StartsWith("utf8", StringComparison.Ordinal) ? Utf8 : null;
    }

    /// <summary>Lower case letters and digits only: <c>"ISO_8859-1:1987"</c>, <c>iso8859-1</c> and <c>'ISO-8859-1'</c> are one name.</summary>
    private static string Fold(string label)
    {
        var end = label.IndexOf(':', StringComparison.Ordinal);
        var name = end > 0 ? label.AsSpan(0, end) : label;
        Span<char> folded = stackalloc char[name.Length];
        var length = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c)) folded[length++] = char.ToLowerInvariant(c);
        var word = folded[..length];
        return (word.Length > 7 && word.StartsWith("charset") ? word[7..] : word).ToString();
    }

    private static Charset? OfCodePage(int page)
    {
        var meant = CharsetAliases.Superset(page);
        if (meant == 932) return Japanese;
        if (meant is 65001 or 20127) return meant == 65001 ? Utf8 : Unlabelled;
        try
        {
            return OfCodePage($"cp{meant}", meant, CharsetAliases.DoubleByte.Contains(meant) ? CharsetKind.Double : CharsetKind.Single);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Charset OfCodePage(string name, int page, CharsetKind kind)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
            ?? Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        return new Charset(name, kind, encoding.GetString);
    }

    private static Charset Wide(string name, CharsetDecoder decode) => new(name, CharsetKind.Stateful, decode);
}
