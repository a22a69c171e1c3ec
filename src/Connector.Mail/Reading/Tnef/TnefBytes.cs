using System.Buffers.Binary;

namespace Connector.Mail.Reading.Tnef;

/// <summary>Little-endian values taken off the front; beyond the end everything is empty and <see cref="Short"/> is set.</summary>
internal struct TnefBytes(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> rest = bytes;

    public bool Short { get; private set; }

    public readonly bool AtEnd => rest.IsEmpty;

    public ReadOnlyMemory<byte> Take(uint length)
    {
        if (length > rest.Length)
        {
            Short = true;
            length = (uint)rest.Length;
        }
        var taken = rest[..(int)length];
        rest = rest[(int)length..];
        return taken;
    }

    public byte Byte() => Take(1).Span is [var b] ? b : (byte)0;

    public ushort UInt16() => Take(2).Span is { Length: 2 } s ? BinaryPrimitives.ReadUInt16LittleEndian(s) : (ushort)0;

    public uint UInt32() => Take(4).Span is { Length: 4 } s ? BinaryPrimitives.ReadUInt32LittleEndian(s) : 0;

    /// <summary>A value stored in whole groups of four bytes.</summary>
    public ReadOnlyMemory<byte> Padded(uint length)
    {
        var taken = Take(length);
        if (!Short && length % 4 != 0 && !rest.IsEmpty) Take(Math.Min(4 - length % 4, (uint)rest.Length));
        return taken;
    }
}
