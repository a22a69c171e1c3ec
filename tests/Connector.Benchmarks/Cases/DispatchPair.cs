using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Outbound;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Benchmarks.Cases;

/// <summary>The dispatcher of a whole host with an adapter on a loopback server, against a bare loop of the same calls and concurrency.</summary>
internal sealed class DispatchPair(Loopback server, string? postgres, int calls) : IPair
{
    private const int Concurrency = 16;

    public string Name => $"dispatch{(postgres is null ? "" : " on PostgreSQL")}, {Concurrency} calls at once";

    public Target Target => Target.OfFloor(0.6);

    public Task<double> FloorAsync(CancellationToken cancellation) =>
        Measure.RateAsync(calls, () => Flight.RunAsync(Enumerable.Range(0, calls).ToList(), Concurrency, _ => server.CallAsync("{}", cancellation)));

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        await using var database = postgres is null ? null : await ScratchPostgres.MakeAsync(postgres);
        await using var app = await ConnectorApp.OpenAsync(Settings(scratch, database), AppMode.Host, NullLoggerFactory.Instance, TimeProvider.System, cancellation);
        await app.StartInstancesAsync(cancellation);
        await Seeding.CallsAsync(app.Store, calls, "wire", cancellation);
        var rate = await Measure.RateAsync(calls, () => app.Delivery.DispatchAsync(cancellation));
        await using var db = app.Store.Read();
        var done = await db.Outbox.CountAsync(r => r.State == OutboxState.Done && r.Attempts == 1, cancellation);
        return done == calls ? rate : throw new InvalidOperationException($"{done} of {calls} called");
    }

    private LoadedSettings Settings(Scratch scratch, ScratchPostgres? database)
    {
        var file = Path.Combine(scratch.Options.Folder, "appsettings.json");
        File.WriteAllText(file, $$"""
            {
              "Data": { "Folder": "data", "ConnectionString": {{(database is null ? "null" : $"\"{database.ConnectionString}\"")}} },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "support@example.org", "Route": { "Instance": "wire", "Queue": "support" } } },
              "Instances": { "wire": { "Plugin": "Wire", "Options": { "Url": "{{server.Url}}" } } }
            }
            """);
        var loaded = SettingsLoader.Load(new() { File = file, Folder = scratch.Options.Folder });
        return loaded.Faults.Count == 0 ? loaded : throw new InvalidOperationException(string.Join("; ", loaded.Faults));
    }
}
