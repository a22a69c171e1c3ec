using System.Buffers;
using Connector.Mail.Reading;
using Connector.Mail.Reading.Charsets;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail;

public sealed partial class MailPart
{
    /// <summary>The content without its transfer encoding. Line ends of unencoded content are LF, whatever way the mail came.</summary>
    public ReadOnlyMemory<byte> Decode()
    {
        if (IsVerbatim) return EncodedBody;
        var to = new ArrayBufferWriter<byte>(Math.Max(EncodedBody.Length, 16));
        DecodeTo(to);
        return to.WrittenMemory;
    }

    /// <summary>The content as characters, line ends LF, in the charset that the bytes are really in.</summary>
    public string DecodeText()
    {
        if (IsVerbatim) return TextOf(EncodedBody.Span);
        using var content = Decoded();
        return TextOf(content.Written);
    }

    /// <summary>The first characters of a content that may be endless; what was cut off is nowhere decoded.</summary>
    internal string BeginningOfText(int mostBytes, out bool cut)
    {
        if (IsVerbatim)
        {
            cut = EncodedBody.Length > mostBytes;
            return TextOf(DecodedStart.Of(EncodedBody.Span, mostBytes));
        }
        using var content = Decoded(mostBytes);
        cut = content.Written.Length > mostBytes;
        return TextOf(DecodedStart.Of(content.Written, mostBytes));
    }

    internal string BeginningOfText(int mostBytes) => BeginningOfText(mostBytes, out _);

    /// <summary>The decoded content for a moment, to be disposed of: all of it, or so many bytes and somewhat more.</summary>
    internal PooledWriter Decoded(int mostBytes = int.MaxValue)
    {
        var encoded = mostBytes == int.MaxValue ? EncodedBody : EncodedStart.Of(EncodedBody, Encoding, mostBytes);
        var content = new PooledWriter(encoded.Length);
        Decode(encoded.Span, content);
        return content;
    }

    /// <summary>Text and messages have lines, whatever their label says; other content that was sent raw must not be touched.</summary>
    private bool HasLines => IsText || ContentType.StartsWith("message/", StringComparison.Ordinal);

    /// <summary>Handed out as it stands, without a copy.</summary>
    private bool IsVerbatim => Encoding switch
    {
        TransferEncoding.Binary => !HasLines || !EncodedBody.Span.Contains((byte)'\r'),
        TransferEncoding.SevenBit => !EncodedBody.Span.Contains((byte)'\r') || !HasLines && EncodedBody.Span.Contains((byte)0),
        _ => false,
    };

    internal void DecodeTo(IBufferWriter<byte> to) => Decode(EncodedBody.Span, to);

    private void Decode(ReadOnlySpan<byte> encoded, IBufferWriter<byte> to) => TransferEncodings.Decode(encoded, IsVerbatim ? TransferEncoding.Binary : Encoding == TransferEncoding.Binary ? TransferEncoding.SevenBit : Encoding, to, Log);

    internal string TextOf(ReadOnlySpan<byte> content)
    {
        var text = TextDecoding.Decode(content, Parameters.GetValueOrDefault("charset"), Log);
        if (text.Contains('\r')) text = text.Replace("\r\r\n", "\n", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (text.Contains('\u0085')) text = text.Replace('\u0085', '\n');
        if (!text.Contains('\0')) return text;
        Log.Add(Warning.NulBytes, ContentType);
        return text.Replace("\0", "", StringComparison.Ordinal);
    }
}
