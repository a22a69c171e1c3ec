using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Structure;

/// <summary>A header block cut in two by a stray blank line: the rest of it would be shown as text, and the content misread.</summary>
internal static class SplitHeaders
{
    private const int MostBlankLines = 3;

    private static readonly string[] Telling = ["MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Message-ID", "From"];
    private static readonly string[] Own = ["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "MIME-Version"];

    public static HeaderBlock Join(HeaderBlock first, ReadOnlySpan<byte> bytes, RawText text, ReadLimits limits, WarningLog log)
    {
        if (first.Fields.Has("Content-Type")) return first;
        var start = first.BodyStart;
        for (var blank = 0; blank < MostBlankLines && start < bytes.Length && HeaderLine.Length(bytes[start..], out var next) == 0; blank++) start += next;
        if (!HeaderLine.IsTelling(Line(bytes, start))) return first;
        var second = new HeaderBlockReader(bytes, text, limits, log).ReadPart(start);
        if (!Belongs(first.Fields, second, bytes)) return first;
        log.Add(Warning.HeaderSplit);
        return new HeaderBlock(new HeaderList([.. first.Fields, .. second.Fields]), second.BodyStart);
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> bytes, int start)
    {
        var rest = bytes[start..];
        return rest[..HeaderLine.Length(rest, out _)];
    }

    /// <summary>Fields that the first block lacks, none that it has (that would be a quoted mail), ended by a blank line.</summary>
    private static bool Belongs(HeaderList first, HeaderBlock second, ReadOnlySpan<byte> bytes)
    {
        var end = second.BodyStart;
        var ended = end >= bytes.Length || end > 0 && bytes[end - 1] is (byte)'\n' or (byte)'\r';
        return ended && Array.Exists(Telling, n => second.Fields.Has(n) && !first.Has(n)) && !Array.Exists(Own, n => second.Fields.Has(n) && first.Has(n));
    }
}
