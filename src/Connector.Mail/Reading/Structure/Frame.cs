using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Structure;

/// <summary>One run of bytes with a mail's structure: the mail itself, or a message unpacked from an encoded part.</summary>
internal sealed class Frame(ReadOnlyMemory<byte> bytes, WarningLog log)
{
    private DashLines? dashes;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public RawText Text { get; } = new(bytes, log);

    public DashLines Dashes => dashes ??= new DashLines(Bytes.Span);
}
