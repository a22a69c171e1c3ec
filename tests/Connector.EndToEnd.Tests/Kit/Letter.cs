using Connector.Mail;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>A customer's mail to support.</summary>
internal sealed record Letter(string Id, string From, string Subject, string Text)
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public MailAddress To { get; init; } = new("Support", "support@example.org");

    public byte[] Bytes => MailWriter.Write(new OutgoingMail
    {
        From = new MailAddress(null, From),
        To = [To],
        Subject = Subject,
        Date = First,
        MessageId = Id,
        InReplyTo = InReplyTo,
        References = References,
        Text = Text,
    });

    /// <summary>The answer to one of our mails, as a mail program writes it: to its Reply-To, naming its id.</summary>
    public static Letter Answering(MailMessage ours, string id, string from, string text) => new(id, from, $"Re: {ours.Subject}", text)
    {
        To = ours.ReplyTo[0],
        InReplyTo = [ours.MessageId!],
        References = [.. ours.References, ours.MessageId!],
    };
}
