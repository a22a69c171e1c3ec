using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Outbound;

/// <summary>Which events the vendor is told of. An input that comes from an instance writes nothing back to it: that is the whole echo rule.</summary>
public static class CallRules
{
    public static void React(Proceedings p, Interaction? was, Interaction now, InteractionEvent happened)
    {
        if (now.Instance.Length == 0) return;
        var can = p.Given.Setup.CapabilitiesOf(now.Instance);
        foreach (var work in WorkFor(p, was, now, happened).Where(w => can.HasFlag(w.Needs)))
            if (now.Instance == p.Input.By.Instance) p.Suppress();
            else p.Send(now, work.Work);
    }

    private static IEnumerable<(Capability Needs, OutgoingWork Work)> WorkFor(Proceedings p, Interaction? was, Interaction now, InteractionEvent happened) => happened switch
    {
        InteractionQueued e => [(Capability.RouteWork, Route(p, now, e.AssignTo))],
        InteractionHeld => [(Capability.Hold, Plain(now, WorkOperation.Hold))],
        InteractionResumed or WrapUpCancelled => [(Capability.Hold, Plain(now, WorkOperation.Resume))],
        CustomerMessageJoined => [(Capability.LaterMail, LaterMail(p, now))],
        WrapUpOpened => [(Capability.EndConversation, End(now, EndStage.ConversationOver))],
        InteractionCompleted e => Completed(p, was!, now, e),
        InteractionAbandoned => [(Capability.EndConversation, End(now, EndStage.ConversationOver)), (Capability.EndClosed, End(now, EndStage.Closed))],
        _ => [],
    };

    private static IEnumerable<(Capability Needs, OutgoingWork Work)> Completed(Proceedings p, Interaction was, Interaction now, InteractionCompleted e)
    {
        if (was.State != InteractionState.WrapUp) yield return (Capability.EndConversation, End(now, EndStage.ConversationOver));
        if (SegmentRules.LastOf(p.Dossier, now.Id) is { AwaitingConfirmation: true } segment)
            yield return (Capability.WrapUp, WrapUp(now, e, p.Now) with { SegmentId = segment.Id });
        yield return (Capability.EndClosed, End(now, EndStage.Closed));
    }

    private static OutgoingWork Route(Proceedings p, Interaction i, string? assignTo)
    {
        var rules = p.Given.Setup.Channel(i.Channel)?.Rules ?? new();
        var work = new RouteWork
        {
            InteractionId = RecordId.Interaction(i.Id),
            Round = i.Round,
            Queue = i.Queue,
            ChannelType = i.ChannelType,
            Size = i.Size,
            PreferredAgent = rules.PreferPreviousAgent ? i.PreviousOwner : null,
            PreferredWait = rules.PreferPreviousAgentWait,
            AssignTo = assignTo,
            Subject = i.Subject,
            From = i.CustomerAddress,
            FromName = i.CustomerName.Length == 0 ? null : i.CustomerName,
            To = p.Given.Setup.Channel(i.Channel)?.FromAddress,
            Existing = i.ExternalId,
            WaitingSince = i.WaitingSince,
        };
        return new(i.Instance, nameof(WorkOperation.Route), JsonSerializer.Serialize(work, OutboxJson.Default.RouteWork), Precondition.InState(i));
    }

    private static OutgoingWork Plain(Interaction i, WorkOperation operation) =>
        new(i.Instance, operation.ToString(), "{}", Precondition.InState(i));

    private static OutgoingWork LaterMail(Proceedings p, Interaction i) => new(i.Instance, nameof(WorkOperation.AddMail),
        JsonSerializer.Serialize(new LaterMail(i.CustomerAddress, i.Subject, p.Now), OutboxJson.Default.LaterMail), Precondition.InRound(i));

    private static OutgoingWork End(Interaction i, EndStage stage) =>
        new(i.Instance, nameof(WorkOperation.End), JsonSerializer.Serialize(new EndPayload(stage), OutboxJson.Default.EndPayload), Precondition.InRound(i));

    private static OutgoingWork WrapUp(Interaction i, InteractionCompleted e, DateTimeOffset now) => new(i.Instance, nameof(WorkOperation.SetWrapUp),
        JsonSerializer.Serialize(new WrapUpCode(e.Code, e.Notes, now, e.Source == CodeSource.Agent), OutboxJson.Default.WrapUpCode), Precondition.WithCode(i));
}
