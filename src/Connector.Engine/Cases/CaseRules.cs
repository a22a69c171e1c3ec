using Connector.Engine.Door;
using Connector.Engine.Settings;
using static Connector.Engine.Cases.CaseInput;

namespace Connector.Engine.Cases;

/// <summary>What can happen to a case: the columns of the table in the README beside this.</summary>
public abstract record CaseInput
{
    public sealed record Create(Case Draft) : CaseInput;

    /// <summary>An agent has begun to look into it, without making it their own.</summary>
    public sealed record Open : CaseInput;

    /// <summary>Made an agent's work.</summary>
    public sealed record Assign(string Agent) : CaseInput;

    public sealed record Wait(string Reason) : CaseInput;

    public sealed record Resume : CaseInput;

    /// <summary>A customer's mail joined it.</summary>
    public sealed record CustomerMessage : CaseInput;

    /// <summary>Used in an interaction.</summary>
    public sealed record Used : CaseInput;

    public sealed record Resolve(string? Disposition = null) : CaseInput;

    public sealed record Close(string Reason) : CaseInput;

    /// <summary>Closed as a duplicate of, or merged into, another.</summary>
    public sealed record Supersede(long Target, bool Merged) : CaseInput;

    /// <summary>A merge is taken back: to the state it had.</summary>
    public sealed record Unmerge(CaseState Before, DateTimeOffset? CloseDue = null) : CaseInput;

    public sealed record Spam : CaseInput;

    public sealed record Reopen : CaseInput;

    public sealed record FollowUp : CaseInput;

    public sealed record TimePassed : CaseInput;
}

public abstract record CaseEvent(long CaseId) : DomainEvent;

public sealed record CaseOpened(Case Initial) : CaseEvent(Initial.Id);

public sealed record CaseAssigned(long CaseId, string Agent) : CaseEvent(CaseId);

public sealed record CaseBegun(long CaseId) : CaseEvent(CaseId);

public sealed record CasePended(long CaseId, string Reason) : CaseEvent(CaseId);

public sealed record CaseReturnedToOpen(long CaseId) : CaseEvent(CaseId);

public sealed record CaseResolved(long CaseId, string? Disposition, DateTimeOffset CloseDue) : CaseEvent(CaseId);

public sealed record CaseClosed(long CaseId, string Reason, long? DuplicateOf = null, long? MergedInto = null) : CaseEvent(CaseId);

public sealed record CaseReopened(long CaseId) : CaseEvent(CaseId);

/// <summary>No longer merged; in the state it had before.</summary>
public sealed record CaseUnmerged(long CaseId, CaseState Before, DateTimeOffset? CloseDue) : CaseEvent(CaseId);

public sealed record CaseTouched(long CaseId) : CaseEvent(CaseId);

/// <summary>What the table needs beside state and input.</summary>
public sealed record CaseFacts(DateTimeOffset Now, Rules Rules);

/// <summary>The state table of a case (domain section 4): one switch.</summary>
public static class CaseRules
{
    public static Verdict Decide(Case? state, CaseInput input, CaseFacts facts) => (state?.State ?? CaseState.None, input) switch
    {
        (CaseState.None, Create c) => Verdict.Of(new CaseOpened(c.Draft)),
        (CaseState.None, TimePassed) => Verdict.Already("there is no case"),
        (CaseState.None, _) => new Verdict.Refused(RuleNames.NotFound, "there is no case"),

        (CaseState.Closed, TimePassed) => Verdict.Already("closed already"),
        (CaseState.Closed, Close or Supersede) => Verdict.Already("closed already"),
        (CaseState.Closed, Unmerge u) when state!.MergedInto is not null => facts.Now <= state.ClosedAt + facts.Rules.MergeUndo
            ? Verdict.Of(new CaseUnmerged(state.Id, u.Before, u.CloseDue))
            : new Verdict.Refused(RuleNames.MergeUndoOver, $"merges are undone within {facts.Rules.MergeUndo.TotalDays:0.#} days"),
        (CaseState.Closed, Reopen or CustomerMessage or FollowUp) when state!.MergedInto is not null => new Verdict.Refused(RuleNames.CaseMerged, "a merged case is its target; undo the merge first"),
        (CaseState.Closed, Reopen) => facts.Rules.ReopenClosedCases
            ? Verdict.Of(new CaseReopened(state!.Id))
            : new Verdict.Refused(RuleNames.ReopenNotAllowed, "ReopenClosedCases is off"),
        (CaseState.Closed, CustomerMessage) => facts.Rules.ReopenOnReply
            ? Verdict.Of(new CaseReopened(state!.Id) { Why = "the customer wrote and ReopenOnReply is on" })
            : new Verdict.Refused(RuleNames.ReopenNotAllowed, "a mail reopens a closed case only with ReopenOnReply"),
        (CaseState.Closed, FollowUp) => Verdict.Of(new CaseTouched(state!.Id) { Why = "a follow-up case was made" }),

        (_, Create) => Verdict.Already("created already"),
        (CaseState.New, Open) => Verdict.Of(new CaseBegun(state!.Id)),
        (CaseState.Open or CaseState.Pending or CaseState.Resolved, Open) => Verdict.Already("opened already"),
        (CaseState.New, Assign a) => Verdict.Of(new CaseAssigned(state!.Id, a.Agent)),
        (CaseState.Open or CaseState.Pending or CaseState.Resolved, Assign a) => a.Agent == state!.Assignee
            ? Verdict.Already("assigned already")
            : Verdict.Of(new CaseAssigned(state.Id, a.Agent)),
        (CaseState.Open, Wait w) => w.Reason.Length == 0
            ? new Verdict.Refused(RuleNames.ReasonRequired, "waiting needs a reason")
            : Verdict.Of(new CasePended(state!.Id, w.Reason)),
        (CaseState.Pending, Wait) => Verdict.Already("pending already"),
        (CaseState.Pending, Resume) => Verdict.Of(new CaseReturnedToOpen(state!.Id)),
        (CaseState.Open, Resume) => Verdict.Already("open already"),
        (CaseState.Pending or CaseState.Resolved, CustomerMessage) => Verdict.Of(new CaseReturnedToOpen(state!.Id) { Why = "the customer wrote" }),
        (CaseState.Resolved, Used) => Verdict.Of(new CaseReturnedToOpen(state!.Id) { Why = "used in an interaction" }),
        (CaseState.New or CaseState.Open, CustomerMessage) => Verdict.Of(new CaseTouched(state!.Id) { Why = "the customer wrote" }),
        (CaseState.New or CaseState.Open or CaseState.Pending, Used) => Verdict.Of(new CaseTouched(state!.Id) { Why = "used in an interaction" }),
        (CaseState.Open or CaseState.Pending, Resolve r) => Verdict.Of(Resolved(state!, r.Disposition, facts)),
        (CaseState.Resolved, Resolve) => Verdict.Already("resolved already"),
        (CaseState.Resolved, TimePassed) when facts.Now >= state!.CloseDue => Verdict.Of(new CaseClosed(state.Id, "ResolvedToClosedAfter") { Why = $"resolved since {state.ResolvedAt:u}" }),
        (_, TimePassed) => Verdict.Already("nothing is due"),
        (CaseState.Resolved, Spam) when state!.Disposition == SpamDisposition => Verdict.Already("spam already"),
        (not CaseState.Closed, Spam) => Verdict.Of(Resolved(state!, SpamDisposition, facts)),
        (_, Close c) => c.Reason.Length == 0
            ? new Verdict.Refused(RuleNames.ReasonRequired, "closing needs a reason")
            : Verdict.Of(new CaseClosed(state!.Id, c.Reason)),
        (_, Supersede s) => Verdict.Of(s.Merged
            ? new CaseClosed(state!.Id, "Merged", MergedInto: s.Target)
            : new CaseClosed(state!.Id, "Duplicate", DuplicateOf: s.Target)),
        _ => new Verdict.Refused(RuleNames.NotAllowedInState, $"{input.GetType().Name} is not allowed in state {state!.State}"),
    };

    public const string SpamDisposition = "Spam";

    private static CaseResolved Resolved(Case state, string? disposition, CaseFacts facts) =>
        new(state.Id, disposition, facts.Now + facts.Rules.ResolvedToClosedAfter);
}
