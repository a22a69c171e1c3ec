namespace Connector.Storage.Statements;

/// <summary>A row being read; columns by position.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Number(int column);

    string Text(int column);

    byte[] Blob(int column);
}

/// <summary>One connection at work. On SQLite every call completes at once, on the caller's thread.</summary>
internal interface ISession
{
    /// <summary>All queries in one round trip.</summary>
    ValueTask QueryAsync(IReadOnlyList<Query> queries, CancellationToken cancellation);

    /// <summary>All writes in one round trip. Throws <see cref="VersionConflictException"/> when one that must change one row does not.</summary>
    ValueTask WriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellation);

    ValueTask<int> ExecuteAsync(Command command, CancellationToken cancellation);

    /// <summary>New ids and numbers, stored with the transaction.</summary>
    Engine.Door.IFresh Fresh { get; }

    Dialect Dialect { get; }
}

internal static class SessionQueries
{
    public static async ValueTask<List<T>> ListAsync<T>(this ISession session, Command command, Func<IRow, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await session.QueryAsync([new Query(command, row => rows.Add(read(row)))], cancellation);
        return rows;
    }

    public static async ValueTask<T?> FirstAsync<T>(this ISession session, Command command, Func<IRow, T> read, CancellationToken cancellation)
        where T : class => (await session.ListAsync(command, read, cancellation)).FirstOrDefault();

    /// <summary>What stands beside an act, in its transaction.</summary>
    public static async ValueTask WriteBesideAsync<T>(this ISession session, RecordTables tables, Writing.Beside<T>? beside, T cameTo, CancellationToken cancellation)
    {
        var writes = beside?.Invoke(cameTo, session.Fresh).Select(tables.Insert).ToList();
        if (writes is { Count: > 0 }) await session.WriteAsync(writes, cancellation);
    }

    /// <summary>The number in the first column of the first row; null when there is none.</summary>
    public static async ValueTask<long?> NumberAsync(this ISession session, Command command, CancellationToken cancellation)
    {
        long? number = null;
        await session.QueryAsync([new Query(command, row => number ??= row.IsNull(0) ? null : row.Number(0))], cancellation);
        return number;
    }
}
