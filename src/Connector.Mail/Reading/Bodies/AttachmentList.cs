using Connector.Mail.Reading.Encodings;
using Connector.Mail.Reading.Structure;

namespace Connector.Mail.Reading.Bodies;

/// <summary>Every part that is not the body, with its size and hash.</summary>
internal static class AttachmentList
{
    public static IReadOnlyList<MailAttachment> Read(MailMessage message)
    {
        var (bodies, files) = (message.Bodies, new List<MailAttachment>());
        var open = new Stack<MailPart>();
        open.Push(message.Root);
        while (open.TryPop(out var part))
        {
            if (part == bodies.Plain)
                foreach (var file in bodies.Embedded.Files) files.Add(Entry(file, message));
            if (part.Message is { } nested)
            {
                if (!Nesting.IsTnef(part) && part != message.Root) files.Add(Entry(part, message));
                files.AddRange(nested.Attachments);
            }
            else if (part.Children.Count > 0)
            {
                // The file is what the signature can be checked with.
                if (!part.IsMultipart) files.Add(Entry(part, message));
                for (var i = part.Children.Count - 1; i >= 0; i--) open.Push(part.Children[i]);
            }
            else if (IsFile(part, bodies)) files.Add(Entry(part, message));
        }
        return files;
    }

    private static bool IsFile(MailPart part, BodyParts bodies)
    {
        if (bodies.IsBody(part)) return false;
        if (part.IsMultipart) return part.Unopened;
        return part.FileName is not null || part.Disposition == "attachment" || !part.IsText || !part.EncodedBody.Span.Trim(" \t\r\n"u8).IsEmpty;
    }

    private static MailAttachment Entry(MailPart part, MailMessage message)
    {
        using var hash = new HashingWriter();
        part.DecodeTo(hash);
        return new MailAttachment(part.FileName, part.ContentType, hash.Length, hash.Hex(), part.ContentId, IsInline(part, message), part);
    }

    private static bool IsInline(MailPart part, MailMessage message)
    {
        if (part.Disposition == "inline") return true;
        if (part.ContentId is not null && message.RawHtml is { } html && html.Contains($"cid:{part.ContentId}", StringComparison.OrdinalIgnoreCase)) return true;
        return part.Disposition is null && part.FileName is null && part.IsText;
    }
}
