using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Host.Operations.Cursors;
using Connector.Host.Operations.Instances;
using Connector.Host.Operations.Outbox;
using Connector.Host.Operations.Sweeps;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;
using Connector.Storage.Model;
using Connector.Storage.Rows;
using Connector.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Status;

/// <summary>Puts the truth together from the store: signs of life, not the wishes of the settings.</summary>
internal sealed class StatusReading(Store store, LoadedSettings loaded, TimeProvider machine)
{
    /// <param name="ask">Asks hosts how they are; null: nobody is asked.</param>
    public async Task<StatusView> ReadAsync(Func<IEnumerable<HostHeartbeat>, CancellationToken, Task<IReadOnlyList<HostHealth>>>? ask, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var settings = loaded.Settings!;
        var beats = await store.Status.HostsAsync(cancellation);
        var hosts = beats.Select(h => HostView.Of(h, machine)).ToList();
        var health = ask is null ? [] : await ask(beats, cancellation);
        var running = hosts.Exists(h => h.Alive || health.Any(told => told.Host == h.Host));
        var clock = await ClockAsync(cancellation);
        var instances = await new InstanceReading(store, settings, machine).ListAsync(cancellation);
        return new(
            running,
            Summary(running, hosts, health, instances),
            store.Tenant,
            loaded.DataFolder.Root,
            clock,
            hosts,
            health,
            instances,
            [.. (await store.OutboxQueries.DepthAsync(cancellation)).Select(d => new OutboxStanding(d.Destination, d.Waiting, d.Started, d.Dead, clock.Now - d.Oldest))],
            await new OutboxReading(store, whole: false).GroupAsync(new OutboxFilter(State: OutboxState.Dead), cancellation),
            await HeldAsync(db, cancellation),
            await InboxAsync(cancellation),
            await new CursorReading(store, settings).ListAsync(cancellation),
            await new SweepReading(store).ListAsync(clock.Now, running, cancellation),
            await LastAsync(db, instances, cancellation));
    }

    private static string Summary(bool running, List<HostView> hosts, IReadOnlyList<HostHealth> health, IReadOnlyList<InstanceView> instances)
    {
        if (!running) return hosts.Count == 0 ? "no host is running" : $"no host is running; the last sign of life was at {hosts[0].SeenAt:u}";
        var parts = health.SelectMany(h => h.Degraded).Where(p => !p.Part.StartsWith("instance ", StringComparison.Ordinal)).Select(p => $"{p.Part} is {p.State}{(p.Reason is null ? "" : $" ({p.Reason.TrimEnd('.')})")}");
        // A host that answers and cannot write: what it last wrote of its instances is old.
        var told = hosts.Exists(h => h.Alive) ? instances : [];
        var troubled = parts.Concat(told.Where(i => i is { Enabled: true, State: not "Running" }).Select(i => $"{i.Id} is {i.State}")).Distinct().ToList();
        return troubled.Count == 0 ? "running" : $"running, but {string.Join(", ", troubled)}";
    }

    /// <summary>Business time, as a host would have it.</summary>
    public async Task<ClockView> ClockAsync(CancellationToken cancellation)
    {
        var microseconds = await store.Settings.GetAsync("clock.offset", cancellation);
        var offset = TimeSpan.FromMicroseconds(microseconds is null ? 0 : long.Parse(microseconds, System.Globalization.CultureInfo.InvariantCulture));
        return new(loaded.Settings!.Clock.Virtual, machine.GetUtcNow() + offset, offset);
    }

    private async Task<IReadOnlyList<QuarantineCount>> HeldAsync(ConnectorDb db, CancellationToken cancellation) =>
        [.. (await db.Quarantine.Where(q => q.Tenant == store.Tenant && q.State == QuarantineState.Held).GroupBy(q => q.Reason)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation)).Select(g => new QuarantineCount(g.Key, g.Count)).OrderBy(q => q.Reason)];

    private async Task<IReadOnlyList<InboxStanding>> InboxAsync(CancellationToken cancellation)
    {
        var standing = new List<InboxStanding>();
        foreach (var instance in loaded.Settings!.Instances.Keys) standing.Add(new(instance, await store.Inbox.DepthAsync(instance, cancellation)));
        return standing;
    }

    private async Task<LastSuccesses> LastAsync(ConnectorDb db, IReadOnlyList<InstanceView> instances, CancellationToken cancellation)
    {
        var mailIn = await db.Messages.Where(m => m.Tenant == store.Tenant && m.Direction == Direction.Inbound).OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(cancellation);
        var mailOut = await db.Outbox.Where(r => r.Tenant == store.Tenant && r.Destination == OutboxDestination.Mail && r.State == OutboxState.Done)
            .OrderByDescending(r => r.Id).Select(r => r.DoneAt).FirstOrDefaultAsync(cancellation);
        return new(mailIn, mailOut, instances.Max(i => i.LastSuccessAt));
    }
}
