namespace Connector.Mail.Reading.Tnef;

/// <summary>The property block of a TNEF message or attachment: the first value of each property, undecoded.</summary>
internal sealed class MapiProperties
{
    public const int Body = 0x1000;
    public const int CompressedRtf = 0x1009;
    public const int HtmlBody = 0x1013;
    public const int Subject = 0x0037;
    public const int CodePage = 0x3FDE;
    public const int DisplayName = 0x3001;
    public const int AttachData = 0x3701;
    public const int AttachFileName = 0x3704;
    public const int AttachLongFileName = 0x3707;
    public const int AttachMimeTag = 0x370E;
    public const int AttachContentId = 0x3712;

    private const int Most = 5_000;
    private const int MultiValued = 0x1000;
    private const int UnicodeString = 0x001F;

    private readonly Dictionary<int, (int Type, ReadOnlyMemory<byte> Value)> values = [];

    /// <summary>True when the block ends before its last property does.</summary>
    public bool Truncated { get; private set; }

    public static MapiProperties Read(ReadOnlyMemory<byte> block)
    {
        var properties = new MapiProperties();
        var bytes = new TnefBytes(block);
        var count = Math.Min(bytes.UInt32(), Most);
        for (var i = 0; i < count && !bytes.Short; i++) properties.ReadOne(ref bytes);
        properties.Truncated = bytes.Short;
        return properties;
    }

    public ReadOnlyMemory<byte>? Binary(int id) => values.TryGetValue(id, out var found) && found.Value.Length > 0 ? (ReadOnlyMemory<byte>?)found.Value : null;

    public int? Number(int id) => values.TryGetValue(id, out var found) && found.Value.Length >= 4 ? BitConverter.ToInt32(found.Value.Span) : null;

    public string? Text(int id, TnefCharset charset)
    {
        if (!values.TryGetValue(id, out var found)) return null;
        var text = found.Type == UnicodeString ? System.Text.Encoding.Unicode.GetString(found.Value.Span[..(found.Value.Length & ~1)]) : charset.Decode(found.Value.Span);
        text = text.TrimEnd('\0');
        return text.Length == 0 ? null : text;
    }

    private void ReadOne(ref TnefBytes bytes)
    {
        int type = bytes.UInt16();
        int id = bytes.UInt16();
        if (id >= 0x8000) SkipName(ref bytes);
        var size = FixedSize(type & ~MultiValued);
        var many = (type & MultiValued) != 0 || size == 0;
        var count = many ? Math.Min(bytes.UInt32(), Most) : 1;
        for (var i = 0; i < count && !bytes.Short; i++)
        {
            var value = bytes.Padded(size > 0 ? size : bytes.UInt32());
            values.TryAdd(id, (type, value));
        }
    }

    private static void SkipName(ref TnefBytes bytes)
    {
        bytes.Take(16);
        if (bytes.UInt32() == 0) bytes.Take(4);
        else bytes.Padded(bytes.UInt32());
    }

    /// <summary>0 for types that carry their length.</summary>
    private static uint FixedSize(int type) => type switch
    {
        0x0002 or 0x0003 or 0x0004 or 0x000A or 0x000B => 4,
        0x0005 or 0x0006 or 0x0007 or 0x0014 or 0x0040 => 8,
        0x0048 => 16,
        _ => 0,
    };
}
