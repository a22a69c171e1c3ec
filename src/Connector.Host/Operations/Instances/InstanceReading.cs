using Connector.Host.Operations.Status;
using Connector.Runtime.Settings;
using Connector.Storage;

namespace Connector.Host.Operations.Instances;

/// <summary>Where each configured instance stands. Reads only.</summary>
internal sealed class InstanceReading(Store store, ConnectorSettings settings, TimeProvider machine)
{
    public async Task<IReadOnlyList<InstanceView>> ListAsync(CancellationToken cancellation)
    {
        var alive = (await store.Status.HostsAsync(cancellation)).Where(h => HostView.IsAlive(h, machine)).Select(h => h.Host).ToHashSet(StringComparer.Ordinal);
        var seen = await store.Status.InstancesAsync(cancellation);
        var wanted = await store.Status.DesiredAsync(cancellation);
        var polls = await store.Polls.ListAsync(cancellation);
        return [.. settings.Instances.Select(i =>
        {
            var ofInstance = seen.Where(s => s.Instance.Equals(i.Key, StringComparison.OrdinalIgnoreCase)).ToList();
            var last = ofInstance.Find(s => alive.Contains(s.Host)) ?? ofInstance.FirstOrDefault();
            bool IsOurs(string instance) => instance.Equals(i.Key, StringComparison.OrdinalIgnoreCase);
            return InstanceView.Of(i.Key, i.Value, wanted.FirstOrDefault(w => IsOurs(w.Instance)), last, last is not null && alive.Contains(last.Host), polls.FirstOrDefault(p => IsOurs(p.Instance)));
        })];
    }
}
