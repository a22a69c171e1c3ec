using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>Names of transfer encodings as they are really written, and what takes them off.</summary>
internal static class TransferEncodings
{
    /// <summary>The meaning of a Content-Transfer-Encoding value; null when it has none.</summary>
    public static TransferEncoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return TransferEncoding.SevenBit;
        var end = name.AsSpan().IndexOfAny(";,(");
        var word = (end < 0 ? name : name[..end]).Trim().Trim('"', '\'', '<', '>', '.').ToLowerInvariant();
        return word switch
        {
            "7bit" or "8bit" or "7-bit" or "8-bit" or "7bits" or "8bits" or "7 bit" or "8 bit" or "none" or "ascii" or "us-ascii" or "" => TransferEncoding.SevenBit,
            "binary" => TransferEncoding.Binary,
            "base64" or "base-64" or "b64" or "base 64" or "b" => TransferEncoding.Base64,
            "quoted-printable" or "quoted printable" or "quotedprintable" or "quoted_printable" or "quoted/printable" or "qp" or "q" or "quote-printable" => TransferEncoding.QuotedPrintable,
            "x-uuencode" or "uuencode" or "uue" or "x-uue" or "x-uu" => TransferEncoding.UuEncode,
            "x-yenc" or "yenc" => TransferEncoding.YEnc,
            _ => null,
        };
    }

    /// <summary>The body without its encoding, written piece by piece.</summary>
    public static void Decode(ReadOnlySpan<byte> body, TransferEncoding encoding, IBufferWriter<byte> to, WarningLog log)
    {
        switch (encoding)
        {
            case TransferEncoding.Base64:
                Base64Body.Decode(body, to, log);
                break;
            case TransferEncoding.QuotedPrintable:
                QuotedPrintable.Decode(body, to, log);
                break;
            case TransferEncoding.UuEncode:
                UuBody.Decode(body, to);
                break;
            case TransferEncoding.YEnc:
                YEncBody.Decode(body, to);
                break;
            case TransferEncoding.Binary:
                to.Write(body);
                break;
            default:
                PlainBody.Decode(body, to);
                break;
        }
    }
}
