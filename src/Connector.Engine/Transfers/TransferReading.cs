using Connector.Contracts;

namespace Connector.Engine.Transfers;

/// <summary>What the vendor's record of the work says about a request whose answer is not known.</summary>
public enum TransferTrace
{
    /// <summary>The vendor shows neither the one nor the other.</summary>
    Unknown,

    /// <summary>It was taken.</summary>
    Made,

    /// <summary>The vendor took it and it came to nothing.</summary>
    Failed,

    /// <summary>The work is where it was, and no transfer is shown.</summary>
    NotMade,
}

/// <summary>Reads back a transfer from an observation. Pure: asked by the engine and, before a repetition, by the runtime.</summary>
public static class TransferReading
{
    public static TransferTrace Of(TransferOrder order, WorkObservation work)
    {
        if (work.Transfer is { } shown && shown.At >= order.RequestedAt - ClockDifference && Names(order, shown))
            return shown.State == ObservedTransferState.Failed ? TransferTrace.Failed : TransferTrace.Made;
        if (work.State is WorkState.Queued or WorkState.PendingAccept && Same(work.Queue, order.Queue)) return TransferTrace.Made;
        if (work.Agent is { } agent && agent != order.SourceAgent && work.State is not WorkState.Queued) return TransferTrace.Made;
        return work.State is WorkState.Accepted or WorkState.Held && work.Agent == order.SourceAgent ? TransferTrace.NotMade : TransferTrace.Unknown;
    }

    /// <summary>How far the vendor's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);

    private static bool Names(TransferOrder order, ObservedTransfer shown) =>
        order.Agent is not null ? shown.Agent is null || shown.Agent == order.Agent : shown.Queue is null || Same(shown.Queue, order.Queue);

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A transfer as it stands in the outbox.</summary>
/// <param name="Queue">The vendor's queue, or null.</param>
/// <param name="Agent">Our agent, or null.</param>
/// <param name="Name">Name of the target, for the vendor's record.</param>
/// <param name="SourceAgent">Who hands it over.</param>
/// <param name="RequestedAt">When they asked.</param>
/// <param name="Until">After this instant it is not asked for again.</param>
public sealed record TransferOrder(string? Queue, string? Agent, string? Name, string? SourceAgent, DateTimeOffset RequestedAt, DateTimeOffset Until)
{
    public TransferTarget Target => new(Queue, Agent, Name);
}
