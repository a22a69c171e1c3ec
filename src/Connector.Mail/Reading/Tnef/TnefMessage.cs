using System.Text;
using Connector.Mail.Reading.Encodings;
using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Tnef;

/// <summary>A TNEF stream as a message: its body in the best form there is, its files under their long names.</summary>
internal sealed class TnefMessage(ReadLimits limits, WarningLog log)
{
    private const int Deepest = 8;

    private static readonly Dictionary<string, string> Utf8Text = new() { ["charset"] = "utf-8" };

    /// <summary>Bytes of RTF unpacked so far.</summary>
    public int Unpacked { get; private set; }

    /// <summary>Null when the content is no TNEF.</summary>
    public MailMessage? Read(ReadOnlyMemory<byte> content, int depth = 0)
    {
        var stream = TnefStream.Read(content, log);
        if (stream is null)
        {
            log.Add(Warning.TnefBroken, "not TNEF");
            return null;
        }
        if (stream.Truncated) log.Add(Warning.TnefBroken, "cut off");
        var children = Bodies(stream).Concat(stream.Attachments.Select(a => File(a, stream, depth))).ToArray();
        var subject = stream.Properties?.Text(MapiProperties.Subject, stream.Charset) ?? stream.Subject ?? "";
        var headers = new HeaderList(subject.Length == 0 ? [] : [new MailHeader("Subject", subject)]);
        var root = new MailPart { Headers = headers, ContentType = "multipart/mixed", Children = children, EncodedBody = content, Raw = content, Encoding = TransferEncoding.Binary, Log = log };
        return new MailMessage { Headers = headers, Root = root, Subject = subject, Log = log, Limits = limits, Partial = stream.Truncated };
    }

    private IEnumerable<MailPart> Bodies(TnefStream stream)
    {
        var properties = stream.Properties;
        var plain = stream.Body ?? properties?.Text(MapiProperties.Body, stream.Charset);
        string? html = null;
        if (properties?.Binary(MapiProperties.HtmlBody) is { } raw)
            html = properties.Text(MapiProperties.HtmlBody, stream.Charset) is { } text && text.Contains('<') ? text : stream.Charset.Decode(raw.Span, properties.Number(MapiProperties.CodePage));
        else if (properties?.Binary(MapiProperties.CompressedRtf) is { } packed)
            FromRtf(packed, stream.Charset, ref plain, ref html);
        if (!string.IsNullOrWhiteSpace(plain)) yield return Body("text/plain", plain);
        if (!string.IsNullOrWhiteSpace(html)) yield return Body("text/html", html);
    }

    private void FromRtf(ReadOnlyMemory<byte> packed, TnefCharset charset, ref string? plain, ref string? html)
    {
        var rtf = RtfCompression.Unpack(packed.Span, limits.MaxUnpackedBytes - Unpacked, log);
        Unpacked += rtf.Length;
        var read = RtfText.Read(rtf, charset.CodePage, log);
        if (read.IsHtml) html = read.Text;
        else if (string.IsNullOrWhiteSpace(plain)) plain = read.Text;
    }

    private MailPart File(TnefAttachment file, TnefStream stream, int depth)
    {
        var content = file.Content();
        var inner = depth < Deepest && TnefStream.IsTnef(content.Span) ? Read(content, depth + 1) : null;
        return new MailPart
        {
            Headers = new HeaderList([]),
            ContentType = inner is not null ? "application/ms-tnef" : file.Properties?.Text(MapiProperties.AttachMimeTag, stream.Charset)?.ToLowerInvariant() ?? "application/octet-stream",
            Disposition = "attachment",
            FileName = FileNames.Clean(file.Name(stream.Charset)),
            ContentId = file.Properties?.Text(MapiProperties.AttachContentId, stream.Charset)?.Trim('<', '>'),
            EncodedBody = content,
            Raw = content,
            Encoding = TransferEncoding.Binary,
            Log = log,
            Message = inner,
            Children = inner is null ? [] : [inner.Root],
        };
    }

    private MailPart Body(string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new MailPart
        {
            Headers = new HeaderList([]), ContentType = type, Parameters = Utf8Text, EncodedBody = bytes, Raw = bytes, Encoding = TransferEncoding.Binary, Log = log,
        };
    }
}
