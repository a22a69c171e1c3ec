using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Seeding;

/// <summary>A described mail, written as a real one and kept with its bytes.</summary>
internal sealed class SeedMail(SeedMessage m, CaseThread thread, IReadOnlyList<Participant> people, Func<string, (string Address, string Name)> addressOf, Given given)
{
    public (Message Message, RawMail Raw, string? ReplyTo) Make(Interaction? interaction, DateTimeOffset at, int number)
    {
        var channel = given.Setup.Channel(thread.Channel)!;
        var outbound = number > 0;
        var recipient = Recipient();
        var replyTo = outbound && thread.Token is not null ? SignedTokens.Address(channel.FromAddress, thread, recipient, given.Setup) : null;
        var mail = new OutgoingMail
        {
            From = Mailbox(m.From ?? (outbound ? channel.FromAddress : people.FirstOrDefault(p => p.Role == ParticipantRole.Requester)?.Address ?? "unknown@example.org")),
            To = [.. m.To.DefaultIfEmpty(outbound ? people.FirstOrDefault()?.Address ?? channel.FromAddress : channel.FromAddress).Select(Mailbox)],
            Cc = [.. m.Cc.Select(Mailbox)],
            ReplyTo = replyTo is null ? [] : [new MailAddress(null, replyTo)],
            Subject = m.Subject ?? thread.BareSubject,
            Date = at,
            MessageId = Id(channel.FromAddress, recipient, number),
            Text = m.Text ?? "",
        };
        var bytes = MailWriter.Write(mail);
        var message = MessageOf(mail, bytes, interaction, at, number);
        return (message, new RawMail { Id = message.Id, Bytes = bytes }, replyTo);
    }

    private Message MessageOf(OutgoingMail mail, byte[] bytes, Interaction? interaction, DateTimeOffset at, int number) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = thread.Tenant,
        ThreadId = thread.Id,
        InteractionId = interaction?.Id,
        CaseId = interaction?.CaseId,
        Channel = thread.Channel,
        Direction = number > 0 ? Direction.Outbound : Direction.Inbound,
        Visibility = "internal".Equals(m.Visibility, StringComparison.OrdinalIgnoreCase) ? Visibility.Internal : Visibility.Public,
        MailId = mail.MessageId,
        MailKey = MailKey.OfId(mail.MessageId),
        CanonicalHash = MailReader.Read(bytes).CanonicalHash.ToArray(),
        Number = number,
        From = mail.From.Address.ToLowerInvariant(),
        FromName = mail.From.Name ?? "",
        Subject = mail.Subject,
        At = at,
        Size = bytes.Length,
    };

    private string Id(string from, int recipient, int number) => m.Sign is not null
        ? SignedTokens.MessageId(from[(from.LastIndexOf('@') + 1)..], thread, number, recipient, given.Setup)
        : m.MessageId?.Trim('<', '>', ' ') ?? $"{m.Key}@seed.example.org";

    /// <summary>r of the person the token is for: named, else the first To who is on the thread, else the requester.</summary>
    private int Recipient()
    {
        var wanted = m.Sign?.Recipient is { } named ? addressOf(named).Address : null;
        return people.FirstOrDefault(p => p.Address == wanted)?.Ordinal
            ?? people.FirstOrDefault(p => m.To.Any(t => addressOf(t).Address == p.Address))?.Ordinal ?? 1;
    }

    private MailAddress Mailbox(string person)
    {
        var (address, name) = addressOf(person);
        return new MailAddress(name.Length == 0 ? null : name, address);
    }
}
