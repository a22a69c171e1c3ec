using System.Text;
using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Structure;

/// <summary>Cuts a multipart's body into its entities; missing, wrong and repeated boundaries are mended.</summary>
internal sealed class MultipartSplitter(Frame frame, WarningLog log)
{
    private const int LongestInferred = 200;

    private readonly List<EntitySpan> entities = [];
    private bool found;

    /// <summary>False when there was no delimiter at all.</summary>
    public bool Found => found;

    /// <summary>True when the bytes end before the last delimiter.</summary>
    public bool Unfinished { get; private set; }

    public List<EntitySpan> Split(EntitySpan body, string? boundary)
    {
        var name = boundary is null ? [] : Boundary.Bytes(boundary);
        if (name.Length == 0) log.Add(Warning.BoundaryMissing);
        else Cut(body, new Boundary(name));
        if (!found && name.Length > 0) Cut(body, new Boundary(name, loose: true), Warning.BoundaryMended);
        if (!found && Inferred(body) is { Length: > 0 } inferred) Cut(body, new Boundary(inferred), Warning.BoundaryMended);
        return entities;
    }

    private void Cut(EntitySpan body, Boundary boundary, string? mended = null)
    {
        var dashes = frame.Dashes;
        var bytes = frame.Bytes.Span;
        var (open, closed) = (-1, false);
        for (var i = dashes.From(body.Start); i < dashes.Count && dashes[i] < body.End; i++)
        {
            var rest = bytes[dashes[i]..body.End];
            var length = HeaderLine.Length(rest, out var next);
            var match = boundary.Of(rest[..length]);
            if (match == Boundary.Match.No) continue;
            found = true;
            if (open >= 0) entities.Add(new EntitySpan(open, Before(bytes, dashes[i], open)));
            else if (closed && match == Boundary.Match.Opens) log.Add(Warning.BoundaryRepeated);
            closed |= match == Boundary.Match.Closes;
            open = match == Boundary.Match.Opens ? dashes[i] + next : -1;
        }
        if (open >= 0) Open(open, body.End, bytes);
        if (mended is not null && found) log.Add(mended);
        Unfinished = open >= 0 && body.End == bytes.Length;
    }

    /// <summary>The last part has no delimiter after it; one with nothing in it is only the delimiter, cut off.</summary>
    private void Open(int start, int end, ReadOnlySpan<byte> bytes)
    {
        log.Add(Warning.FinalBoundaryMissing);
        if (entities.Count == 0 || !bytes[start..end].Trim("\r\n \t"u8).IsEmpty) entities.Add(new EntitySpan(start, end));
    }

    /// <summary>The line end before a delimiter belongs to the delimiter.</summary>
    private static int Before(ReadOnlySpan<byte> bytes, int delimiter, int start)
    {
        var end = delimiter;
        if (end > start && bytes[end - 1] == '\n') end--;
        while (end > start && bytes[end - 1] == '\r') end--;
        return end;
    }

    /// <summary>No usable boundary was named: the first dashed line that is followed by a part's header, or comes again, must be it.</summary>
    private byte[] Inferred(EntitySpan body)
    {
        var dashes = frame.Dashes;
        var bytes = frame.Bytes.Span;
        for (var (i, looked) = (dashes.From(body.Start), 0); i < dashes.Count && dashes[i] < body.End && looked < 50; i++, looked++)
        {
            var rest = bytes[dashes[i]..body.End];
            var line = rest[..HeaderLine.Length(rest, out var next)].TrimEnd(" \t"u8);
            if (line.Length is < 3 or > LongestInferred || line.IndexOfAnyExcept((byte)'-', (byte)'=') < 0 || line.Contains((byte)' ')) continue;
            var after = rest[next..];
            if (HeaderLine.IsTelling(after[..HeaderLine.Length(after, out _)])) return line[2..].ToArray();
        }
        return [];
    }
}
