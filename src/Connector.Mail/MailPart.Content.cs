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
        if (Encoding == TransferEncoding.Binary || Encoding == TransferEncoding.SevenBit && PlainBody.StaysAsIs(EncodedBody.Span)) return EncodedBody;
        var to = new ArrayBufferWriter<byte>(Math.Max(EncodedBody.Length, 16));
        DecodeTo(to);
        return to.WrittenMemory;
    }

    /// <summary>The content as characters, line ends LF, in the charset that the bytes are really in.</summary>
    public string DecodeText() => TextOf(Decode().Span);

    internal void DecodeTo(IBufferWriter<byte> to) => TransferEncodings.Decode(EncodedBody.Span, Encoding, to, Log);

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
