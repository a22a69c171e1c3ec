using Connector.Storage.Opening;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>What the stores share: the database, its tables, whose rows they are and the machine's time.</summary>
internal sealed class StoreAccess(IDatabase database, Func<RecordTables> tables, string tenant, TimeProvider machine, bool readOnly)
{
    private static readonly Statement DatabaseTime = new("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");

    public string Tenant => tenant;

    public bool IsReadOnly => readOnly;

    /// <summary>The time leases run on: the database's where hosts share one.</summary>
    public async ValueTask<DateTimeOffset> MachineNowAsync(ISession session, CancellationToken cancellation) =>
        session.Dialect == Dialect.Sqlite ? machine.GetUtcNow() : Instants.Of(await session.NumberAsync(DatabaseTime.With(), cancellation))!.Value;

    public RecordTables Tables => tables();

    public RecordTable<T> Table<T>()
        where T : class => tables().Of<T>();

    public Write Insert(object row) => tables().Insert(row);

    public Task<T> ReadAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation) => database.ReadAsync(act, cancellation);

    public Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation, Urgency urgency = Urgency.Sweep) =>
        database.WriteAsync(act, urgency, cancellation);

    public Task<int> ExecuteAsync(Command command, CancellationToken cancellation, Urgency urgency = Urgency.Sweep) =>
        database.WriteAsync(session => session.ExecuteAsync(command, cancellation), urgency, cancellation);

    /// <summary>An act and what stands beside it, in one transaction.</summary>
    public Task<T> ActAsync<T>(Func<ISession, ValueTask<T>> act, Beside<T>? beside, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            var cameTo = await act(session);
            await session.WriteBesideAsync(Tables, beside, cameTo, cancellation);
            return cameTo;
        }, Urgency.Command, cancellation);

    public Dialect Dialect => database.Dialect;
}
