namespace Connector.Mail.Reading.Headers;

/// <summary>Splits a header block into fields: folding undone, broken folding mended, the end found where the blank line is missing.</summary>
internal ref struct HeaderBlockReader(ReadOnlySpan<byte> bytes, RawText text, ReadLimits limits, WarningLog log)
{
    /// <summary>How far ahead a line that is no header may stand before the next real one and still be taken for a lost fold.</summary>
    private const int LookAhead = 3;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly List<MailHeader> fields = [];
    private int position;

    /// <summary>Reads a whole mail's block: an mbox line and leading blank or odd lines are skipped.</summary>
    public HeaderBlock ReadMail(int start)
    {
        var begin = position = SkipLead(start);
        ReadFields();
        if (fields.Count == 0) return new HeaderBlock(new HeaderList([]), begin);
        return new HeaderBlock(new HeaderList(Unglue()), position);
    }

    /// <summary>Reads a part's block: lines with names that no part has are its text, as when the blank line is missing.</summary>
    public HeaderBlock ReadPart(int start)
    {
        position = start;
        ReadFields();
        if (fields.Count > 0 && !fields.Exists(f => KnownHeaders.IsTelling(f.Name)))
        {
            log.Add(Warning.HeaderEndMissing);
            return new HeaderBlock(new HeaderList([]), start);
        }
        return new HeaderBlock(new HeaderList(Unglue()), position);
    }

    private int SkipLead(int start)
    {
        var at = start;
        for (var lines = 0; at < bytes.Length && lines < 50; lines++)
        {
            var rest = bytes[at..];
            var line = rest[..HeaderLine.Length(rest, out var next)];
            if (HeaderLine.NameLength(line, out _) > 0) return at;
            if (line.StartsWith("From "u8) || line.StartsWith(">From "u8)) log.Add(Warning.MboxLineSkipped);
            else if (HeaderLine.IsBlank(line)) log.Add(Warning.LeadingLinesSkipped);
            else if (line.StartsWith("\uFEFF"u8) && HeaderLine.NameLength(line[3..], out _) > 0) return at + 3;
            else if (lines < 2 && next < rest.Length && NextIsTelling(at + next, 1)) log.Add(Warning.LeadingLinesSkipped, "one odd line");
            else return start;
            at += next;
        }
        return start;
    }

    private void ReadFields()
    {
        while (position < bytes.Length)
        {
            var rest = bytes[position..];
            var length = HeaderLine.Length(rest, out var next);
            var line = rest[..length];
            if (length == 0)
            {
                position += next;
                return;
            }
            var name = HeaderLine.NameLength(line, out var value);
            if (name < 0 && !Strange(line, next)) return;
            if (name > 0) ReadField(line, name, value, next);
            else if (name < 0) position += next;
            if (fields.Count < limits.MaxHeaders) continue;
            log.Add(Warning.LimitReached, "headers");
            SkipBlock();
            return;
        }
    }

    /// <summary>A line that is neither field nor continuation: true to pass over it, false when the body starts here.</summary>
    private bool Strange(ReadOnlySpan<byte> line, int next)
    {
        if (HeaderLine.IsBlank(line))
        {
            // A line of blanks ends the block, unless it is a fold with nothing in it.
            if (NextIsTelling(position + next, 1)) return true;
            position += next;
            return false;
        }
        if (line.StartsWith("From "u8) || line.StartsWith(">From "u8)) return true;
        if (fields.Count > 0 && HeaderLine.IsContinuation(line)) return true;
        if (fields.Count > 0) log.Add(Warning.HeaderEndMissing);
        return false;
    }

    private void ReadField(ReadOnlySpan<byte> line, int nameLength, int valueStart, int next)
    {
        var valueAt = position + valueStart;
        var end = position + line.Length;
        position += next;
        var folds = 0;
        while (Continues(out var length, out var step))
        {
            end = position + length;
            position += step;
            folds++;
        }
        if (end - valueAt > limits.MaxHeaderLength)
        {
            log.Add(Warning.LimitReached, "header length");
            end = valueAt + limits.MaxHeaderLength;
        }
        Span<char> name = stackalloc char[nameLength];
        for (var i = 0; i < nameLength; i++) name[i] = (char)line[i];
        fields.Add(new MailHeader(KnownHeaders.Spell(name), text.Value(bytes[valueAt..end], folds > 0)));
    }

    private readonly bool Continues(out int length, out int step)
    {
        length = step = 0;
        if (position >= bytes.Length) return false;
        var rest = bytes[position..];
        length = HeaderLine.Length(rest, out step);
        var line = rest[..length];
        if (length == 0) return false;
        if (HeaderLine.IsContinuation(line)) return !HeaderLine.IsBlank(line) || NextContinues(position + step);
        if (HeaderLine.NameLength(line, out _) > 0 || line.StartsWith("--"u8)) return false;
        if (!NextIsTelling(position + step, LookAhead)) return false;
        log.Add(Warning.HeaderUnfolded);
        return true;
    }

    private readonly bool NextContinues(int at)
    {
        if (at >= bytes.Length) return false;
        var rest = bytes[at..];
        var line = rest[..HeaderLine.Length(rest, out _)];
        return HeaderLine.IsContinuation(line) && !HeaderLine.IsBlank(line) || HeaderLine.IsTelling(line);
    }

    private readonly bool NextIsTelling(int at, int lines)
    {
        for (; lines > 0 && at < bytes.Length; lines--)
        {
            var rest = bytes[at..];
            var line = rest[..HeaderLine.Length(rest, out var next)];
            if (HeaderLine.IsTelling(line)) return true;
            if (HeaderLine.IsBlank(line) || line.StartsWith("--"u8)) return false;
            at += next;
        }
        return false;
    }

    private void SkipBlock()
    {
        while (position < bytes.Length)
        {
            var length = HeaderLine.Length(bytes[position..], out var next);
            position += next;
            if (length == 0) return;
        }
    }

    private readonly List<MailHeader> Unglue() => GluedHeaders.Split(fields, log);
}
