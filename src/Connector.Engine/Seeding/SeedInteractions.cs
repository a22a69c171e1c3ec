using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Seeding;

/// <summary>An interaction in the state described, with the clocks, segment and ledger entry that state has.</summary>
internal static class SeedInteractions
{
    public static Interaction Make(SeedInteraction i, CaseThread thread, Channel channel, DateTimeOffset lastHuman, DateTimeOffset now, Given given)
    {
        var state = i.State is null ? InteractionState.New : Enum.Parse<InteractionState>(i.State, ignoreCase: true);
        var direction = i.Direction is null ? Direction.Inbound : Enum.Parse<Direction>(i.Direction, ignoreCase: true);
        var closed = state is InteractionState.ClosedComplete or InteractionState.ClosedAbandoned;
        var wrapUpSince = i.At?.Updated ?? lastHuman;
        return new Interaction
        {
            Id = given.Fresh.Id(),
            Tenant = given.Setup.Tenant,
            Channel = channel.Id,
            ChannelType = channel.Type,
            Direction = direction,
            State = state,
            ThreadId = thread.Id,
            Subject = thread.BareSubject,
            Owner = i.Owner,
            RoutingSource = channel.RoutingSource,
            Instance = channel.Instance,
            Queue = channel.Queue,
            Round = 1,
            CreatedAt = i.At?.Created ?? lastHuman,
            UpdatedAt = i.At?.Updated ?? i.At?.Closed ?? lastHuman,
            WaitingSince = i.At?.Created ?? lastHuman,
            LastHumanAt = lastHuman,
            InactivityDue = state == InteractionState.OnHold
                ? (i.At?.Held ?? lastHuman) + (direction == Direction.Inbound ? channel.Rules.Inbound : channel.Rules.Outbound).InactivityPeriod : null,
            WrapUpDue = state == InteractionState.WrapUp ? wrapUpSince + channel.Rules.WrapUpTimeout : null,
            SafetyDue = state == InteractionState.WrapUp ? wrapUpSince + channel.Rules.MaxWrapUp : null,
            ClosedAt = closed ? i.At?.Closed ?? i.At?.Updated ?? now : null,
            Code = state == InteractionState.ClosedComplete ? channel.Rules.DefaultWrapUpCode : null,
            CodeSource = state == InteractionState.ClosedComplete ? CodeSource.Agent : null,
            NoCodeReason = state == InteractionState.ClosedAbandoned ? "Seed" : null,
        };
    }

    public static IEnumerable<object> Beside(Interaction i, Given given)
    {
        if (i.UsesCapacityOf is { } agent)
            yield return new CapacityEntry
            {
                Id = given.Fresh.Id(), Tenant = i.Tenant, Agent = agent, ChannelType = i.ChannelType, InteractionId = i.Id, Delta = i.Size, Cause = "Seed", At = i.CreatedAt,
            };
        if (i.State is InteractionState.WrapUp or InteractionState.ClosedComplete)
            yield return new WrapUpSegment
            {
                Id = given.Fresh.Id(),
                Tenant = i.Tenant,
                InteractionId = i.Id,
                Agent = i.Owner,
                State = i.IsClosed ? SegmentState.Confirmed : SegmentState.Open,
                Code = i.Code,
                Source = i.CodeSource,
                OpenedAt = i.UpdatedAt,
                SubmittedAt = i.ClosedAt,
                ConfirmedAt = i.ClosedAt,
            };
    }
}
