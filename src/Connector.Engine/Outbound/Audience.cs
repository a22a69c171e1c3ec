using System.Text.Json;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Mail;

namespace Connector.Engine.Outbound;

/// <summary>Whom a decision reaches: read off what it would store, so that a preview says what the envelope will.</summary>
/// <param name="Mail">The public mail, as it is written.</param>
/// <param name="Recipients">Everybody in its envelope.</param>
/// <param name="Visible">Addresses its readers see.</param>
/// <param name="Informed">Followers, each by a mail of their own; the others do not see them.</param>
/// <param name="NewReaders">CCs who get the conversation for the first time.</param>
/// <param name="Reads">What the mail quotes for them; null when they need nothing.</param>
public sealed record Audience(
    MailMessage Mail, IReadOnlyList<string> Recipients, IReadOnlyList<string> Visible, IReadOnlyList<string> Informed, IReadOnlyList<string> NewReaders, string? Reads)
{
    /// <summary>Null when the decision sends no public mail.</summary>
    public static Audience? Of(Outcome outcome)
    {
        if (outcome.Inserts.OfType<Message>().FirstOrDefault(m => m is { Kind: MessageKind.Mail, Direction: Interactions.Direction.Outbound }) is not { } message) return null;
        var mail = MailReader.Read(outcome.Inserts.OfType<RawMail>().First(r => r.Id == message.Id).Bytes);
        var rows = outcome.Inserts.OfType<OutboxRow>().Where(r => r.Operation == MailOperation.Send).ToList();
        return new Audience(
            mail,
            [.. rows.Where(r => r.MessageId == message.Id).SelectMany(EnvelopeOf)],
            [.. mail.To.Concat(mail.Cc).Select(a => a.Address)],
            [.. rows.Where(r => r.MessageId != message.Id).SelectMany(EnvelopeOf).Distinct()],
            [.. outcome.Updates.OfType<Participant>().Where(p => p.Role == ParticipantRole.Cc && p.SeenUpTo == message.Number).Select(p => p.Address)],
            outcome.Inserts.OfType<Activity>().FirstOrDefault(a => a.What == ReplyComposer.Quoted)?.Why);
    }

    private static IReadOnlyList<string> EnvelopeOf(OutboxRow row) => JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.MailEnvelope)!.Recipients;
}
