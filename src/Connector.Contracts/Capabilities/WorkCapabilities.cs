namespace Connector.Contracts;

/// <summary>The vendor can queue and assign work. Called from the outbox, one call a lane at a time.</summary>
public interface IRouteWork
{
    /// <summary>Queues the interaction. A repetition with the same <see cref="CallMark.Key"/> answers the same id.</summary>
    ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation);
}

/// <summary>The vendor can be told that work is over.</summary>
public interface IEndWork
{
    /// <summary>The stages this adapter wants to be told.</summary>
    EndStage Stages { get; }

    /// <summary>Ends the work. Work that is already gone is no error.</summary>
    ValueTask EndAsync(WorkRef work, EndStage stage, CallMark mark, CancellationToken cancellation);
}

/// <summary>The vendor can park work while we wait for the customer, so that capacity is free.</summary>
public interface IHoldWork
{
    /// <summary>Parks the work with its owner. Answers the id it has from now on: another one where a hold makes new work.</summary>
    ValueTask<RoutedWork> HoldAsync(WorkRef work, CallMark mark, CancellationToken cancellation);

    /// <summary>Gives parked work back to its owner, above the limit if need be; also work whose conversation was over, since the customer wrote again during wrap-up.
    /// Answers the id it has from now on.</summary>
    ValueTask<RoutedWork> ResumeAsync(WorkRef work, CallMark mark, CancellationToken cancellation);
}

/// <summary>The vendor can hand work to another queue or agent.</summary>
public interface ITransferWork
{
    /// <summary>When the vendor itself frees the transferring agent's capacity. Our ledger releases at Accepted either way; reconciliation reports
    /// the lag of a vendor that is later instead of an error.</summary>
    CapacityFreed FreesCapacity => CapacityFreed.AtAccepted;

    /// <summary>Asks for the transfer. Returning means the vendor took the request (Accepted); <see cref="RejectedException"/> means Refused.
    /// Answers the id the work has from now on: another one where a transfer makes new work.</summary>
    ValueTask<RoutedWork> TransferAsync(WorkRef work, TransferTarget target, CallMark mark, CancellationToken cancellation);
}

/// <summary>The queues and agents that the vendor lets work be handed to.</summary>
public interface IListTargets
{
    /// <summary>What the vendor authorises now for this work. The host keeps the answer for five minutes at most; anything else is refused before a call is made.</summary>
    ValueTask<IReadOnlyList<TransferTarget>> TargetsAsync(WorkRef work, CancellationToken cancellation);
}

/// <summary>The vendor keeps wrap-up codes of its own.</summary>
public interface ISetWrapUp
{
    /// <summary>Stores the code on the agent's part of the work. Confirmed when this returns or the echo arrives, whichever is first.</summary>
    ValueTask SetWrapUpAsync(WorkRef work, WrapUpCode code, CallMark mark, CancellationToken cancellation);
}

/// <summary>The vendor wants to know of later customer mail on work it has.</summary>
public interface IAddLaterMail
{
    /// <summary>Adds the mail; an owner, if any, keeps the work.</summary>
    ValueTask AddMailAsync(WorkRef work, LaterMail mail, CallMark mark, CancellationToken cancellation);
}
