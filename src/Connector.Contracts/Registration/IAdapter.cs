namespace Connector.Contracts;

/// <summary>
/// One configured use of a plugin (one vendor tenant). What it can do is told by the capability interfaces it implements
/// (<see cref="IRouteWork"/>, <see cref="IHoldWork"/>, …). It translates; it decides nothing about cases, threads, people or codes.
/// Calls come concurrently, never before <see cref="StartAsync"/> has returned. Failures are told by <see cref="AdapterException"/> types alone.
/// </summary>
public interface IAdapter : IAsyncDisposable
{
    /// <summary>Called once. A throw marks the instance Failed with the reason; the host and the other instances go on.</summary>
    ValueTask StartAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>How the host may repeat an operation whose answer was lost. Asked before the first attempt.</summary>
    Repeat RepeatOf(WorkOperation operation);
}

/// <summary>What an answer that was lost allows.</summary>
public enum RepeatKind
{
    /// <summary>Repeating has no further effect.</summary>
    Safe,

    /// <summary>The vendor drops a repetition that carries the same idempotency key.</summary>
    Key,

    /// <summary>Wait <see cref="Repeat.Lag"/>, read the item, then adopt what is found or repeat.</summary>
    ReadBack,

    /// <summary>Neither can be had: the host does not repeat, it parks the call for a person.</summary>
    Unsafe,
}

/// <summary>See <see cref="RepeatKind"/>; <paramref name="Lag"/> is how long a write may stay invisible to a read.</summary>
public readonly record struct Repeat(RepeatKind Kind, TimeSpan Lag = default)
{
    /// <summary>Repeating is harmless.</summary>
    public static Repeat Safe => new(RepeatKind.Safe);
}

/// <summary>The operations the host calls through the outbox.</summary>
public enum WorkOperation
{
    /// <summary><see cref="IRouteWork.RouteAsync"/></summary>
    Route,

    /// <summary><see cref="IAddLaterMail.AddMailAsync"/></summary>
    AddMail,

    /// <summary><see cref="IHoldWork.HoldAsync"/></summary>
    Hold,

    /// <summary><see cref="IHoldWork.ResumeAsync"/></summary>
    Resume,

    /// <summary><see cref="IEndWork.EndAsync"/></summary>
    End,

    /// <summary><see cref="ISetWrapUp.SetWrapUpAsync"/></summary>
    SetWrapUp,

    /// <summary><see cref="ITransferWork.TransferAsync"/></summary>
    Transfer,

    /// <summary><see cref="ISaveCodes.AddCodeAsync"/></summary>
    AddCode,

    /// <summary><see cref="ISaveCodes.RenameCodeAsync"/></summary>
    RenameCode,

    /// <summary><see cref="ISaveCodes.RetireCodeAsync"/></summary>
    RetireCode,
}
