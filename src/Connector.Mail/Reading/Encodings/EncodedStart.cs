namespace Connector.Mail.Reading.Encodings;

/// <summary>As much of an encoded body as gives so many decoded bytes, cut where it tears no line, or at least no escape.</summary>
internal static class EncodedStart
{
    private const int Slack = 4096;

    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> body, TransferEncoding encoding, int decoded)
    {
        var needed = (long)decoded * Widest(encoding) + Slack;
        if (body.Length <= needed) return body;
        var start = body[..(int)needed];
        var feed = start.Span.LastIndexOf((byte)'\n');
        return feed > start.Length / 2 ? start[..(feed + 1)] : start[..OnOneLine(start.Span, encoding)];
    }

    private static int Widest(TransferEncoding encoding) => encoding switch
    {
        TransferEncoding.QuotedPrintable => 3,
        TransferEncoding.Base64 or TransferEncoding.UuEncode or TransferEncoding.YEnc => 2,
        _ => 1,
    };

    private static int OnOneLine(ReadOnlySpan<byte> start, TransferEncoding encoding) => encoding switch
    {
        TransferEncoding.Base64 => start.Length & ~3,
        TransferEncoding.QuotedPrintable when start[^3..].IndexOf((byte)'=') is var mark and >= 0 => start.Length - 3 + mark,
        _ => start.Length,
    };
}
