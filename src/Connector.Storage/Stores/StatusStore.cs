using Connector.Contracts;
using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>What hosts say of themselves and their instances, and what administrators want of those.</summary>
public sealed class StatusStore
{
    private static readonly Statement DropBeat = new("DELETE FROM \"HostHeartbeats\" WHERE \"Tenant\" = $1 AND \"Host\" = $2");
    private static readonly Statement DropStatus = new("DELETE FROM \"InstanceStatus\" WHERE \"Tenant\" = $1 AND \"Host\" = $2");
    private static readonly Statement DropDesired = new("DELETE FROM \"InstanceDesired\" WHERE \"Tenant\" = $1 AND \"Instance\" = $2");

    private readonly StoreAccess _store;
    private readonly Statement _hosts;
    private readonly Statement _instances;
    private readonly Statement _desired;
    private readonly Statement _desiredOf;

    internal StatusStore(StoreAccess store)
    {
        _store = store;
        _hosts = store.Table<HostHeartbeat>().Select("WHERE \"Tenant\" = $1 ORDER BY \"At\" DESC, \"Host\"");
        _instances = store.Table<InstanceStatus>().Select("WHERE \"Tenant\" = $1 ORDER BY \"At\" DESC, \"Instance\", \"Host\"");
        _desired = store.Table<InstanceDesired>().Select("WHERE \"Tenant\" = $1 ORDER BY \"Instance\"");
        _desiredOf = store.Table<InstanceDesired>().Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2");
    }

    /// <summary>A sign of life with the state of all instances of the host; replaces the one before.</summary>
    public Task BeatAsync(HostHeartbeat heartbeat, IReadOnlyCollection<InstanceStatus> instances, Beside<HostHeartbeat>? beside = null, CancellationToken cancellation = default) =>
        ReplaceAsync(heartbeat.Host, [heartbeat, .. instances], (_, fresh) => beside?.Invoke(heartbeat, fresh) ?? [], cancellation);

    /// <summary>The host stops in order: its rows go.</summary>
    public Task LeaveAsync(string host, CancellationToken cancellation = default) =>
        ReplaceAsync(host, [], null, cancellation);

    /// <summary>Hosts by their last sign of life, latest first; whether one still runs is for the reader to judge by machine time.</summary>
    public async Task<IReadOnlyList<HostHeartbeat>> HostsAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_hosts.With(_store.Tenant), _store.Table<HostHeartbeat>().Read, cancellation), cancellation);

    public async Task<IReadOnlyList<InstanceStatus>> InstancesAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_instances.With(_store.Tenant), _store.Table<InstanceStatus>().Read, cancellation), cancellation);

    /// <summary>What each instance could do when last seen running, by instance id.</summary>
    public async Task<IReadOnlyDictionary<string, Capability>> CapabilitiesAsync(CancellationToken cancellation = default) =>
        (await InstancesAsync(cancellation)).Where(i => i.Capabilities != 0).DistinctBy(i => i.Instance, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(i => i.Instance, i => (Capability)i.Capabilities, StringComparer.OrdinalIgnoreCase);

    public async Task<IReadOnlyList<InstanceDesired>> DesiredAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_desired.With(_store.Tenant), _store.Table<InstanceDesired>().Read, cancellation), cancellation);

    /// <summary>Changes what is wanted of an instance, from what was wanted before (null: nobody ever said).</summary>
    public Task<(InstanceDesired? Before, InstanceDesired After)> WantAsync(
        string instance, Func<InstanceDesired, InstanceDesired> change, string by, DateTimeOffset now, Beside<(InstanceDesired? Before, InstanceDesired After)>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session =>
        {
            var before = await session.FirstAsync(_desiredOf.With(_store.Tenant, instance), _store.Table<InstanceDesired>().Read, cancellation);
            var wanted = change(before ?? new() { Tenant = _store.Tenant, Instance = instance }) with { ChangedAt = now, ChangedBy = by };
            await session.WriteAsync([new(DropDesired.With(_store.Tenant, instance)), _store.Insert(wanted)], cancellation);
            return (before, wanted);
        }, beside, cancellation);

    private Task ReplaceAsync(string host, IEnumerable<object> rows, Beside<string>? beside, CancellationToken cancellation) =>
        _store.WriteAsync(async session =>
        {
            await session.WriteAsync([new(DropBeat.With(_store.Tenant, host)), new(DropStatus.With(_store.Tenant, host)), .. rows.Select(_store.Insert)], cancellation);
            await session.WriteBesideAsync(_store.Tables, beside, host, cancellation);
            return host;
        }, cancellation);
}
