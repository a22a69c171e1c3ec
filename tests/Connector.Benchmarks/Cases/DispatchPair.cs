using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Outbound;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Benchmarks.Cases;

/// <summary>The dispatcher of a whole host with an adapter on a loopback server, against a bare loop of the same calls and concurrency.</summary>
internal sealed class DispatchPair(Loopback server, string? postgres, int calls) : IPair, IAsyncDisposable
{
    private const int Concurrency = 16;

    private readonly Scratch _scratch = new();
    private ScratchPostgres? _database;
    private ConnectorApp? _host;
    private int _seeded;

    public string Name => $"dispatch{(postgres is null ? "" : " on PostgreSQL")}, {Concurrency} calls at once";

    public Target Target => Target.OfFloor(0.6);

    public Task<double> FloorAsync(CancellationToken cancellation) =>
        Measure.RateAsync(calls, () => Flight.RunAsync(Enumerable.Range(0, calls).ToList(), Concurrency, work => server.HoldAsync(work, cancellation)));

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        var host = _host ??= await OpenAsync(cancellation);
        await Seeding.CallsAsync(host.Store, calls, "wire", cancellation);
        _seeded += calls;
        var rate = await Measure.RateAsync(calls, () => host.Delivery.DispatchAsync(cancellation));
        await using var db = host.Store.Read();
        var done = await db.Outbox.CountAsync(r => r.State == OutboxState.Done && r.Attempts == 1, cancellation);
        return done == _seeded ? rate : throw new InvalidOperationException($"{done} of {_seeded} called");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        _scratch.Dispose();
    }

    /// <summary>One host for all samples: what is measured is one that runs, not its start.</summary>
    private async Task<ConnectorApp> OpenAsync(CancellationToken cancellation)
    {
        _database = postgres is null ? null : await ScratchPostgres.MakeAsync(postgres);
        var app = await ConnectorApp.OpenAsync(Settings(_scratch, _database), AppMode.Host, NullLoggerFactory.Instance, TimeProvider.System, cancellation);
        await app.StartInstancesAsync(cancellation);
        return app;
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
