using System.Net.Http.Json;
using System.Text.Json;
using Connector.Host.Api.Health;
using Connector.Host.Json;
using Connector.Runtime.Hosting;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Status;

/// <summary>What a host says of itself when asked: the store cannot tell that it cannot be written.</summary>
/// <param name="Degraded">What is not well, by name and state.</param>
internal sealed record HostHealth(string Host, string Status, IReadOnlyList<PartHealth> Degraded)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<HostHealth>> OfItselfAsync(ConnectorApp app, CancellationToken cancellation)
    {
        var own = await Readiness.OfAsync(app, cancellation);
        return [new(app.HostName, own.Status, own.Degraded)];
    }

    /// <summary>Asks the hosts whose process runs on this machine; others cannot be reached, they listen on loopback.</summary>
    public static async Task<IReadOnlyList<HostHealth>> AskAsync(IEnumerable<HostHeartbeat> hosts, CancellationToken cancellation)
    {
        using var http = LocalHost.Client(Longest);
        var asked = hosts.Where(h => h.Machine == Environment.MachineName && h.Address is not null && LocalHost.Runs((int)h.ProcessId));
        return [.. (await Task.WhenAll(asked.Select(h => OneAsync(http, h, cancellation)))).OfType<HostHealth>()];
    }

    private static async Task<HostHealth?> OneAsync(HttpClient http, HostHeartbeat host, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(LocalHost.Address(host.Address!), "health/ready"), cancellation);
            var told = await response.Content.ReadFromJsonAsync<Readiness>(ConnectorJson.Options, cancellation);
            return told?.Status is null ? null : new(host.Host, told.Status, told.Degraded ?? []);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException || e is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
