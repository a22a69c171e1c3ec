using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Messages;

/// <summary>Mail outside the thread is not stored until an agent adds it: kept as a mail of its author, marked as brought in by hand. Moves no state and no clock.</summary>
internal static class ExternalMessageRules
{
    public const string External = nameof(External);

    public static Outcome Decide(AddExternalMessage c, Known known, Given given)
    {
        if (known.Dossier?.Interactions.Find(i => i.Id == c.InteractionId) is not { } interaction)
            return Refused(RuleNames.NotFound, $"there is no interaction {RecordId.Interaction(c.InteractionId)}");
        if (MessageAuthority.Refusal(c, known.Dossier, c.InteractionId) is { } forbidden) return new Outcome(forbidden);
        if (interaction.IsClosed) return Refused(RuleNames.InteractionClosed, $"the interaction is {interaction.State}; it takes no mail or note");
        if (string.IsNullOrWhiteSpace(c.Text)) return Refused(RuleNames.EmptyText, "text: an external message needs a text");
        if (!System.Net.Mail.MailAddress.TryCreate(c.From, out _)) return Refused(ParticipantRuleNames.NotAnAddress, $"from: '{c.From}' is no email address");
        var p = new Proceedings(known.Dossier, c, given);
        var channel = given.Setup.Channel(interaction.Channel) ?? new Channel { Id = interaction.Channel };
        if (c.AddAsCc && CcEntry.Refusal(p, c.From, channel) is { } refused) return new Outcome(refused);
        return Kept(p, c, interaction);
    }

    private static Outcome Kept(Proceedings p, AddExternalMessage c, Interaction interaction)
    {
        var bytes = Written(c, p.Now, p.Given);
        var message = MessageOf(p, c, interaction, MailReader.Read(bytes), bytes.Length);
        p.File(message);
        p.Add(new RawMail { Id = message.Id, Bytes = bytes });
        var warnings = c.AddAsCc ? CcEntry.Enter(p, c.From, c.FromName, interaction.Id, interaction.CaseId, message.Id) : [];
        p.Log("ExternalMessageAdded", null, interaction.Id, interaction.CaseId, message.Id, after: $"{message.Visibility} {message.From}");
        return p.Close(new Answer.Done(new MessageResult(message.Id, warnings)));
    }

    private static byte[] Written(AddExternalMessage c, DateTimeOffset now, Given given) => MailWriter.Write(new OutgoingMail
    {
        From = new MailAddress(c.FromName.Length == 0 ? null : c.FromName, c.From),
        To = [],
        Subject = c.Subject,
        Date = c.WrittenAt ?? now,
        MessageId = $"{Convert.ToHexStringLower(given.Fresh.Bytes(12))}@external.invalid",
        Text = c.Text,
    });

    private static Message MessageOf(Proceedings p, AddExternalMessage c, Interaction interaction, MailMessage mail, int size) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = interaction.Tenant,
        ThreadId = interaction.ThreadId,
        InteractionId = interaction.Id,
        CaseId = interaction.CaseId,
        Channel = interaction.Channel,
        Kind = MessageKind.Mail,
        Direction = Direction.Inbound,
        Visibility = c.Public ? Visibility.Public : Visibility.Internal,
        MailKey = MailKey.OfContent(mail.CanonicalHash.Span),
        CanonicalHash = mail.CanonicalHash.ToArray(),
        From = c.From.ToLowerInvariant(),
        FromName = c.FromName,
        Subject = c.Subject,
        At = c.WrittenAt ?? p.Now,
        Size = size,
        Flags = External,
    };

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));
}
