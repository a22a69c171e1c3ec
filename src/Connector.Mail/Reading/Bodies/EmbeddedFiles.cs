using System.Buffers;
using Connector.Mail.Reading.Encodings;
using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Bodies;

/// <summary>Files written into plain text, as uuencode or yEnc: the text without them, and each as a part of its own.</summary>
internal sealed class EmbeddedFiles
{
    private EmbeddedFiles(string text, IReadOnlyList<MailPart> files)
    {
        Text = text;
        Files = files;
    }

    public string Text { get; }

    public IReadOnlyList<MailPart> Files { get; }

    public static EmbeddedFiles Read(MailPart? plain)
    {
        if (plain is null) return new EmbeddedFiles("", []);
        using var content = plain.Decoded();
        if (!MayHold(content.Written)) return new EmbeddedFiles(plain.TextOf(content.Written), []);
        var (kept, files) = Extract(content.Written.ToArray(), plain);
        return new EmbeddedFiles(plain.TextOf(kept), files);
    }

    private static bool MayHold(ReadOnlySpan<byte> content) =>
        content.StartsWith("begin "u8) || content.StartsWith("=ybegin "u8) || content.IndexOf("\nbegin "u8) >= 0 || content.IndexOf("\n=ybegin "u8) >= 0;

    private static (byte[] Kept, List<MailPart> Files) Extract(ReadOnlyMemory<byte> content, MailPart plain)
    {
        var kept = new ArrayBufferWriter<byte>(content.Length);
        var files = new List<MailPart>();
        var rest = content;
        while (!rest.IsEmpty)
        {
            var length = EmbeddedBlock.Length(rest.Span, out var name, out var encoding);
            if (length > 0)
            {
                files.Add(File(rest[..length], name, encoding, plain));
                plain.Log.Add(Warning.Unpacked, name);
            }
            else
            {
                length = rest.Span.IndexOf((byte)'\n') is var feed and >= 0 ? feed + 1 : rest.Length;
                kept.Write(rest.Span[..length]);
            }
            rest = rest[length..];
        }
        return (kept.WrittenSpan.ToArray(), files);
    }

    private static MailPart File(ReadOnlyMemory<byte> block, string name, TransferEncoding encoding, MailPart plain) => new()
    {
        Headers = new HeaderList([]),
        ContentType = "application/octet-stream",
        Disposition = "attachment",
        FileName = FileNames.Clean(name),
        EncodedBody = block,
        Raw = block,
        Encoding = encoding,
        Log = plain.Log,
    };
}
