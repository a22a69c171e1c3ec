using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Reconciling;
using Connector.Engine.Routing;
using Connector.Engine.Seeding;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;

namespace Connector.Engine.Door;

/// <summary>The one door's rules: each input to the noun that decides it.</summary>
public sealed class EngineRules : IRules
{
    public LookUp LookUpFor(Input input) => input switch
    {
        MailArrived m => new LookUp.Mail(m.Signals.Keys with { ReleasedFrom = m.ReleasedFrom, At = m.At }),
        InteractionCommand c => new LookUp.Interaction(c.InteractionId, WithHistory: c is AgentReply),
        CaseCommand c => new LookUp.Case(c.CaseId),
        FollowUpCase c => new LookUp.Case(c.CaseId),
        DisposeCase c => new LookUp.Case(c.CaseId),
        MergeCases c => new LookUp.Cases(c.All),
        UndoMerge c => new LookUp.Cases([c.CaseId]),
        CloseDuplicate c => new LookUp.Cases([c.CaseId, c.Of]),
        ParticipantCommand c => new LookUp.Interaction(c.InteractionId),
        MessageCommand c => new LookUp.OfMessage(c.MessageId),
        AddExternalMessage c => new LookUp.Interaction(c.InteractionId),
        MoveMail c => new LookUp.Move(c.MessageId, c.ToInteraction, c.ToCase),
        Observed { Work.Code: not null } o => new LookUp.WithCode(WorkOf(o), o.Instance),
        Observed o => WorkOf(o),
        TransferTimePassed t => new LookUp.Transfer(t.TransferId),
        CallFinished c => new LookUp.Outbox(c.OutboxId) { Held = c.Called, Alone = OutboxRules.ConcernsRowAlone(c) },
        RetryOutbox r => new LookUp.Outbox(r.OutboxId),
        DiscardOutbox d => new LookUp.Outbox(d.OutboxId),
        EditOutbox e => new LookUp.Outbox(e.OutboxId),
        DiscardQuarantined d => new LookUp.Quarantined(d.QuarantineId),
        CodeCommand => new LookUp.Codes(null),
        MapCode c => new LookUp.Codes(c.Instance),
        CatalogueRead c => new LookUp.Codes(c.Instance),
        ApplyPlan c => new LookUp.Codes(c.Instance),
        RepairWork { Theirs: { Code: not null } } r => new LookUp.WithCode(new LookUp.Interaction(r.InteractionId), r.Instance),
        RepairWork r => new LookUp.Interaction(r.InteractionId),
        EndStray { InteractionId: { } id } => new LookUp.Interaction(id),
        EndStray => new LookUp.None(),
        CreateCase => new LookUp.None(),
        PutSeed => new LookUp.None(),
        _ => throw new InvalidOperationException($"no look-up for {input.GetType().Name}"),
    };

    public Outcome Decide(Input input, Known known, Given given) => input switch
    {
        MailArrived { ReleasedFrom: { } id } m => QuarantineRules.Released(id, MailRules.Decide(m, known, given), known),
        MailArrived m => MailRules.Decide(m, known, given),
        DisposeInteraction c => Dispositions.Decide(c, known, given),
        InteractionCommand c => CommandRules.Decide(c, known, given),
        CaseCommand c => CaseCommandRules.Decide(c, known, given),
        CreateCase c => CreateCaseRules.Decide(c, given),
        FollowUpCase c => FollowUpRules.Decide(c, known, given),
        DisposeCase c => Dispositions.Decide(c, known, given),
        MergeCases c => MergeRules.Decide(c, known, given),
        UndoMerge c => UndoMergeRules.Decide(c, known, given),
        CloseDuplicate c => DuplicateRules.Decide(c, known, given),
        ParticipantCommand c => ParticipantCommandRules.Decide(c, known, given),
        MessageCommand c => MessageCommandRules.Decide(c, known, given),
        AddExternalMessage c => ExternalMessageRules.Decide(c, known, given),
        MoveMail c => MoveRules.Decide(c, known, given),
        Observed o => ObservationRules.Decide(o, known, given),
        TransferTimePassed t => TransferCalls.Decide(t, known, given),
        CallFinished or RetryOutbox or DiscardOutbox or EditOutbox => OutboxRules.Decide(input, known, given),
        CodeCommand c => CodeCommandRules.Decide(c, known, given),
        MapCode c => MappingRules.Decide(c, known, given),
        CatalogueRead c => CatalogueReadRules.Decide(c, known, given),
        ApplyPlan c => PlanRules.Decide(c, known, given),
        RepairWork r => ReconcileRules.Decide(r, known, given),
        EndStray s => ReconcileRules.Decide(s, known, given),
        PutSeed s => SeedRules.Decide(s, given),
        DiscardQuarantined d => QuarantineRules.Discard(d, known, given),
        _ => throw new InvalidOperationException($"no rules for {input.GetType().Name}"),
    };

    private static LookUp WorkOf(Observed o) => RecordId.TryParse(o.Work.InteractionId, 'i', out var id) ? new LookUp.Interaction(id, Lane: o.Instance) : new LookUp.External(o.Instance, o.Work.ExternalId);
}
