using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Outbound;

/// <summary>What is to be said on a thread, and to whom.</summary>
/// <param name="Automatic">No person wrote it: null envelope sender and the marks that keep other machines from answering.</param>
/// <param name="Notice">Of automatic mail: it tells of something and answers no mail.</param>
public sealed record Letter(IReadOnlyList<Participant> To, IReadOnlyList<Participant> Cc, string Text, string? Html, IReadOnlyList<OutgoingAttachment> Attachments, bool Automatic = false, bool Notice = false);

/// <summary>Writes a mail on a thread: thread id (made at the first one), signed Message-ID and Reply-To, the chain of answers; stores it and puts it into the mail lane.</summary>
internal static class ReplyComposer
{
    /// <summary>The line of the stream that says what a new CC was given to read.</summary>
    public const string Quoted = "EarlierMessagesQuoted";

    public static Message Send(Proceedings p, Interaction interaction, Letter letter, Channel channel)
    {
        var thread = Numbered(p);
        var earlier = letter.Automatic ? null : EarlierMessages.For(p.Dossier, letter.Cc);
        if (earlier is not null) letter = letter with { Text = earlier.Under(letter.Text), Html = letter.Html is { } html ? earlier.UnderHtml(html) : null };
        var answers = p.Dossier.Mails.FindAll(m => m.Visibility == Visibility.Public && m.MailId.Length > 0);
        var mail = Compose(p, thread, letter, channel, answers, interaction.Subject.Length > 0 ? interaction.Subject : thread.BareSubject);
        var bytes = MailWriter.Write(mail);
        var message = MessageOf(p, interaction, mail, bytes, thread.Sent);
        p.File(message);
        p.Add(new RawMail { Id = message.Id, Bytes = bytes });
        p.Send(interaction, Envelope(letter, channel) with { MessageId = message.Id });
        if (!letter.Automatic) Seen(p, letter, thread.Sent);
        if (earlier is not null) p.Log(Quoted, earlier.Text, interaction.Id, interaction.CaseId, message.Id, after: string.Join(", ", earlier.Readers.Select(r => r.Address)));
        return message;
    }

    /// <summary>Whoever was new has now been written to.</summary>
    private static void Seen(Proceedings p, Letter letter, int number)
    {
        foreach (var person in letter.Cc.Where(History.IsNew)) p.Set(person with { SeenUpTo = number });
    }

    /// <summary>The thread with its next message number, and its id if it had none.</summary>
    public static CaseThread Numbered(Proceedings p)
    {
        var thread = p.Dossier.Thread!;
        if (thread.Token is null)
        {
            thread = thread with { Token = ThreadIds.New(p.Given.Fresh.Bytes) };
            p.Log("ThreadIdGiven", "first outbound mail of the conversation", after: thread.Token);
        }
        thread = thread with { Sent = thread.Sent + 1, LastActivityAt = p.Now };
        p.Set(thread);
        return thread;
    }

    private static OutgoingMail Compose(Proceedings p, CaseThread thread, Letter letter, Channel channel, IReadOnlyList<Message> answers, string subject)
    {
        var setup = p.Given.Setup;
        var main = letter.To[0];
        var domain = channel.FromAddress[(channel.FromAddress.LastIndexOf('@') + 1)..];
        return new OutgoingMail
        {
            From = new MailAddress(channel.FromName.Length == 0 ? null : channel.FromName, channel.FromAddress),
            To = [.. letter.To.Select(AddressOf)],
            Cc = [.. letter.Cc.Select(AddressOf)],
            ReplyTo = [new MailAddress(channel.FromName.Length == 0 ? null : channel.FromName, SignedTokens.Address(channel.FromAddress, thread, main.Ordinal, setup))],
            Subject = Subject(subject, thread, channel, answers.Count > 0),
            Date = p.Now,
            MessageId = SignedTokens.MessageId(domain, thread, thread.Sent, main.Ordinal, setup),
            InReplyTo = answers.LastOrDefault(m => m.Direction == Direction.Inbound) is { } last ? [last.MailId] : [],
            References = [.. answers.Select(m => m.MailId)],
            Text = letter.Text,
            Html = letter.Html,
            Attachments = letter.Attachments,
            Headers = [new MailHeader("X-Case-Thread", thread.Token!), .. letter.Automatic ? AutomaticMarks(thread, setup, letter.Notice) : []],
        };
    }

    private static string Subject(string subject, CaseThread thread, Channel channel, bool answers)
    {
        var token = channel.ThreadIdPlace == ThreadIdPlace.Subject ? thread.Token : null;
        return answers ? BareSubject.Answer(subject, token) : token is null ? subject : $"{subject} [{token}]";
    }

    private static MailAddress AddressOf(Participant person) => new(person.Name.Length == 0 ? null : person.Name, person.Address);

    public static IEnumerable<MailHeader> AutomaticMarks(CaseThread thread, Setup setup, bool notice) =>
    [
        new("Auto-Submitted", notice ? "auto-generated" : "auto-replied"),
        new("X-Auto-Response-Suppress", "All"),
        new("X-Connector-Loop", LoopMarker.Of(thread, setup)),
    ];

    public static Message MessageOf(Proceedings p, Interaction interaction, OutgoingMail mail, byte[] bytes, int number) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = interaction.Tenant,
        ThreadId = interaction.ThreadId,
        InteractionId = interaction.Id,
        CaseId = interaction.CaseId,
        Channel = interaction.Channel,
        Kind = MessageKind.Mail,
        Direction = Direction.Outbound,
        Visibility = Visibility.Public,
        MailId = mail.MessageId,
        MailKey = MailKey.OfId(mail.MessageId),
        CanonicalHash = MailReader.Read(bytes).CanonicalHash.ToArray(),
        Number = number,
        From = mail.From.Address,
        FromName = mail.From.Name ?? "",
        Subject = mail.Subject,
        Agent = p.Input.By.Agent,
        At = p.Now,
        Size = bytes.Length,
    };

    private static OutgoingWork Envelope(Letter letter, Channel channel) => new(OutboxDestination.Mail, MailOperation.Send,
        System.Text.Json.JsonSerializer.Serialize(
            new MailEnvelope(letter.Automatic ? null : channel.FromAddress, [.. letter.To.Concat(letter.Cc).Select(a => a.Address).Distinct()]), OutboxJson.Default.MailEnvelope));
}

/// <summary>The value of <c>X-Connector-Loop</c>: a thread id that a key of ours vouches for, so that our own automatic mail is known when it comes back.</summary>
public static class LoopMarker
{
    public static string Of(CaseThread thread, Setup setup)
    {
        var text = thread.Token!.ToLowerInvariant() + ".loop.";
        return text + setup.Signer.Sign(setup.Tenant, "", text);
    }

    public static bool IsOurs(string value, Setup setup)
    {
        var cut = value.LastIndexOf('.') + 1;
        return cut > 0 && setup.Signer.Verify(setup.Tenant, "", value[..cut].Trim(), value[cut..].Trim());
    }
}
