using System.Text.RegularExpressions;
using Connector.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace Connector.Benchmarks.Floors;

/// <summary>Prepared statements of the plain driver on a database with our schema: WAL, synchronous FULL.</summary>
internal sealed partial class BareSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<Statement, SqliteCommand> _prepared = new(ReferenceEqualityComparer.Instance);

    public BareSqlite(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=false");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
    }

    /// <summary>The lists of one batch in one transaction.</summary>
    public void Commit(IEnumerable<IReadOnlyList<Write>> batch)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        Write(transaction, batch.SelectMany(list => list));
        transaction.Commit();
    }

    private void Write(SqliteTransaction transaction, IEnumerable<Write> writes)
    {
        foreach (var write in writes)
        {
            var command = Prepared(write.Command);
            command.Transaction = transaction;
            if (command.ExecuteNonQuery() != 1) throw new InvalidOperationException(command.CommandText);
        }
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Closes a page of what is due and inserts the rows, in one transaction; answers how many were closed.</summary>
    public int Close(long at, int page, IReadOnlyList<Write> rows)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        using var update = _connection.CreateCommand();
        update.CommandText = """
            UPDATE "Interactions" SET "State" = 5, "InactivityDue" = NULL, "ClosedAt" = $at, "UpdatedAt" = $at, "Code" = 'customer_inactivity', "CodeSource" = 2, "Version" = "Version" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Interactions" WHERE "Tenant" = 'default' AND "InactivityDue" <= $at ORDER BY "Id" LIMIT $page) RETURNING "Id"
            """;
        update.Parameters.AddWithValue("$at", at);
        update.Parameters.AddWithValue("$page", page);
        var closed = 0;
        using (var reader = update.ExecuteReader())
            while (reader.Read()) closed++;
        Write(transaction, rows);
        transaction.Commit();
        return closed;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepared(Command wanted)
    {
        if (!_prepared.TryGetValue(wanted.Statement, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = Parameters.Replace(wanted.Statement.Text, "@p$1");
            for (var n = 1; n <= wanted.Values.Length; n++) command.Parameters.Add(new SqliteParameter($"@p{n}", null));
            command.Prepare();
            _prepared.Add(wanted.Statement, command);
        }
        for (var n = 0; n < wanted.Values.Length; n++) command.Parameters[n].Value = Boxed(wanted.Values[n]);
        return command;
    }

    internal static object Boxed(Value value) => value switch
    {
        { IsNull: true } => DBNull.Value,
        { Kind: ValueKind.Number } => value.Number,
        { Kind: ValueKind.Text } => value.Text,
        _ => value.Blob,
    };

    [GeneratedRegex(@"\$(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters { get; }
}
