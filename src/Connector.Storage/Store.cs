using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Storage.Model;
using Connector.Storage.Opening;
using Connector.Storage.Schema;
using Connector.Storage.Sqlite;
using Connector.Storage.Statements;
using Connector.Storage.Stores;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Connector.Storage;

/// <summary>An open store of one tenant: the write path, the stores of what is not decided by rules, and queries.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly StoreOptions _options;
    private readonly IDatabase _database;
    private readonly FolderLock? _lock;
    private readonly Lazy<PooledDbContextFactory<ConnectorDb>> _contexts;
    private readonly Lazy<RecordTables> _tables;

    private Store(StoreOptions options, IDatabase database, FolderLock? owned, DbContextOptions<ConnectorDb> reading)
    {
        (_options, _database, _lock) = (options, database, owned);
        _contexts = new(() => new(reading));
        _tables = new(() => TablesOf(reading));
    }

    public string Tenant => _options.Tenant;

    public bool IsReadOnly => _options.ReadOnly;

    /// <summary>Opens the store, makes or migrates it first unless it is opened for reading only.</summary>
    public static async Task<Store> OpenAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        if (options.IsPostgres)
        {
            var source = PostgresOpening.Source(options.ConnectionString!);
            return new(options, await PostgresOpening.OpenAsync(options, source, cancellation), null, StoreContexts.ForPostgresReading(source));
        }
        var file = new SqliteFile(options.File, options.Tuning);
        var (database, owned) = await SqliteOpening.OpenAsync(options, file, cancellation);
        return new(options, database, owned, StoreContexts.ForSqliteReading(file));
    }

    /// <summary>A context for queries, without tracking; dispose it after use.</summary>
    public ConnectorDb Read() => _contexts.Value.CreateDbContext();

    /// <summary>The door's way in. Make one for the life of the store.</summary>
    public WritePath WritePath(IRules rules, Func<Setup> setup) => new(_database, Tables, Tenant, rules, setup);

    public OutboxStore Outbox => field ??= new(Access, Interactions);
    public InboxStore Inbox => field ??= new(Access);
    public InstanceDocumentStore Documents => field ??= new(Access, Inbox);
    public SettingStore Settings => field ??= new(Access);

    public AutomaticStore Automatic => field ??= new(Access);
    public KeyStore Keys => field ??= new(Access);
    public OutboxQueries OutboxQueries => field ??= new(Access);
    public NotificationStore Notifications => field ??= new(Access);
    public InteractionStore Interactions => field ??= new(Access);
    public PeopleStore People => field ??= new(Access);
    public CodeStore Codes => field ??= new(Access);
    public CursorStore Cursors => field ??= new(Access);
    public PollStore Polls => field ??= new(Access, Inbox);
    public StatusStore Status => field ??= new(Access);
    public DueStore Due => field ??= new(Access, Outbox, Inbox, Documents);
    public SweepRunStore SweepRuns => field ??= new(Access);
    public RawMailStore RawMails => field ??= new(Access);
    public UploadStore Uploads => field ??= new(Access);
    public AuditStore Audit => field ??= new(Access);
    public IdempotencyStore Idempotency => field ??= new(Access);

    /// <summary>Tells other processes where this owner of the data folder can be reached.</summary>
    public void AnnounceAddress(string address) => _lock?.Announce(address);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _lock?.Dispose();
    }

    internal Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation = default) => Access.WriteAsync(act, cancellation);

    private RecordTables Tables => _tables.Value;

    private StoreAccess Access => field ??= new(_database, () => Tables, Tenant, _options.MachineTime, IsReadOnly);

    private static RecordTables TablesOf(DbContextOptions<ConnectorDb> options)
    {
        using var db = new ConnectorDb(options);
        return new(db.Model);
    }
}
