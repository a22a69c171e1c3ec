using System.Collections.Concurrent;
using Connector.Storage.Opening;
using Connector.Storage.Statements;
using Connector.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>SQLite: one writing connection behind the leader, a handful of reading ones.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly SqliteFile _file;
    private readonly string _tenant;
    private readonly bool _readOnly;
    private readonly SqliteWriter _writer;
    private readonly Leader _leader;
    private readonly ConcurrentBag<SqliteSession> _readers = [];

    public SqliteDatabase(SqliteFile file, string tenant, bool readOnly)
    {
        (_file, _tenant, _readOnly) = (file, tenant, readOnly);
        _writer = new(file, tenant);
        _leader = new(_writer);
    }

    public Dialect Dialect => Dialect.Sqlite;

    public async Task<T> ReadAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation)
    {
        var session = _readers.TryTake(out var free) ? free : new(_file.OpenUnlockedReader(), _tenant);
        try
        {
            var result = await act(session);
            _readers.Add(session);
            return result;
        }
        catch (Exception e)
        {
            session.Dispose();
            if (e is SqliteException sqlite) throw _file.Explain(sqlite);
            throw;
        }
    }

    public Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, CancellationToken cancellation) =>
        LeadAsync(new Work<T>(act, urgency, isRehearsal: false, cancellation));

    /// <summary>All inputs stand in one line, so a lane needs no order of its own.</summary>
    public Task<T> DecideAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, string? lane, CancellationToken cancellation) =>
        WriteAsync(act, urgency, cancellation);

    public Task<T> RehearseAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation) =>
        LeadAsync(new Work<T>(act, Urgency.Command, isRehearsal: true, cancellation));

    /// <summary>The writing connection goes last: the last one to close folds the log back into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leader.CloseAsync();
        while (_readers.TryTake(out var session)) session.Dispose();
        using (var pooled = new SqliteConnection(_file.ReaderConnection)) SqliteConnection.ClearPool(pooled);
        _writer.Dispose();
    }

    private Task<T> LeadAsync<T>(Work<T> work) =>
        _readOnly ? throw new InvalidOperationException("the store was opened for reading only") : _leader.RunAsync(work);
}
