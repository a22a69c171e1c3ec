using Connector.Engine.Door;
using Connector.Storage.Statements;
using SQLitePCL;

namespace Connector.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : ISession, IDisposable
{
    private static readonly Statement Begin = new("BEGIN IMMEDIATE");
    private static readonly Statement Commit = new("COMMIT");
    private static readonly Statement Rollback = new("ROLLBACK");

    private readonly sqlite3 _connection;
    private readonly Dictionary<Statement, SqliteStatement> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly SqliteFresh _fresh;

    public SqliteSession(sqlite3 connection, string tenant)
    {
        _connection = connection;
        _fresh = new(this, tenant);
    }

    public IFresh Fresh => _fresh;

    public Dialect Dialect => Dialect.Sqlite;

    /// <summary>Counts changed rows since the connection was opened.</summary>
    public int Changes => raw.sqlite3_total_changes(_connection);

    public void BeginImmediate()
    {
        Run(new(Begin, []), null);
        _fresh.Remember();
    }

    public void CommitAll() => Run(new(Commit, []), null);

    /// <summary>Undoes what is open; SQLite may have done so already when the disk was full.</summary>
    public void RollbackAll()
    {
        _fresh.Restore();
        if (raw.sqlite3_get_autocommit(_connection) == 0) Run(new(Rollback, []), null);
    }

    public int Run(Command command, Action<IRow>? onRow)
    {
        if (!_prepared.TryGetValue(command.Statement, out var statement))
            _prepared.Add(command.Statement, statement = new(_connection, command.Statement.Text));
        statement.Run(command.Values, onRow);
        return raw.sqlite3_changes(_connection);
    }

    public ValueTask QueryAsync(IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        for (var n = 0; n < queries.Count; n++) Run(queries[n].Command, queries[n].OnRow);
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellation)
    {
        for (var n = 0; n < writes.Count; n++)
        {
            if (Run(writes[n].Command, null) != 1 && writes[n].ExactlyOne)
                throw new VersionConflictException(writes[n].Command.Statement.Text);
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> ExecuteAsync(Command command, CancellationToken cancellation) => ValueTask.FromResult(Run(command, null));

    public void Dispose()
    {
        foreach (var statement in _prepared.Values) statement.Dispose();
        _connection.Dispose();
    }
}
