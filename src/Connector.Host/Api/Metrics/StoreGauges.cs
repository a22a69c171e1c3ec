using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Metrics;

/// <summary>How things stand, read when somebody asks: outbox, quarantine, open interactions, instances.</summary>
internal sealed class StoreGauges(ConnectorApp app)
{
    public async Task<string> WriteAsync(CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var depths = await app.Store.OutboxQueries.DepthAsync(cancellation);
        var open = await db.Interactions.Where(i => i.Tenant == app.Store.Tenant && i.ClosedAt == null)
            .GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var held = await db.Quarantine.CountAsync(q => q.Tenant == app.Store.Tenant && q.State == QuarantineState.Held, cancellation);
        var now = app.Clock.Now;
        return string.Concat(
            Gauge("connector_outbox_rows", "Calls and mails still to make", depths.SelectMany(d => new[]
            {
                ($"destination=\"{d.Destination}\",state=\"waiting\"", (double)d.Waiting), ($"destination=\"{d.Destination}\",state=\"started\"", d.Started), ($"destination=\"{d.Destination}\",state=\"dead\"", d.Dead),
            })),
            Gauge("connector_outbox_oldest_seconds", "Age of the oldest row that waits", depths.Select(d => ($"destination=\"{d.Destination}\"", d.Oldest is { } at ? (now - at).TotalSeconds : 0))),
            Gauge("connector_interactions_open", "Open interactions by state", open.Select(o => ($"state=\"{o.State}\"", (double)o.Count))),
            Gauge("connector_quarantine_held", "Mails held in quarantine", [("", held)]),
            Gauge("connector_instance_up", "1 while the instance does its work", app.Instances.All.Select(i => ($"instance=\"{i.Id}\"", i.Status.State == InstanceState.Running ? 1d : 0))),
            VendorGauges.Write(app));
    }

    internal static string Gauge(string name, string help, IEnumerable<(string Labels, double Value)> values) =>
        $"# HELP {name} {help}\n# TYPE {name} gauge\n" + string.Concat(values.Select(v =>
            FormattableString.Invariant($"{name}{(v.Labels.Length == 0 ? "" : $"{{{v.Labels}}}")} {v.Value}\n")));
}
