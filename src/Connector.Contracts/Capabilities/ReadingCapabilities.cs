namespace Connector.Contracts;

/// <summary>The vendor's state of one item can be read.</summary>
public interface IReadItem
{
    /// <summary>The item as it is now, or null when the vendor no longer has it.</summary>
    ValueTask<WorkObservation?> ReadAsync(string externalId, CancellationToken cancellation);

    /// <summary>Finds work by our mark after an answer was lost; null when there is none.</summary>
    ValueTask<RoutedWork?> FindAsync(string interactionId, int round, CancellationToken cancellation);
}

/// <summary>The vendor's open work can be listed; reconciliation finds with it what only the vendor has.</summary>
public interface IListOpenWork
{
    /// <summary>Every item that is not finished and that this instance made, as it is now.</summary>
    IAsyncEnumerable<WorkObservation> OpenWorkAsync(CancellationToken cancellation);
}

/// <summary>The vendor is asked for news, since it calls nobody, or not reliably.</summary>
public interface IPollEvents
{
    /// <summary>How long the host waits between two polls, in machine time.</summary>
    TimeSpan PollEvery { get; }

    /// <summary>Events after the cursor, oldest first, and the cursor to store once they are safe. Called again at once while <see cref="EventPage.More"/>.</summary>
    ValueTask<EventPage> PollAsync(string? cursor, CancellationToken cancellation);
}

/// <summary>A page of events.</summary>
public sealed record EventPage(IReadOnlyList<VendorEvent> Events, string? Cursor, bool More);

/// <summary>The vendor calls us. Called by the host for <c>POST /hooks/{instance}</c>.</summary>
public interface IReceiveEvents
{
    /// <summary>Verifies the call over the raw bytes and translates it. Throws <see cref="UnauthorizedException"/> when it does not verify.</summary>
    IReadOnlyList<VendorEvent> Receive(WebhookCall call);
}

/// <summary>A received HTTP call: header names in lower case.</summary>
public sealed record WebhookCall(IReadOnlyDictionary<string, string> Headers, string Query, ReadOnlyMemory<byte> Body);

/// <summary>Documents with a due time wake the adapter.</summary>
public interface IWakeOnDue
{
    /// <summary>Called when business time has reached the due time of a document; must change or delete the document, or it is called again.</summary>
    ValueTask WakeAsync(InstanceDocument due, CancellationToken cancellation);
}

/// <summary>The instance can be probed by <c>plugins check</c>.</summary>
public interface ICheck
{
    /// <summary>Each probe on its own: credentials, each permission, reachability, clock skew, required queues and codes. Never throws for a failed probe.</summary>
    IAsyncEnumerable<Probe> CheckAsync(CancellationToken cancellation);
}

/// <summary>Result of one probe.</summary>
public sealed record Probe(string Name, bool Ok, string Detail, string? Hint = null);
