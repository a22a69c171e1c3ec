using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations.Status;

namespace Connector.Host.Cli.Status;

/// <summary>The truth about hosts, instances and work, from the store.</summary>
internal static class StatusCommand
{
    public static Command Create() => new Command("status", "Hosts, instances, outbox, dead letters, quarantine, sweeps, last successes").Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        return call.Print.Answer(await new StatusReading(store, loaded, call.Around.Time).ReadAsync(HostHealth.AskAsync, cancellation), Write);
    }

    private static void Write(StatusView s, Printer print)
    {
        print.Text(s.Summary);
        print.Text($"tenant {s.Tenant}, data folder {s.DataFolder}, business time {Cells.Text(s.Clock.Now)}{(s.Clock.Virtual ? " (virtual)" : "")}");
        Part(print, "Hosts", new Table("host", "alive", "address", "version", "started", "seen").AddAll(s.Hosts, h => [h.Host, h.Alive, h.Address, h.Version, h.StartedAt, h.SeenAt]));
        Part(print, "Not well", new Table("host", "says", "part", "state").AddAll(s.Health.SelectMany(h => h.Degraded.Select(p => (h.Host, h.Status, p.Part, p.State))), p => [p.Host, p.Status, p.Part, p.State]));
        Part(print, "Instances", new Table("instance", "plugin", "state", "reason", "enabled", "paused", "last success", "last error")
            .AddAll(s.Instances, i => [i.Id, i.Plugin, i.State, i.Reason, i.Enabled, i.Paused, i.LastSuccessAt, i.LastError]));
        Part(print, "Budgets", new Table("instance", "used", "a minute", "waiting", "circuit")
            .AddAll(s.Instances.Where(i => i.Budget is not null), i => [i.Id, i.Budget!.Used, i.Budget.PerMinute, i.Budget.Waiting, i.Budget.Circuit]));
        Part(print, "Polls", new Table("instance", "every", "last", "by", "failures", "trouble", "last gap", "until", "why")
            .AddAll(s.Instances.Where(i => i.Polling is not null), i => [i.Id, i.Polling!.Every, i.Polling.PolledAt, i.Polling.By, i.Polling.Failures, i.Polling.Trouble, i.Polling.GapFrom, i.Polling.GapTo, i.Polling.GapReason]));
        Part(print, "Outbox", new Table("destination", "waiting", "started", "dead", "oldest").AddAll(s.Outbox, o => [o.Destination, o.Waiting, o.Started, o.Dead, o.OldestAge]));
        Part(print, "Dead letters", new Table("destination", "operation", "error", "count", "oldest").AddAll(s.DeadLetters, d => [d.Destination, d.Operation, d.Error, d.Count, d.Oldest]));
        Part(print, "Quarantine", new Table("reason", "held").AddAll(s.Quarantine, q => [q.Reason, q.Held]));
        Part(print, "Events waiting", new Table("instance", "waiting").AddAll(s.Inbox.Where(i => i.Waiting > 0), i => [i.Instance, i.Waiting]));
        Part(print, "Cursors", new Table("instance", "value", "changed").AddAll(s.Cursors.Where(c => c.ChangedAt is not null), c => [c.Instance, c.Value, c.ChangedAt]));
        Part(print, "Sweeps", new Table("sweep", "last run", "done", "next run", "next due").AddAll(s.Sweeps, w => [w.Name, w.LastRun?.StartedAt, w.LastRun?.Done, w.NextRun, w.NextDue]));
        Part(print, "Last successes", new Table("mail in", "mail out", "vendor call").Add(s.Last.MailIn, s.Last.MailOut, s.Last.VendorCall));
    }

    private static void Part(Printer print, string title, Table table)
    {
        print.Text();
        print.Text($"{title}:");
        print.Table(table);
    }
}
