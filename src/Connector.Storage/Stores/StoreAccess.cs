using Connector.Storage.Opening;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>What the stores share: the database, its tables, whose rows they are and the machine's time.</summary>
internal sealed class StoreAccess(IDatabase database, Func<RecordTables> tables, string tenant, TimeProvider machine)
{
    public string Tenant => tenant;

    public DateTimeOffset MachineNow => machine.GetUtcNow();

    public RecordTable<T> Table<T>()
        where T : class => tables().Of<T>();

    public Task<T> ReadAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation) => database.ReadAsync(act, cancellation);

    public Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation, Urgency urgency = Urgency.Sweep) =>
        database.WriteAsync(act, urgency, cancellation);

    public Task<int> ExecuteAsync(Command command, CancellationToken cancellation, Urgency urgency = Urgency.Sweep) =>
        database.WriteAsync(session => session.ExecuteAsync(command, cancellation), urgency, cancellation);

    public Dialect Dialect => database.Dialect;
}
