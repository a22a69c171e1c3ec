using System.Buffers;
using Connector.Mail.Reading.Encodings;
using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Bodies;

/// <summary>Files written into plain text, as uuencode or yEnc: the text without them, and each as a part of its own.</summary>
internal sealed class EmbeddedFiles
{
    private EmbeddedFiles(string text, bool isCut, IReadOnlyList<MailPart> files) => (Text, IsCut, Files) = (text, isCut, files);

    public string Text { get; }

    /// <summary>There is more text than is handed out.</summary>
    public bool IsCut { get; }

    public IReadOnlyList<MailPart> Files { get; }

    public static EmbeddedFiles Read(MailPart? plain, ReadLimits limits)
    {
        if (plain is null) return new EmbeddedFiles("", false, []);
        // What stands unencoded is looked through whole and where it stands: files are slices of the mail.
        if (plain.Encoding is TransferEncoding.SevenBit or TransferEncoding.Binary)
            return MayHold(plain.EncodedBody.Span) ? Extract(plain.EncodedBody, plain, limits) : Plain(plain, limits);
        using var content = plain.Decoded(limits.MaxTextLength);
        if (MayHold(content.Written)) return Extract(content.Written.ToArray(), plain, limits);
        return Plain(plain, limits);
    }

    private static EmbeddedFiles Plain(MailPart plain, ReadLimits limits)
    {
        var text = plain.BeginningOfText(limits.MaxTextLength, out var cut);
        return new EmbeddedFiles(FlowedText.Of(text, plain), cut, []);
    }

    private static bool MayHold(ReadOnlySpan<byte> content) =>
        content.StartsWith("begin "u8) || content.StartsWith("=ybegin "u8) || content.IndexOf("\nbegin "u8) >= 0 || content.IndexOf("\n=ybegin "u8) >= 0;

    private static EmbeddedFiles Extract(ReadOnlyMemory<byte> content, MailPart plain, ReadLimits limits)
    {
        using var kept = new PooledWriter(Math.Min(content.Length, limits.MaxTextLength));
        var files = new List<MailPart>();
        var cut = false;
        var rest = content;
        while (!rest.IsEmpty)
        {
            var (name, encoding) = ("", TransferEncoding.Binary);
            var length = files.Count < limits.MaxParts ? EmbeddedBlock.Length(rest.Span, out name, out encoding) : 0;
            if (length > 0)
            {
                files.Add(File(rest[..length], name, encoding, plain));
                plain.Log.Add(Warning.Unpacked, name);
            }
            else
            {
                length = rest.Span.IndexOf((byte)'\n') is var feed and >= 0 ? feed + 1 : rest.Length;
                var room = limits.MaxTextLength - kept.Written.Length;
                kept.Write(DecodedStart.Of(rest.Span[..length], room));
                cut |= length > room;
            }
            rest = rest[length..];
        }
        return new EmbeddedFiles(FlowedText.Of(plain.TextOf(kept.Written), plain), cut, files);
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
