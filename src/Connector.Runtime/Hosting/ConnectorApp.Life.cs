using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Runtime.Clock;
using Connector.Runtime.Intake;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Hosting;

public sealed partial class ConnectorApp
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<string> _codesChecked = new(StringComparer.OrdinalIgnoreCase);
    private Task[] _loops = [];

    /// <summary>Opens the store and puts the parts together; nothing moves yet.</summary>
    /// <exception cref="StoreException">The store cannot be opened; the message says why and what to do.</exception>
    public static async Task<ConnectorApp> OpenAsync(LoadedSettings loaded, AppMode mode, ILoggerFactory loggers, TimeProvider machine, CancellationToken cancellation)
    {
        var settings = loaded.Settings ?? throw new ArgumentException("settings with faults open nothing", nameof(loaded));
        if (mode == AppMode.Host) PoolThreads.MakeRoom();
        var mask = new SecretMask();
        var secrets = new SecretResolver(mask, loaded.SecretFolder);
        // SQLite makes its folder itself; beside PostgreSQL it still holds drop folders, outgoing mail and the key file.
        if (mode != AppMode.ReadOnly && settings.Data.ConnectionString is not null) Directory.CreateDirectory(loaded.DataFolder.Root);
        var store = await Store.OpenAsync(
            new StoreOptions
            {
                Tenant = settings.Tenant,
                Folder = loaded.DataFolder.Root,
                ConnectionString = ConnectionText.Resolve(settings.Data.ConnectionString, secrets),
                ReadOnly = mode == AppMode.ReadOnly,
                MachineTime = machine,
            },
            cancellation);
        try
        {
            var clock = new BusinessClock(machine, settings.Clock, new StoredClockOffset(store));
            if (mode != AppMode.ReadOnly) await clock.LoadAsync(cancellation);
            var catalog = PluginCatalog.Load(loaded.ToConfiguration(), loggers.CreateLogger<PluginCatalog>());
            var keys = await store.Keys.SigningKeysAsync(machine.GetUtcNow(), cancellation);
            var setup = new SetupBoard(settings, catalog, keys, await store.Status.CapabilitiesAsync(cancellation), await store.People.AgentsAsync(cancellation));
            await setup.TakeUpCodesAsync(store, cancellation);
            await setup.TakeUpPresenceAsync(store, cancellation);
            return new ConnectorApp(loaded, mode, store, clock, catalog, setup, secrets, mask, loggers, machine);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>When a sign of life was last stored (machine time); null in a host that gives none.</summary>
    public DateTimeOffset? LastBeat { get; internal set; }

    /// <summary>Whether no sign of life could be stored for so long that others take this host for dead: a full disk, a store that is away.</summary>
    public bool IsMute => LastBeat is { } last && Machine.GetUtcNow() - last > Pulse.Dead;

    /// <summary>Where the host is reached, told to commands on this machine and in its sign of life.</summary>
    public void Announce(string address)
    {
        Address = address;
        Store.AnnounceAddress(address);
    }

    /// <summary>Null until <see cref="Announce"/>.</summary>
    public string? Address { get; private set; }

    /// <summary>Starts the instances and everything that moves.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var plugin in Catalog.Plugins.Where(p => p.IsRefused))
            await Store.Audit.AddAsync(Clock.Now, "host", "plugin refused", plugin.Id, null, plugin.Reason, cancellation);
        await StartInstancesAsync(cancellation);
        var pulse = new Pulse(this, _loggers.CreateLogger<Pulse>());
        await pulse.TakeOverAsync(cancellation);
        _loops =
        [
            Task.Run(() => Delivery.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => Inbox.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => _waker.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => Pollers.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(() => pulse.RunAsync(_stopping.Token), CancellationToken.None),
        ];
        await _schedule.StartAsync(cancellation);
        _intakeService = new IntakeService(Settings, Folder, Intake, IntakeHealth, Clock, Machine, _loggers.CreateLogger<IntakeService>());
        await _intakeService.StartAsync(cancellation);
    }

    /// <summary>Starts the instances alone: for checks, and for a host that drives everything by hand.</summary>
    public async Task StartInstancesAsync(CancellationToken cancellation)
    {
        await Instances.StartAsync(cancellation);
        TakeUpCapabilities();
    }

    internal void TakeUpCapabilities()
    {
        foreach (var instance in Instances.All.Where(i => i.Capability != Capability.None))
        {
            Setups.Set(instance.Id, instance.Capability);
            if (_codesChecked.Add(instance.Id) && CodeCheck.Unmapped(Setup, instance.Id) is { Count: > 0 } unmapped) Log.CodesUnmapped(_logger, instance.Id, string.Join(", ", unmapped));
        }
    }

    /// <summary>Until neither outbox, inbox nor a due document has anything to do now; vendors that are polled are asked once for what came of it.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        await SettleAsync(cancellation);
        if (await Pollers.OnceAsync(cancellation) > 0) await SettleAsync(cancellation);
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        while (await Delivery.DispatchAsync(cancellation) + await Inbox.PumpAsync(cancellation) + await _waker.WakeAsync(cancellation) > 0)
        {
        }
    }

    /// <summary>Stops taking mail first, then everything else; what is under way finishes.</summary>
    public async Task StopAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        if (_intakeService is not null) await _intakeService.StopAsync(CancellationToken.None);
        await _schedule.DisposeAsync();
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops);
    }
}
