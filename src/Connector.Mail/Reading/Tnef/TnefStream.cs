using System.Buffers.Binary;

namespace Connector.Mail.Reading.Tnef;

/// <summary>The attributes of a TNEF stream (winmail.dat): the message's own properties and its attachments, as far as they go.</summary>
internal sealed class TnefStream
{
    private const uint Signature = 0x223E9F78;
    private const int MostAttachments = 1_000;

    private readonly WarningLog log;

    private TnefStream(WarningLog log)
    {
        this.log = log;
        Charset = new TnefCharset(log);
    }

    public TnefCharset Charset { get; }

    public string? Subject { get; private set; }

    public string? Body { get; private set; }

    public MapiProperties? Properties { get; private set; }

    public List<TnefAttachment> Attachments { get; } = [];

    public bool Truncated { get; private set; }

    public static bool IsTnef(ReadOnlySpan<byte> bytes) => bytes.Length >= 6 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Signature;

    public static TnefStream? Read(ReadOnlyMemory<byte> content, WarningLog log)
    {
        if (!IsTnef(content.Span)) return null;
        var stream = new TnefStream(log);
        var bytes = new TnefBytes(content[6..]);
        while (!bytes.AtEnd && stream.Attachments.Count < MostAttachments)
        {
            var level = bytes.Byte();
            var id = bytes.UInt32();
            var value = bytes.Take(bytes.UInt32());
            bytes.UInt16();
            if (level is not (1 or 2)) break;
            stream.Take(id, value);
            stream.Truncated |= bytes.Short;
        }
        return stream;
    }

    private void Take(uint id, ReadOnlyMemory<byte> value)
    {
        switch (id)
        {
            case 0x00069007 when value.Length >= 4:
                Charset.CodePage = BinaryPrimitives.ReadInt32LittleEndian(value.Span);
                break;
            case 0x00018004:
                Subject = Charset.Decode(value.Span);
                break;
            case 0x0002800C:
                Body = Charset.Decode(value.Span);
                break;
            case 0x00069003:
                Properties = Block(value);
                break;
            case 0x00069002:
                Attachments.Add(new TnefAttachment());
                break;
            case 0x00018010 or 0x0006800F or 0x00069005:
                TakeFile(id, value);
                break;
        }
    }

    private void TakeFile(uint id, ReadOnlyMemory<byte> value)
    {
        if (Attachments.Count == 0) Attachments.Add(new TnefAttachment());
        var file = Attachments[^1];
        if (id == 0x00018010) file.Title = Charset.Decode(value.Span);
        else if (id == 0x0006800F) file.Data = value;
        else file.Properties = Block(value);
    }

    private MapiProperties Block(ReadOnlyMemory<byte> value)
    {
        var properties = MapiProperties.Read(value);
        if (properties.Truncated) log.Add(Warning.TnefBroken, "properties cut off");
        return properties;
    }
}
