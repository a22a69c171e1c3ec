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

    private async Task<double> Cpu(Func<Task> act)
    {
        var cpu = Environment.CpuUsage; var pause=GC.GetTotalPauseDuration(); var alloc=GC.GetTotalAllocatedBytes(); var g0=GC.CollectionCount(0);
        var rate = await Measure.RateAsync(calls, act);
        Console.Error.WriteLine($"   floor cpu/call user {(Environment.CpuUsage.UserTime-cpu.UserTime).TotalMicroseconds/calls:0.0} kernel {(Environment.CpuUsage.PrivilegedTime-cpu.PrivilegedTime).TotalMicroseconds/calls:0.0} alloc {(GC.GetTotalAllocatedBytes()-alloc)/calls} gc {GC.CollectionCount(0)-g0} pause {(GC.GetTotalPauseDuration()-pause).TotalMilliseconds} ");
        return rate;
    }
    private ScratchPostgres? _database;
    private ConnectorApp? _host;
    private int _seeded;

    public string Name => $"dispatch{(postgres is null ? "" : " on PostgreSQL")}, {Concurrency} calls at once";

    public Target Target => Target.OfFloor(0.6);

    public Task<double> FloorAsync(CancellationToken cancellation) => Environment.GetEnvironmentVariable("NOFLOOR") is not null ? Task.FromResult(30000d) :
        Cpu(() => Flight.RunAsync(Enumerable.Range(0, calls).ToList(), Concurrency, work => server.HoldAsync(work, cancellation)));

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        var host = _host ??= await OpenAsync(cancellation);
        if (Environment.GetEnvironmentVariable("PROFILE") is { } n)
        {
            await Seeding.CallsAsync(host.Store, 20000, "wire", cancellation);
            await host.Delivery.DispatchAsync(cancellation);
            await Seeding.CallsAsync(host.Store, int.Parse(n), "wire", cancellation);
            await Task.Delay(2000);
            Console.Error.WriteLine("GO");
            await Task.Delay(1000);
            using var ticks = Environment.GetEnvironmentVariable("TICKS") is null ? null : new Ticks(); var al=GC.GetTotalAllocatedBytes();
            Console.Error.WriteLine(await Measure.RateAsync(int.Parse(n), () => host.Delivery.DispatchAsync(cancellation)));
            al=GC.GetTotalAllocatedBytes()-al; if (ticks is not null) { var tot=ticks.Seen.Values.Sum(); foreach (var (k,v) in ticks.Seen.OrderByDescending(x=>x.Value).Take(70)) Console.Error.WriteLine($"{v*(double)al/tot/int.Parse(n),8:0} B/call {k}"); }
            Environment.Exit(0);
        }
        await Seeding.CallsAsync(host.Store, calls, "wire", cancellation);
        _seeded += calls;
        Delivered.Reset(); var gcs=(GC.CollectionCount(0),GC.CollectionCount(1),GC.CollectionCount(2)); var pause=GC.GetTotalPauseDuration(); var clock=System.Diagnostics.Stopwatch.StartNew(); var cpu = Environment.CpuUsage; var alloc = GC.GetTotalAllocatedBytes(); var rate = await Measure.RateAsync(calls, () => host.Delivery.DispatchAsync(cancellation)); Console.Error.WriteLine($"   cpu/call user {(Environment.CpuUsage.UserTime-cpu.UserTime).TotalMicroseconds/calls:0.0} kernel {(Environment.CpuUsage.PrivilegedTime-cpu.PrivilegedTime).TotalMicroseconds/calls:0.0} jit {System.Runtime.JitInfo.GetCompiledMethodCount()} alloc {(GC.GetTotalAllocatedBytes()-alloc)/calls} gc {GC.CollectionCount(0)-gcs.Item1}/{GC.CollectionCount(1)-gcs.Item2}/{GC.CollectionCount(2)-gcs.Item3} pause {(GC.GetTotalPauseDuration()-pause).TotalMilliseconds} of {clock.ElapsedMilliseconds} ms {Delivered.Tell()}");
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

internal static class Delivered
{
    static readonly Type S = typeof(ConnectorApp).Assembly.GetType("Connector.Runtime.Delivery.Serving")!, R = typeof(ConnectorApp).Assembly.GetType("Connector.Runtime.Delivery.CallResults")!;
    static long Get(Type t, string n) => (long)t.GetField(n)!.GetValue(null)!;
    public static void Reset() { foreach (var n in new[] { "Starve", "Starved", "ClaimTime", "Claims" }) S.GetField(n)!.SetValue(null, 0L); R.GetField("Pages")!.SetValue(null, 0L); R.GetField("StoreTime")!.SetValue(null, 0L); }
    public static string Tell() => $"starved {Get(S, "Starved") / 1e6:0} ms, {Get(S, "Claims")} claims {Get(S, "ClaimTime") / 1e6:0} ms, {Get(R, "Pages")} pages {Get(R, "StoreTime") / 1e6:0} ms";
}
