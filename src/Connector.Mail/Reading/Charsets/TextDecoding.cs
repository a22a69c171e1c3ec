using System.Text;
using System.Text.Unicode;

namespace Connector.Mail.Reading.Charsets;

/// <summary>Bytes and a label to text, the label believed only as far as the bytes agree.</summary>
internal static class TextDecoding
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, WarningLog log)
    {
        var charset = CharsetNames.Find(label);
        if (charset is null) log.Add(Warning.CharsetUnknown, label);
        charset ??= CharsetNames.Unlabelled;
        if (charset.Kind != CharsetKind.Stateful && Ascii.IsValid(bytes) && !bytes.Contains((byte)0)) return Plain(bytes, charset, log);
        var text = Marked(bytes, charset, log) ?? Unmarked(bytes, charset, log);
        return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
    }

    /// <summary>ASCII, unless it has the escapes of ISO-2022-JP in it, which is sent without a label now and then.</summary>
    private static string Plain(ReadOnlySpan<byte> bytes, Charset charset, WarningLog log)
    {
        if (!bytes.Contains((byte)0x1B) || bytes.IndexOf("\u001b$B"u8) < 0 && bytes.IndexOf("\u001b$@"u8) < 0) return Encoding.ASCII.GetString(bytes);
        log.Add(Warning.CharsetWrong, $"{charset.Name} is iso-2022-jp");
        return Iso2022Jp.Decode(bytes);
    }

    /// <summary>A byte order mark outranks the label.</summary>
    private static string? Marked(ReadOnlySpan<byte> bytes, Charset charset, WarningLog log)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            if (charset.Kind != CharsetKind.Utf8) log.Add(Warning.CharsetWrong, $"{charset.Name} is utf-8");
            return Utf8Text.Decode(bytes[3..]);
        }
        if (charset.Kind == CharsetKind.Stateful || bytes.Length % 2 != 0) return null;
        var marked = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!(marked && bytes.Contains((byte)0)) && !WideText.LooksUtf16(bytes)) return null;
        log.Add(Warning.CharsetWrong, $"{charset.Name} is utf-16");
        return WideText.Utf16(bytes);
    }

    private static string Unmarked(ReadOnlySpan<byte> bytes, Charset charset, WarningLog log)
    {
        switch (charset.Kind)
        {
            case CharsetKind.Unlabelled:
                return Unlabelled(bytes, log);
            case CharsetKind.Utf8:
                if (!Utf8.IsValid(bytes)) log.Add(Warning.CharsetWrong, "utf-8 has other bytes");
                return Utf8Text.Decode(bytes);
            case CharsetKind.Single when Utf8.IsValid(bytes):
            case CharsetKind.Double when Utf8.IsValid(bytes) && OnlyUtf8(bytes, charset):
                log.Add(Warning.CharsetWrong, $"{charset.Name} is utf-8");
                return Encoding.UTF8.GetString(bytes);
            default:
                return charset.Decode(bytes);
        }
    }

    private static string Unlabelled(ReadOnlySpan<byte> bytes, WarningLog log)
    {
        var charset = Utf8.IsValid(bytes) ? CharsetNames.Utf8 : LegacyGuess.Of(bytes) ?? CharsetNames.Western;
        log.Add(Warning.CharsetWrong, charset == CharsetNames.Utf8 ? "no charset, is utf-8" : $"no charset, read as {charset.Name}");
        return charset.Decode(bytes);
    }

    /// <summary>Double bytes can be valid UTF-8 by chance: sure only if they are broken by their own rules, or there are many.</summary>
    private static bool OnlyUtf8(ReadOnlySpan<byte> bytes, Charset charset)
    {
        var upper = 0;
        foreach (var b in bytes)
            if (b >= 0x80 && ++upper >= 18) return true;
        return charset.Decode(bytes).Contains('\uFFFD', StringComparison.Ordinal);
    }
}
