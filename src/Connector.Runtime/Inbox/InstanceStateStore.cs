using Connector.Contracts;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Storage;

namespace Connector.Runtime.Inbox;

/// <summary>The documents of one instance, on the store; rings the inbox when events came with them.</summary>
internal sealed class InstanceStateStore(Store store, string instance, IBusinessClock clock, Bell inbox) : IInstanceState
{
    public async ValueTask<InstanceDocument?> GetAsync(string kind, string id, CancellationToken cancellation) =>
        await store.Documents.GetAsync(instance, kind, id, cancellation);

    public async ValueTask<IReadOnlyList<InstanceDocument>> ListAsync(string kind, CancellationToken cancellation) =>
        await store.Documents.ListAsync(instance, kind, cancellation);

    public async ValueTask CommitAsync(IReadOnlyCollection<DocumentChange> changes, IReadOnlyCollection<VendorEvent> events, CancellationToken cancellation)
    {
        if (await store.Documents.CommitAsync(instance, changes, events, clock.Now, cancellation) > 0) inbox.Ring();
    }
}
