using System.Text;
using Connector.Mail.Reading.Charsets;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Bodies;

/// <summary>Tells an encoded file inside text from a sentence that begins with "begin".</summary>
internal static class EmbeddedBlock
{
    /// <summary>Bytes of the block that starts here, its end line included; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<byte> text, out string name, out TransferEncoding encoding)
    {
        (name, encoding) = ("", TransferEncoding.UuEncode);
        if (text.StartsWith("begin "u8)) return Uu(text, out name);
        encoding = TransferEncoding.YEnc;
        return text.StartsWith("=ybegin "u8) ? YEnc(text, out name) : 0;
    }

    private static int Uu(ReadOnlySpan<byte> text, out string name)
    {
        name = "";
        var rest = text;
        var first = Lines.Next(ref rest)["begin "u8.Length..];
        var mode = first.IndexOfAnyExceptInRange((byte)'0', (byte)'7');
        if (mode is not (3 or 4) || first[mode] != ' ') return 0;
        var lines = 0;
        while (!rest.IsEmpty)
        {
            var before = rest;
            var line = Lines.Next(ref rest);
            if (line.SequenceEqual("end"u8)) break;
            if (!UuBody.IsDataLine(line))
            {
                // Truncated: what follows is text again.
                rest = before;
                break;
            }
            lines++;
        }
        if (lines == 0) return 0;
        name = Name(first[(mode + 1)..]);
        return text.Length - rest.Length;
    }

    private static int YEnc(ReadOnlySpan<byte> text, out string name)
    {
        name = "";
        var rest = text;
        var first = Lines.Next(ref rest);
        var at = first.IndexOf("name="u8);
        if (at < 0) return 0;
        name = Name(first[(at + 5)..]);
        while (!rest.IsEmpty)
            if (Lines.Next(ref rest).StartsWith("=yend"u8)) break;
        return text.Length - rest.Length;
    }

    private static string Name(ReadOnlySpan<byte> bytes) => Utf8Text.Decode(bytes).Trim().Trim('"');
}
