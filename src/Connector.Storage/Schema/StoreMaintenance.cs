using System.Data.Common;
using Connector.Storage.Opening;
using Connector.Storage.Postgres;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Schema;

/// <summary>What the <c>db</c> commands do: look at a store, bring its schema up, copy it while it is in use.</summary>
public static class StoreMaintenance
{
    /// <summary>Facts about the store, without the EF model and without changing anything; for a store that is not there, that it is not.</summary>
    public static async Task<StoreInfo> InfoAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        if (!options.IsPostgres)
        {
            var file = new SqliteFile(options.File);
            if (!File.Exists(file.Path)) return Empty("SQLite", file.Path);
            await using var connection = file.OpenReader();
            return await ReadAsync(connection, "SQLite", file.Path, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", cancellation);
        }
        await using var source = PostgresOpening.Source(options.ConnectionString!);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await ReadAsync(connection, "PostgreSQL", PostgresOpening.Place(source), "SELECT pg_database_size(current_database())", cancellation);
        }
        catch (Npgsql.NpgsqlException e)
        {
            throw PostgresTrouble.Explain(e);
        }
    }

    /// <summary>Brings the schema up; answers the migrations that were missing.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        var before = await InfoAsync(options, cancellation);
        await (await Store.OpenAsync(options with { ReadOnly = false }, cancellation)).DisposeAsync();
        return before.Pending;
    }

    /// <summary>Copies a SQLite store to a new file while it is read and written, and checks the copy. (PostgreSQL: <c>pg_dump</c>.)</summary>
    public static async Task BackupAsync(StoreOptions options, string target, CancellationToken cancellation = default)
    {
        if (options.IsPostgres) throw new StoreNotUsableException("A PostgreSQL store is backed up by pg_dump: pg_dump --format=custom DATABASE > connector.dump");
        var file = new SqliteFile(options.File);
        if (!File.Exists(file.Path)) throw new StoreNotUsableException($"There is no store at {file.Path}.");
        if (File.Exists(target)) throw new StoreNotUsableException($"{target} exists already; a backup overwrites nothing.");
        var half = target + ".part";
        File.Delete(half);
        try
        {
            await CopyAsync(file, half, cancellation);
            File.Move(half, target);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreNotUsableException($"The copy {target} could not be made: {e.Message}", e);
        }
    }

    private static async Task CopyAsync(SqliteFile file, string target, CancellationToken cancellation)
    {
        await using var connection = file.OpenReader();
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await copy.OpenAsync(cancellation);
        connection.BackupDatabase(copy);
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        if (await check.ExecuteScalarAsync(cancellation) is not "ok") throw new IOException("the copy is damaged");
    }

    private static async Task<StoreInfo> ReadAsync(DbConnection connection, string provider, string place, string size, CancellationToken cancellation)
    {
        var current = await StoreSchema.CurrentAsync(connection, cancellation);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await StoreSchema.TablesAsync(connection, cancellation)) rows[table] = await NumberAsync(connection, $"SELECT count(*) FROM \"{table}\"", cancellation);
        var pending = StoreSchema.Migrations.SkipWhile(m => current is not null && string.CompareOrdinal(m, current) <= 0).ToList();
        return new(provider, place, current, StoreSchema.Latest, pending, await NumberAsync(connection, size, cancellation), rows);
    }

    private static StoreInfo Empty(string provider, string place) => new(provider, place, null, StoreSchema.Latest, StoreSchema.Migrations, null, new Dictionary<string, long>());

    private static async Task<long> NumberAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation));
    }
}
