using Connector.Engine.Door;
using static Connector.Engine.Transfers.TransferInput;
using S = Connector.Engine.Transfers.TransferState;

namespace Connector.Engine.Transfers;

/// <summary>What the table needs beside state and input.</summary>
public sealed record TransferFacts(DateTimeOffset Now, TimeSpan Timeout);

/// <summary>The state table of a transfer: one switch. The README beside this file is compared with it by a test.</summary>
public static class TransferRules
{
    public static Verdict Decide(Transfer? state, TransferInput input, TransferFacts facts) => (state?.State ?? S.None, input) switch
    {
        (S.None, Request r) => Verdict.Of(new TransferRequested(r.Draft with { RequestedAt = facts.Now, DueAt = facts.Now + facts.Timeout })),
        (S.None, Seen s) => Verdict.Of(new TransferSeen(s.Draft with { RequestedAt = facts.Now, AcceptedAt = facts.Now, DueAt = AssignmentDue(s.Draft, facts) })),
        (S.None, TimePassed) => Verdict.Already("there is no transfer"),

        (S.Requested, Accept) => Verdict.Of(new TransferAccepted(state!.Id, AssignmentDue(state, facts))),
        (S.Requested, Refuse r) => Verdict.Of(new TransferRefused(state!.Id, r.Reason)),
        (S.Requested, Fail f) => Verdict.Of(new TransferRefused(state!.Id, f.Reason)),
        (S.Requested, NotMade n) => Verdict.Of(new TransferTimedOut(state!.Id, n.Reason)),
        (S.Requested, TimePassed t) when facts.Now >= state!.DueAt => t.Called
            ? Verdict.Of(new TransferUnanswered(state.Id, $"asked at {state.RequestedAt:u}; the vendor has not answered"))
            : Verdict.Of(new TransferTimedOut(state.Id, "it was not sent in time")),

        (S.Accepted, Assign a) => Verdict.Of(new TransferAssigned(state!.Id, a.Agent)),
        (S.Accepted, Fail f) => Verdict.Of(new TransferTimedOut(state!.Id, f.Reason)),
        (S.Accepted, TimePassed) when facts.Now >= state!.DueAt => Verdict.Of(new TransferTimedOut(state.Id, $"{state.TargetAgent} did not take it by {state.DueAt:u}")),

        (S.Requested or S.Accepted, WorkEnded) => Verdict.Of(new TransferTimedOut(state!.Id, "the work has ended")),
        (S.Assigned, Confirm) => Verdict.Of(new TransferConfirmed(state!.Id)),

        (S.Accepted or S.Assigned or S.Confirmed or S.Refused or S.TimedOut, Accept or Refuse or NotMade) => Verdict.Already($"the transfer is {state!.State} already"),
        (S.Assigned or S.Confirmed, Assign) => Verdict.Already($"{state!.TargetAgent} has it already"),
        (S.Requested or S.Accepted or S.Confirmed, Confirm) => Verdict.Already($"the transfer is {state!.State}"),
        (S.Assigned or S.Confirmed or S.Refused or S.TimedOut, Fail or WorkEnded) => Verdict.Already($"the transfer is {state!.State} already"),
        (_, TimePassed) => Verdict.Already("nothing is due"),
        _ => new Verdict.Refused(RuleNames.NotAllowedInState, $"{input.GetType().Name} is not allowed for a transfer in state {state?.State ?? S.None}"),
    };

    /// <summary>A queue may hold the item as long as it likes; an agent has the time again to take it.</summary>
    private static DateTimeOffset? AssignmentDue(Transfer transfer, TransferFacts facts) => transfer.TargetAgent is null ? null : facts.Now + facts.Timeout;
}
