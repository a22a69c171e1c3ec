using Connector.Mail.Reading.Structure;

namespace Connector.Mail.Reading.Bodies;

/// <summary>Which parts of a mail are its body; everything else is a file.</summary>
internal sealed record BodyParts(MailPart? Plain, MailPart? Html, MailPart? Calendar, MailMessage? Packed, ReadLimits Limits)
{
    private EmbeddedFiles? embedded;

    /// <summary>The plain body taken apart: its text and the files written into it.</summary>
    public EmbeddedFiles Embedded => embedded ??= EmbeddedFiles.Read(Plain, Limits);

    public static BodyParts Find(MailMessage message)
    {
        BodyParts found = new(null, null, null, null, message.Limits);
        var open = new Stack<MailPart>();
        open.Push(message.Root);
        while (open.TryPop(out var part))
        {
            if (part.Message is { } nested)
            {
                // What TNEF holds, or a mail that is nothing but a forwarded one, is this mail's own content.
                if (Nesting.IsTnef(part) || part == message.Root) found = found with { Packed = found.Packed ?? nested };
                continue;
            }
            for (var i = part.Children.Count - 1; i >= 0; i--) open.Push(part.Children[i]);
            if (part.Children.Count == 0) found = found.With(part);
        }
        return found;
    }

    /// <summary>The bodies and other forms of them. A part with a name is a file too, even where its text is the mail's only one.</summary>
    public bool IsBody(MailPart part) =>
        part.FileName is null && (part == Plain || part == Html || part.ContentType is "text/x-amp-html" or "text/watch-html" or "text/enriched" or "text/richtext");

    private BodyParts With(MailPart part)
    {
        if (part.Disposition == "attachment" || part.FileName is not null && Rank(part) == 0) return this;
        return part.ContentType switch
        {
            "text/html" or "application/xhtml+xml" => Better(Html, part) ? this with { Html = part } : this,
            "text/calendar" => this with { Calendar = Calendar ?? part },
            "text/plain" or "text/enriched" or "text/richtext" or "text/markdown" or "text/x-markdown" => Better(Plain, part) ? this with { Plain = part } : this,
            _ => this,
        };
    }

    /// <summary>The first one wins, unless it is empty or a named file and this one is neither.</summary>
    private static bool Better(MailPart? held, MailPart part)
    {
        if (held is null) return true;
        return Rank(part) > Rank(held);
    }

    private static int Rank(MailPart part) => part.EncodedBody.Span.Trim(" \t\r\n"u8).IsEmpty ? 0 : part.FileName is not null ? 1 : 2;
}
