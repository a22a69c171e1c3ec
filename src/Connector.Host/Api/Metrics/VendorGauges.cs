using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Host.Api.Metrics;

/// <summary>How instances stand with their vendors, as this host sees it: budget, circuit, polls, how long they are parked.</summary>
internal static class VendorGauges
{
    private static readonly string[] Circuits = ["Closed", "HalfOpen", "Open"];

    public static string Write(ConnectorApp app)
    {
        var ways = app.Instances.All.Select(i => (i.Id, Standing: app.HttpStandingOf(i.Id))).Where(w => w.Standing is not null).Select(w => (w.Id, Standing: w.Standing!)).ToList();
        var now = app.Machine.GetUtcNow();
        return string.Concat(
            Of("connector_vendor_budget_used", "Calls to the vendor in the last minute", ways, s => s.Used),
            Of("connector_vendor_budget_allowed", "Calls to the vendor a minute may have", ways, s => s.PerMinute),
            Of("connector_vendor_budget_waiting", "Calls that wait for the budget", ways, s => s.Waiting),
            Of("connector_vendor_circuit", "0 closed, 1 half open, 2 open: the vendor is not called", ways, s => Array.IndexOf(Circuits, s.Circuit)),
            StoreGauges.Gauge("connector_vendor_poll_failures", "Polls that failed one after the other", app.Instances.All
                .Select(i => (i.Id, Polling: app.Pollers.StandingOf(i.Id))).Where(p => p.Polling is not null).Select(p => (Label(p.Id), (double)p.Polling!.Failures))),
            StoreGauges.Gauge("connector_instance_parked_seconds", "How long the instance has not been called, until a person or the end of the vendor's wait", app.Instances.All
                .Select(i => (Label(i.Id), i.Status is { State: InstanceState.Parked } parked ? (now - parked.Since).TotalSeconds : 0))));
    }

    private static string Of(string name, string help, IEnumerable<(string Id, HttpStanding Standing)> ways, Func<HttpStanding, double> value) =>
        StoreGauges.Gauge(name, help, ways.Select(w => (Label(w.Id), value(w.Standing))));

    private static string Label(string instance) => $"instance=\"{instance}\"";
}
