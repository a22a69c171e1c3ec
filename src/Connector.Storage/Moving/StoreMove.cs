using Connector.Storage.Opening;
using Connector.Storage.Postgres;
using Connector.Storage.Schema;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.Storage.Moving;

/// <summary>One table as moved.</summary>
public sealed record MovedTable(string Table, long Rows);

/// <summary>Moves a whole store from SQLite into an empty PostgreSQL database: all rows in one transaction, counted and compared before its commit.</summary>
public static class StoreMove
{
    /// <summary>No host may own the source. Whatever goes wrong, the source is untouched and the target stays empty.</summary>
    public static async Task<IReadOnlyList<MovedTable>> RunAsync(StoreOptions from, StoreOptions to, Action<MovedTable>? onTable = null, CancellationToken cancellation = default)
    {
        if (from.IsPostgres || !to.IsPostgres) throw new StoreNotUsableException("A store is moved from SQLite to PostgreSQL; the other way there is none.");
        if (!File.Exists(from.File)) throw new StoreNotUsableException($"There is no store at {from.File}.");
        using var owned = FolderLock.Take(Path.GetFullPath(from.Folder));
        var file = new SqliteFile(from.File);
        try
        {
            return await MoveAsync(file, to, onTable, cancellation);
        }
        catch (Exception e) when ((e is SqliteException sqlite ? file.Explain(sqlite) : PostgresTrouble.Explain(e)) is StoreException said && said != e)
        {
            throw said;
        }
    }

    private static async Task<IReadOnlyList<MovedTable>> MoveAsync(SqliteFile file, StoreOptions to, Action<MovedTable>? onTable, CancellationToken cancellation)
    {
        await (await Store.OpenAsync(to with { ReadOnly = false }, cancellation)).DisposeAsync();
        await using var source = file.OpenReader();
        StoreSchema.Require(await StoreSchema.CurrentAsync(source, cancellation), file.Path);
        await using var data = PostgresOpening.Source(to.ConnectionString!);
        return await MoveAsync(source, data, onTable, cancellation);
    }

    private static async Task<IReadOnlyList<MovedTable>> MoveAsync(SqliteConnection source, NpgsqlDataSource data, Action<MovedTable>? onTable, CancellationToken cancellation)
    {
        await using var target = await data.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        var moved = new List<MovedTable>();
        foreach (var name in await StoreSchema.TablesAsync(source, cancellation))
        {
            moved.Add(await MoveAsync(await TableCopy.OfAsync(name, source, cancellation), source, target, cancellation));
            onTable?.Invoke(moved[^1]);
        }
        await ContinueNumbersAsync(source, target, cancellation);
        await transaction.CommitAsync(cancellation);
        return moved;
    }

    private static async Task<MovedTable> MoveAsync(TableCopy table, SqliteConnection source, NpgsqlConnection target, CancellationToken cancellation)
    {
        if ((await table.FingerprintAsync(target, cancellation)).Rows > 0)
            throw new StoreNotUsableException($"The target has rows in {table.Name} already: a store is moved into an empty database only. Nothing was moved.");
        var rows = await table.RunAsync(source, target, cancellation);
        if (await table.FingerprintAsync(source, cancellation) != await table.FingerprintAsync(target, cancellation))
            throw new StoreNotUsableException($"{table.Name} differs after the move. Nothing was moved.");
        return new(table.Name, rows);
    }

    /// <summary>Ids and case numbers go on where SQLite's counters stand.</summary>
    private static async Task ContinueNumbersAsync(SqliteConnection source, NpgsqlConnection target, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand();
        command.CommandText = "SELECT \"Tenant\", \"Name\", \"Value\" FROM \"Counters\"";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var sequence = reader.GetString(1) == "records" ? PostgresNumbers.Records : new PostgresNumbers(reader.GetString(0)).Cases;
            await using var go = new NpgsqlCommand($"CREATE SEQUENCE IF NOT EXISTS \"{sequence}\"; SELECT setval('\"{sequence}\"', {reader.GetInt64(2) + 1}, false)", target);
            await go.ExecuteNonQueryAsync(cancellation);
        }
    }
}
