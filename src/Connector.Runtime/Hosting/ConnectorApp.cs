using System.Collections.Concurrent;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Codes;
using Connector.Runtime.Delivery;
using Connector.Runtime.Door;
using Connector.Runtime.Inbox;
using Connector.Runtime.Inbox.Polling;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Health;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Offers;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Reconciling;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;
using Connector.Runtime.Smtp;
using Connector.Runtime.Sweeps;
using Connector.Runtime.Transfers;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Hosting;

/// <summary>Everything that moves, put together on one store. Opened for a host, for one command, or only to look.</summary>
public sealed partial class ConnectorApp : IAsyncDisposable
{
    private readonly Bell _outboxBell = new();
    private readonly Bell _inboxBell = new();
    private readonly DueWaker _waker;
    private readonly SweepSchedule _schedule;
    private readonly ConcurrentDictionary<string, InstanceHttp> _http = new(StringComparer.OrdinalIgnoreCase);
    private IntakeService? _intakeService;
    private int _hosts = 1;
    private readonly ILogger _logger;

    private ConnectorApp(LoadedSettings loaded, AppMode mode, Store store, BusinessClock clock, PluginCatalog catalog, SetupBoard setup, SecretResolver secrets, SecretMask mask, ILoggerFactory loggers, TimeProvider machine)
    {
        (Loaded, Settings, Folder, Mode, Store, Clock, Catalog, Setups, Machine) = (loaded, loaded.Settings!, loaded.DataFolder, mode, store, clock, catalog, setup, machine);
        _logger = loggers.CreateLogger<ConnectorApp>();
        HostName = Settings.Data.ConnectionString is null ? Environment.MachineName : $"{Environment.MachineName}/{Environment.ProcessId}";
        (Secrets, Mask) = (secrets, mask);
        Door = new CodesDoor(new RingingDoor(new StoreDoor(store.WritePath(new EngineRules(), () => setup.Now)), _outboxBell), c => setup.TakeUpCodesAsync(store, c));
        Instances = new PluginInstances(catalog, loaded.ToConfiguration(), new InstanceSurroundings(Secrets, Mask, HostOf, machine, loggers));
        var mail = new MailDelivery(SmtpOf(loggers), Folder.Resolve(Settings.Mail.Pickup), store.RawMails.GetAsync, clock);
        Delivery = new Dispatcher(store, Door, new OutboxCall(Instances, mail, Door, store.Interactions.FindAsync, () => setup.Now, clock, machine, mask), new Doubt(Instances, store.Interactions.FindAsync, () => setup.Now, clock, machine),
            TakesCalls, clock, machine, _outboxBell, HostName, loggers.CreateLogger<Dispatcher>());
        Inbox = new InboxPump(store, Door, Instances, clock, machine, _inboxBell, HostName, loggers.CreateLogger<InboxPump>());
        _waker = new DueWaker(store, Instances, clock, machine, loggers.CreateLogger<DueWaker>());
        Pollers = new Pollers(store, Instances, clock, machine, HostName, _inboxBell.Ring, loggers.CreateLogger<Pollers>());
        Reconciler = new Reconciler(store, Door, Instances, () => setup.Now, clock);
        Sweeps = new SweepRunner(store, Door, clock, machine, loggers.CreateLogger<SweepRunner>(),
            new Dictionary<VendorSweep, IVendorSweep> { [VendorSweep.CodeSync] = new CodeSync(Instances, Door), [VendorSweep.Reconciliation] = Reconciler });
        _schedule = new SweepSchedule(Sweeps, ConnectionText.Resolve(Settings.Data.ConnectionString, secrets), $"connector-{store.Tenant}", loggers.CreateLogger<SweepSchedule>());
        Time = new ClockDriver(store, clock, Sweeps, DrainAsync);
        Offers = new OfferDesk(Instances, new PromptLook(Door, Inbox, store.Interactions.FindAsync, Clock));
        Transfers = new TransferDesk(Instances, () => Setups.Now, machine);
        IntakeHealth = new IntakeHealth(machine);
        _loggers = loggers;
    }

    private readonly ILoggerFactory _loggers;

    public LoadedSettings Loaded { get; }
    public ConnectorSettings Settings { get; }
    public DataFolder Folder { get; }
    public AppMode Mode { get; }
    public string HostName { get; }
    public Store Store { get; }
    public BusinessClock Clock { get; }
    public TimeProvider Machine { get; }
    public SecretMask Mask { get; }
    public ISecretResolver Secrets { get; }
    public PluginCatalog Catalog { get; }
    public PluginInstances Instances { get; }
    public SetupBoard Setups { get; }
    public IDoor Door { get; }

    /// <summary>Made when first used: who only looks takes no mail.</summary>
    public MailIntake Intake => field ??= new MailIntake(
        Door, Clock, () => Setups.Now, new MailSize(Settings.Mail.Limit), InFlight.Open(Folder.InFlight), _loggers.CreateLogger<MailIntake>());

    public IntakeHealth IntakeHealth { get; }
    public Dispatcher Delivery { get; }
    public InboxPump Inbox { get; }
    public Pollers Pollers { get; }
    public OfferDesk Offers { get; }
    public TransferDesk Transfers { get; }
    public Reconciler Reconciler { get; }
    public SweepRunner Sweeps { get; }
    public ClockDriver Time { get; }

    public Setup Setup => Setups.Now;

    /// <summary>Budget and circuit of an instance; null when it calls nobody.</summary>
    public HttpStanding? HttpStandingOf(string instance) => _http.TryGetValue(instance, out var way) ? way.Standing : null;

    public Task<DateTimeOffset?> NextSweepAsync(string sweep, CancellationToken cancellation) => _schedule.NextAsync(sweep, cancellation);

    /// <summary>Mail always; of an instance nobody configured the rows become dead letters.</summary>
    private bool TakesCalls(string destination) => destination == OutboxDestination.Mail || Instances.Find(destination) is not { } instance || instance.Status.TakesCalls;

    private AdapterHost HostOf(string instance) => new(instance, () => Clock.Now, Machine, _loggers.CreateLogger($"Connector.Instance.{instance}"),
        new InstanceStateStore(Store, instance, Clock, _inboxBell), new AgentNames(Instances.Find(instance)!.Settings, () => Setups.Now), HttpOf(instance).Renewed(), Mask);

    /// <summary>Kept through restarts of the instance: the vendor's budget does not start anew.</summary>
    private InstanceHttp HttpOf(string instance) => _http.GetOrAdd(instance, _ => new InstanceHttp(instance, Machine).Share(_hosts));

    /// <summary>Hosts on one store call the same vendor: each takes its part of what an instance may call.</summary>
    internal void ShareBudgets(int hosts)
    {
        _hosts = hosts;
        foreach (var way in _http.Values) way.Share(hosts);
    }

    private SmtpSender? SmtpOf(ILoggerFactory loggers)
    {
        if (Settings.Mail.Smtp.Host is null) return null;
        var smtp = Settings.Mail.Smtp;
        var password = smtp.User is null || smtp.Password is null ? null : Secrets.Resolve(smtp.Password).Value;
        var options = new SmtpOptions { Host = smtp.Host, Port = smtp.Port, User = smtp.User, Password = password, Security = smtp.Security, Timeout = smtp.Timeout, HelloName = smtp.HelloName };
        foreach (var thumbprint in smtp.TrustedCertificateThumbprints) options.TrustedCertificateThumbprints.Add(thumbprint);
        return new SmtpSender(options, Machine, loggers.CreateLogger<SmtpSender>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Instances.DisposeAsync();
        foreach (var way in _http.Values) way.Dispose();
        if (_intakeService is not null || Mode != AppMode.ReadOnly) Intake.Dispose();
        Delivery.Dispose();
        Inbox.Dispose();
        Pollers.Dispose();
        _outboxBell.Dispose();
        _inboxBell.Dispose();
        Clock.Dispose();
        await Store.DisposeAsync();
    }
}
