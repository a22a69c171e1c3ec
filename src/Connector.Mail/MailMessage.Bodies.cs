using Connector.Mail.Html;
using Connector.Mail.Reading;
using Connector.Mail.Reading.Bodies;
using Connector.Mail.Replies;

namespace Connector.Mail;

public sealed partial class MailMessage
{
    private readonly Lock gate = new();
    private BodyParts? bodies;
    private string? text;
    private string? rawHtml;
    private string? html;
    private IReadOnlyList<TextLine>? renderedHtml;
    private IReadOnlyList<MailAttachment>? attachments;
    private ReplyParts? reply;
    private byte[]? canonicalHash;

    /// <summary>The first text body; the HTML turned into text when there is none. Empty when the mail has neither.</summary>
    public string Text => Once(ref text, () => BodyText.Plain(this));

    /// <summary>The first HTML body as it came; null when there is none.</summary>
    public string? RawHtml => Once(ref rawHtml, () => BodyText.Html(this) ?? "") is { Length: > 0 } found ? found : null;

    /// <summary>The first HTML body, safe to show; null when there is none.</summary>
    public string? Html => RawHtml is null ? null : Once(ref html, () => BodyText.SafeHtml(this));

    /// <summary>Every file, inline parts and those of nested messages included, in the mail's order.</summary>
    public IReadOnlyList<MailAttachment> Attachments => Once(ref attachments, () => AttachmentList.Read(this));

    /// <summary>What the sender wrote now: <see cref="Text"/> without quotes and signature, never empty when there is a text.</summary>
    public string ReplyText => Reply.ReplyText;

    /// <summary>What was taken off to get <see cref="ReplyText"/>; empty when nothing was.</summary>
    public string QuotedText => Reply.QuotedText;

    /// <summary>32 bytes that are equal for two fetches of one mail: over From, Date, Subject, text bodies and files, without trace headers and line ends.</summary>
    public ReadOnlyMemory<byte> CanonicalHash => Once(ref canonicalHash, () => Canonical.Hash(this));

    /// <summary>Asked for twice by a reply that is HTML only.</summary>
    internal IReadOnlyList<TextLine> RenderedHtml => Once(ref renderedHtml, () => BodyText.Rendered(this));

    internal BodyParts Bodies => Once(ref bodies, () => BodyParts.Find(this));

    private ReplyParts Reply => Once(ref reply, () => BodyText.Reply(this));

    /// <summary>All parts depth first, those of nested messages included.</summary>
    public IEnumerable<MailPart> AllParts()
    {
        var open = new Stack<MailPart>();
        open.Push(Root);
        while (open.TryPop(out var part))
        {
            yield return part;
            for (var i = part.Children.Count - 1; i >= 0; i--) open.Push(part.Children[i]);
        }
    }

    internal void Warn(string key, string? detail = null) => Log.Add(key, detail);

    private T Once<T>(ref T? field, Func<T> read) where T : class
    {
        if (Volatile.Read(ref field) is { } ready) return ready;
        lock (gate) return field ??= read();
    }
}
