using Connector.Engine.Cases;
using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>A mail that belongs nowhere yet: a thread, an interaction on it, and in CaseFirst its case, all in one go.</summary>
internal static class NewWork
{
    public static Outcome Open(MailArrived mail, ThreadMatch match, Channel channel, Given given)
    {
        var refersTo = Candidate(match);
        var p = new Proceedings(new Dossier(), mail, given) { Customer = match.Customer };
        p.Set(MissingMail.Await(p, ThreadOf(mail, channel, given), match.Missing));
        var people = ParticipantRules.First(p, mail, channel);
        var message = MailRows.Message(mail, given.Fresh.Id(), given.Setup.Tenant);
        var interaction = OpenInteraction(p, mail, channel, null, refersTo, message.Id);
        var theCase = channel.IntakeMode == IntakeMode.CaseFirst ? OpenCase(p, mail, channel, interaction, null) : null;
        var (acknowledge, held) = Acknowledgement.Judge(p, mail, channel, match, interaction);
        return Filed(p, mail, channel, message with { ThreadId = p.Dossier.Thread!.Id, InteractionId = interaction, CaseId = theCase?.Id }, new MailDecision
        {
            Action = MailAction.New,
            InteractionId = RecordId.Interaction(interaction),
            CaseId = RecordId.Case(theCase?.Id),
            CaseNumber = theCase?.NumberText,
            RefersTo = RecordId.Interaction(refersTo) ?? RecordId.Case(match.Stranger?.Cases.LastOrDefault()?.Id),
            Candidates = match.Candidates,
            Conflicts = match.Conflicts,
            Acknowledge = acknowledge,
            Flags = [.. match.Flags.Concat(MailRows.SenderFlags(mail, given.Setup)).Concat(people.Flags).Concat(held)],
            ParticipantsAdded = people.Added,
            Reason = match.Stranger is null ? "no signal leads to a thread" : "a stranger named a thread without a signed token; the thread is untouched",
        });
    }

    /// <summary>What a stranger named: the interaction of that very mail, else the open one, else the last.</summary>
    public static long? Candidate(ThreadMatch match) => match.Stranger is not { } thread ? null
        : (thread.Interactions.Find(i => i.Id == match.Answered?.InteractionId) ?? thread.Interactions.FindAll(i => !i.IsClosed).MaxBy(i => i.UpdatedAt) ?? thread.Interactions.LastOrDefault())?.Id;

    /// <summary>Opens and queues an interaction on the dossier's thread.</summary>
    public static long OpenInteraction(Proceedings p, MailArrived mail, Channel channel, long? caseId, long? refersTo, long message, string? previousOwner = null)
    {
        var requester = p.Dossier.Participants.Find(x => x.Role == ParticipantRole.Requester);
        var draft = new Interaction
        {
            Id = p.Given.Fresh.Id(),
            Tenant = p.Given.Setup.Tenant,
            Channel = channel.Id,
            ChannelType = channel.Type,
            Direction = Direction.Inbound,
            ThreadId = p.Dossier.Thread!.Id,
            CaseId = caseId,
            RefersTo = refersTo,
            CustomerType = CustomerOf(p, requester)?.Kind switch { PersonKind.Contact => CustomerType.Contact, PersonKind.Consumer => CustomerType.Consumer, _ => CustomerType.Guest },
            CustomerId = CustomerOf(p, requester)?.Key ?? requester?.Address ?? MailRows.Sender(mail),
            CustomerAddress = requester?.Address ?? MailRows.Sender(mail),
            CustomerName = requester?.Name ?? "",
            Subject = BareSubject.Of(mail.Mail.Subject),
            PreviousOwner = previousOwner,
            RoutingSource = channel.RoutingSource,
            Instance = channel.Instance,
            Queue = channel.Queue,
        };
        p.Take(InteractionRules.Decide(null, new InteractionInput.InboundEmail(draft), new InteractionFacts(p.Now, channel.Rules)), message);
        return draft.Id;
    }

    /// <summary>Makes a case and links the interaction to it.</summary>
    public static Case OpenCase(Proceedings p, MailArrived mail, Channel channel, long interaction, long? followUpOf)
    {
        var draft = new Case
        {
            Id = p.Given.Fresh.Id(),
            Tenant = p.Given.Setup.Tenant,
            Number = p.Given.Fresh.CaseNumber(),
            Channel = channel.Id,
            ThreadId = p.Dossier.Thread!.Id,
            Subject = BareSubject.Of(mail.Mail.Subject),
            Origin = "Email",
            CreatedBy = mail.By.Name,
            FollowUpOf = followUpOf,
        };
        p.Take(CaseRules.Decide(null, new CaseInput.Create(draft), new CaseFacts(p.Now, channel.Rules)));
        p.Set(p.Interaction(interaction) with { CaseId = draft.Id });
        p.Log(nameof(CaseLinked), "the channel makes a case of each request", interaction, draft.Id, after: draft.NumberText);
        return p.Dossier.Case(draft.Id);
    }

    /// <summary>Keeps the mail with its decision and closes the proceedings.</summary>
    public static Outcome Filed(Proceedings p, MailArrived mail, Channel channel, Message message, MailDecision decision)
    {
        var filed = decision with { MessageId = RecordId.Message(message.Id), ThreadId = p.Dossier.Thread?.Token };
        p.File(message with { Flags = string.Join(' ', filed.Flags), Visibility = filed.Visibility == "internal" ? Visibility.Internal : Visibility.Public, Decision = DecisionJson.Write(filed) });
        p.Add(MailRows.Raw(mail, message.Id));
        p.Log("MailReceived", filed.Reason, message.InteractionId, message.CaseId, message.Id, after: $"{filed.Visibility} {filed.Action}");
        if (filed.Flags.Contains("ForgedToken")) p.Log("ForgedToken", "a token of our form that no key of ours has signed; it was not believed", message.InteractionId, message.CaseId, message.Id);
        if (filed.Acknowledge && channel.Rules.AcknowledgeTemplate is not null && message.InteractionId is { } interaction)
            Acknowledgement.Send(p, p.Interaction(interaction), mail, channel);
        return p.Close(new Answer.Done(filed with { ThreadId = p.Dossier.Thread?.Token }));
    }

    private static Person? CustomerOf(Proceedings p, Participant? requester) => p.Customer?.Address == requester?.Address ? p.Customer : null;

    private static CaseThread ThreadOf(MailArrived mail, Channel channel, Given given) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = given.Setup.Tenant,
        Channel = channel.Id,
        MailboxGroup = channel.MailboxGroup,
        BareSubject = BareSubject.Of(mail.Mail.Subject),
        ClientIndex = mail.Signals.Keys.ClientIndex,
        CreatedAt = mail.At,
        LastActivityAt = mail.At,
    };
}
