using System.Buffers.Binary;
using System.Text;

namespace Connector.Mail.Tests.Reading;

/// <summary>Writes TNEF streams as Outlook does.</summary>
internal sealed class TnefBuilder
{
    private readonly MemoryStream stream = new();

    public TnefBuilder()
    {
        stream.Write([0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00]);
        Attribute(1, 0x00069007, BitConverter.GetBytes(1252L));
    }

    public TnefBuilder Subject(string subject) => Attribute(1, 0x00018004, Ansi(subject));

    public TnefBuilder Body(string body) => Attribute(1, 0x0002800C, Ansi(body));

    public TnefBuilder Properties(params (int Type, int Id, byte[] Value)[] properties) => Attribute(1, 0x00069003, Block(properties));

    public TnefBuilder File(string? title, byte[] content, params (int Type, int Id, byte[] Value)[] properties)
    {
        Attribute(2, 0x00069002, new byte[14]);
        if (title is not null) Attribute(2, 0x00018010, Ansi(title));
        if (content.Length > 0) Attribute(2, 0x0006800F, content);
        return properties.Length == 0 ? this : Attribute(2, 0x00069005, Block(properties));
    }

    public byte[] Build() => stream.ToArray();

    /// <summary>Compressed RTF made of literals only.</summary>
    public static byte[] Compress(string rtf)
    {
        var packed = new MemoryStream();
        foreach (var run in Encoding.Latin1.GetBytes(rtf).Chunk(8))
        {
            packed.WriteByte(0);
            packed.Write(run);
        }
        var header = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(header, (int)packed.Length + 12);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), rtf.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), 0x75465A4C);
        return [.. header, .. packed.ToArray()];
    }

    public static string Mail(byte[] tnef, string name = "winmail.dat") =>
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\n"
        + $"Content-Type: application/ms-tnef; name={name}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(tnef, Base64FormattingOptions.InsertLineBreaks)}\n--b--\n";

    private TnefBuilder Attribute(byte level, uint id, byte[] value)
    {
        stream.WriteByte(level);
        stream.Write(BitConverter.GetBytes(id));
        stream.Write(BitConverter.GetBytes(value.Length));
        stream.Write(value);
        stream.Write(BitConverter.GetBytes((ushort)value.Sum(b => b)));
        return this;
    }

    private static byte[] Ansi(string text) => [.. Encoding.Latin1.GetBytes(text), 0];

    private static byte[] Block((int Type, int Id, byte[] Value)[] properties)
    {
        var block = new MemoryStream();
        block.Write(BitConverter.GetBytes(properties.Length));
        foreach (var (type, id, value) in properties)
        {
            block.Write(BitConverter.GetBytes((ushort)type));
            block.Write(BitConverter.GetBytes((ushort)id));
            if (type is 0x1E or 0x1F or 0x102 or 0x0D)
            {
                block.Write(BitConverter.GetBytes(1));
                block.Write(BitConverter.GetBytes(value.Length));
            }
            block.Write(value);
            block.Write(new byte[(4 - value.Length % 4) % 4]);
        }
        return block.ToArray();
    }
}
