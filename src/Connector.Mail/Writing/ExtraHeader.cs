using System.Buffers;
using System.Collections.Frozen;

namespace Connector.Mail.Writing;

/// <summary>Fields the caller adds. They are for machines: a value with a line break or NUL is refused, ASCII is folded at spaces but never encoded.</summary>
internal static class ExtraHeader
{
    private static readonly FrozenSet<string> OurOwn = new[]
    {
        "Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "References", "Subject", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Write(MailHeader header, IBufferWriter<byte> output)
    {
        Check(header);
        var field = new HeaderField(header.Name);
        var value = PlainWords.Clean(header.Value);
        var words = value.Split(' ');
        if (words.All(PlainWords.IsPrintableAscii)) foreach (var word in words) field.Add(word);
        else field.AddText(value);
        field.WriteTo(output);
    }

    private static void Check(MailHeader header)
    {
        if (header.Name.Length is 0 or > 76 || !PlainWords.IsPrintableAscii(header.Name) || header.Name.Contains(':', StringComparison.Ordinal))
            throw new InvalidMailException("Headers", "not a field name");
        if (OurOwn.Contains(header.Name)) throw new InvalidMailException(header.Name, "is written from its own property");
        if (header.Value.Any(char.IsControl)) throw new InvalidMailException(header.Name, "control characters in the value");
    }
}
