namespace Connector.Engine.Interactions;

/// <summary>What can happen to an interaction, whatever brought it: the columns of the table in the README beside this.</summary>
public abstract record InteractionInput
{
    /// <summary>First mail of a request.</summary>
    public sealed record InboundEmail(Interaction Draft) : InteractionInput;

    /// <summary>An agent opened the composer on a contact or consumer.</summary>
    public sealed record ComposerOpened(Interaction Draft, string Agent) : InteractionInput;

    /// <summary>An agent accepted the offer, or the router assigned one.</summary>
    public sealed record Assigned(string Agent) : InteractionInput;

    public sealed record CloseUnhandled(string Reason) : InteractionInput;

    public sealed record Hold : InteractionInput;

    public sealed record Resume : InteractionInput;

    /// <summary>The owner sent a public mail.</summary>
    public sealed record Sent : InteractionInput;

    /// <summary>A person on the customer's side wrote. <paramref name="OwnerAway"/> matters only with <c>RerouteOnReply</c>.</summary>
    public sealed record CustomerMessage(bool OwnerAway = false) : InteractionInput;

    public sealed record Close(string? Code = null, string Notes = "") : InteractionInput;

    public sealed record CreateCase(long CaseId) : InteractionInput;

    public sealed record AssociateCase(long CaseId) : InteractionInput;

    public sealed record SubmitCode(string Code, string Notes = "") : InteractionInput;

    public sealed record AddNote : InteractionInput;

    public sealed record TransferRequested : InteractionInput;

    /// <summary>The router took the request.</summary>
    public sealed record TransferAccepted(string? Queue) : InteractionInput;

    public sealed record TransferRefused : InteractionInput;

    /// <param name="SourceQueue">Where it goes back to.</param>
    /// <param name="Requeued">The vendor has put it back itself, so this routing goes on.</param>
    public sealed record TransferTimedOut(string SourceQueue, bool Requeued = false) : InteractionInput;

    /// <summary>Unassigned, left or disabled. <paramref name="Requeued"/>: the vendor has put the work back itself, so this routing goes on.</summary>
    public sealed record OwnerLost(string Why, bool Requeued = false) : InteractionInput;

    public sealed record VendorEnded(string? Reason = null) : InteractionInput;

    /// <summary>A wrap-up code was given at the vendor: chosen by an agent there, or (<paramref name="ByTimeout"/>) by the vendor's own timer.</summary>
    public sealed record VendorCode(string Code, string Notes = "", bool ByTimeout = false) : InteractionInput;

    /// <summary>All drafts expired.</summary>
    public sealed record DraftsExpired(bool EverSent) : InteractionInput;

    /// <summary>A sweep looked at the clock.</summary>
    public sealed record TimePassed(InteractionSweep Sweep) : InteractionInput;
}

public enum InteractionSweep
{
    WrapUpTimeout,
    WrapUpSafety,
    InactivityClosure,
}
