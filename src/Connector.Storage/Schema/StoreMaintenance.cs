using System.Data.Common;
using Connector.Storage.Opening;
using Connector.Storage.Postgres;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Schema;

/// <summary>What the <c>db</c> commands do: look at a store, bring its schema up. (Copies: <see cref="StoreBackup"/>.)</summary>
public static class StoreMaintenance
{
    /// <summary>Facts about the store, without the EF model and without changing anything; for a store that is not there, that it is not.</summary>
    public static async Task<StoreInfo> InfoAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        if (!options.IsPostgres)
        {
            var file = new SqliteFile(options.File);
            if (!File.Exists(file.Path)) return Empty("SQLite", file.Path);
            try
            {
                await using var connection = file.OpenReader();
                return await ReadAsync(connection, "SQLite", file.Path, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", cancellation);
            }
            catch (SqliteException e)
            {
                throw file.Explain(e);
            }
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
