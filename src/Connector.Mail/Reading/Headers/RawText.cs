using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Connector.Mail.Reading.Charsets;

namespace Connector.Mail.Reading.Headers;

/// <summary>Header bytes to characters: folds undone; raw 8-bit bytes are UTF-8 if valid, else in the mail's declared charset, else unlabelled text.</summary>
internal sealed class RawText(ReadOnlyMemory<byte> mail, WarningLog log)
{
    // ISO-2022-JP as it stands: seven bits, and not encoded.
    private const byte Escape = 0x1B;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private string? declared;

    public string Value(ReadOnlySpan<byte> raw, bool folded)
    {
        raw = Trim(raw);
        if (!folded && raw.IndexOfAny(LineEnds) < 0) return Characters(raw);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            return Characters(buffer.AsSpan(0, Unfold(raw, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A line break with the blanks around it becomes one space.</summary>
    private static int Unfold(ReadOnlySpan<byte> raw, Span<byte> into)
    {
        var written = 0;
        while (true)
        {
            var end = raw.IndexOfAny(LineEnds);
            var line = end < 0 ? raw : raw[..end];
            line.CopyTo(into[written..]);
            written += line.Length;
            if (end < 0) return written;
            raw = raw[end..].TrimStart(" \t\r\n"u8);
            while (written > 0 && into[written - 1] is (byte)' ' or (byte)'\t') written--;
            into[written++] = (byte)' ';
        }
    }

    private string Characters(ReadOnlySpan<byte> value)
    {
        var text = !Ascii.IsValid(value) ? EightBit(value) : value.Contains(Escape) ? TextDecoding.Decode(value, null, log) : Encoding.ASCII.GetString(value);
        if (!text.Contains('\0')) return text;
        log.Add(Warning.NulBytes, "header");
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    private string EightBit(ReadOnlySpan<byte> value)
    {
        log.Add(Warning.HeaderRaw);
        if (Utf8.IsValid(value)) return Encoding.UTF8.GetString(value);
        declared ??= DeclaredCharset.Find(mail.Span);
        return TextDecoding.Decode(value, declared.Length == 0 ? null : declared, log);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> raw) => raw.Trim(" \t\r\n"u8);
}
