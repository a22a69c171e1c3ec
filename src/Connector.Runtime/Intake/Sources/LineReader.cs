namespace Connector.Runtime.Intake.Sources;

/// <summary>Lines of bytes with their ends. A line longer than the buffer comes in pieces.</summary>
internal sealed class LineReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Null at the end. Valid until the next call.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched.._end).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found + 1);
            searched = _end - _start;
            if (Fill()) continue;
            if (_end > _start) return Take(_end);
            return null;
        }
    }

    private ReadOnlyMemory<byte> Take(int end)
    {
        var line = _buffer.AsMemory(_start..end);
        _start = end;
        return line;
    }

    /// <summary>False when nothing more comes, or no more fits.</summary>
    private bool Fill()
    {
        if (_start > 0) Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
