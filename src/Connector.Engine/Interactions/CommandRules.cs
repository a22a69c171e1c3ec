using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Transfers;

namespace Connector.Engine.Interactions;

/// <summary>Commands on an interaction: who may, then the state table, then what the command itself brings.</summary>
internal static class CommandRules
{
    public static Outcome Decide(InteractionCommand command, Known known, Given given)
    {
        if (known.Dossier?.Interactions.Find(i => i.Id == command.InteractionId) is not { } interaction)
            return new Outcome(new Answer.Refused(RuleNames.NotFound, $"there is no interaction {RecordId.Interaction(command.InteractionId)}"));
        var channel = given.Setup.Channel(interaction.Channel) ?? new Channel { Id = interaction.Channel };
        if (Authority.Refusal(command, interaction) is { } refused) return new Outcome(refused);
        var p = new Proceedings(known.Dossier, command, given);
        var answer = Carry(p, command, interaction, channel);
        return answer is Answer.Refused or Answer.Nothing ? new Outcome(answer) : p.Close(answer!);
    }

    private static Answer Carry(Proceedings p, InteractionCommand command, Interaction interaction, Channel channel) => command switch
    {
        AgentReply c => Reply(p, c, interaction, channel),
        AgentNote c => Note(p, c, interaction, channel),
        AgentClose { Code: { } code } when Unknown(code, p) is { } refused => refused,
        AgentWrapUp c when Unknown(c.Code, p) is { } refused => refused,
        AgentCreateCase c => CreateCase(p, c, interaction, channel),
        AgentTransfer c => TransferCommandRules.Request(p, c, interaction, Facts(p, interaction, channel)),
        _ => Step(p, interaction, InputOf(command, interaction), channel) ?? Done(interaction.Id),
    };

    private static InteractionInput InputOf(InteractionCommand command, Interaction interaction) => command switch
    {
        AgentHold => new InteractionInput.Hold(),
        AgentResume => new InteractionInput.Resume(),
        AgentClose c when interaction.State == InteractionState.New => new InteractionInput.CloseUnhandled(c.Reason),
        AgentClose { Code: { } code } c when interaction.State == InteractionState.WrapUp => new InteractionInput.SubmitCode(code, c.Notes),
        AgentClose c => new InteractionInput.Close(c.Code, c.Notes),
        AgentWrapUp c => new InteractionInput.SubmitCode(c.Code, c.Notes),
        ReleaseOwner c => new InteractionInput.OwnerLost(c.Reason),
        InteractionTimePassed c => new InteractionInput.TimePassed(c.Sweep),
        _ => throw new InvalidOperationException(command.GetType().Name),
    };

    private static Answer? Step(Proceedings p, Interaction interaction, InteractionInput input, Channel channel, long? message = null) =>
        p.Take(InteractionRules.Decide(interaction, input, Facts(p, interaction, channel)), message);

    private static InteractionFacts Facts(Proceedings p, Interaction interaction, Channel channel) =>
        new(p.Now, channel.Rules, p.Dossier.OpenTransfer(interaction.Id) is not null, p.Dossier.OpenTransfer(interaction.Id)?.State == TransferState.Accepted);

    private static Answer Reply(Proceedings p, AgentReply c, Interaction interaction, Channel channel)
    {
        if (string.IsNullOrWhiteSpace(c.Text)) return new Answer.Refused(RuleNames.EmptyText, "text: a reply needs a text");
        if (interaction.ChannelType != ChannelType.Email) return new Answer.Refused(RuleNames.NotSupported, $"replies by mail are for email channels, {interaction.Channel} is {interaction.ChannelType}");
        var people = p.Dossier.Participants;
        if (people.Find(x => x.Role == ParticipantRole.Requester) is not { } requester) return new Answer.Refused(RuleNames.NoRecipient, "the thread has no requester to write to");
        if (Step(p, interaction, new InteractionInput.Sent(), channel) is { } refused) return refused;
        var sent = ReplyComposer.Send(p, interaction, new Letter([requester], CcsOf(people, channel), c.Text, c.Html, c.Attachments), channel);
        return Done(interaction.Id, sent.Id);
    }

    private static IReadOnlyList<Participant> CcsOf(System.Collections.Immutable.ImmutableList<Participant> people, Channel channel) =>
        channel.Rules.Tells(NotificationOn.PublicMessage, NotificationRules.RequesterAndCcs) ? people.FindAll(x => x.Role == ParticipantRole.Cc) : [];

    private static Answer Note(Proceedings p, AgentNote c, Interaction interaction, Channel channel)
    {
        if (string.IsNullOrWhiteSpace(c.Text)) return new Answer.Refused(RuleNames.EmptyText, "text: a note needs a text");
        var note = new Message
        {
            Id = p.Given.Fresh.Id(),
            Tenant = interaction.Tenant,
            ThreadId = interaction.ThreadId,
            InteractionId = interaction.Id,
            CaseId = interaction.CaseId,
            Channel = interaction.Channel,
            Kind = MessageKind.Note,
            Direction = Direction.Outbound,
            Visibility = Visibility.Internal,
            Agent = c.By.Agent,
            Text = c.Text,
            At = p.Now,
        };
        if (Step(p, interaction, new InteractionInput.AddNote(), channel, note.Id) is { } refused) return refused;
        p.Add(note);
        return Done(interaction.Id, note.Id);
    }

    private static Answer CreateCase(Proceedings p, AgentCreateCase c, Interaction interaction, Channel channel)
    {
        if (!interaction.IsClosed && interaction.CaseId is { } existing) return new Answer.Refused(RuleNames.CaseExists, $"the interaction belongs to case {RecordId.Case(existing)} already");
        var id = p.Given.Fresh.Id();
        if (Step(p, interaction, new InteractionInput.CreateCase(id), channel) is { } refused) return refused;
        var draft = new Case
        {
            Id = id,
            Tenant = interaction.Tenant,
            Number = p.Given.Fresh.CaseNumber(),
            Channel = interaction.Channel,
            ThreadId = interaction.ThreadId,
            Subject = string.IsNullOrWhiteSpace(c.Subject) ? interaction.Subject : c.Subject,
            Description = c.Description,
            Origin = "Interaction",
            CreatedBy = c.By.Name,
        };
        var facts = new CaseFacts(p.Now, channel.Rules);
        p.Take(CaseRules.Decide(null, new CaseInput.Create(draft), facts));
        if ((c.By.Agent ?? interaction.Owner) is { } agent) p.Take(CaseRules.Decide(p.Dossier.Case(id), new CaseInput.Assign(agent), facts));
        return new Answer.Done(new CommandResult(interaction.Id, CaseId: id));
    }

    private static Answer.Refused? Unknown(string code, Proceedings p) => code.Length == 0
        ? new Answer.Refused(RuleNames.CodeRequired, "code: a wrap-up code is required")
        : p.Given.Setup.Codes.ContainsKey(code) ? null : new Answer.Refused(RuleNames.UnknownCode, $"code: '{code}' is none of {string.Join(", ", p.Given.Setup.Codes.Keys.Order())}");

    private static Answer.Done Done(long interaction, long? message = null) => new(new CommandResult(interaction, message));
}

/// <summary>What a command came to; the caller reads the new state.</summary>
public sealed record CommandResult(long InteractionId, long? MessageId = null, long? CaseId = null, long? TransferId = null);
