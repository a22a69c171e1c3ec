namespace Connector.Runtime.Intake.Sources;

/// <summary>Takes all bytes, counts them, keeps the first.</summary>
internal sealed class CappedBytes(long kept) : Stream
{
    private readonly MemoryStream _bytes = new();
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>Of all that came, kept or not.</summary>
    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => _bytes.ToArray();

    public void Clear()
    {
        _bytes.SetLength(0);
        _length = 0;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _length += buffer.Length;
        _bytes.Write(buffer[..(int)Math.Min(buffer.Length, kept - _bytes.Length)]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _bytes.Dispose();
        base.Dispose(disposing);
    }
}
