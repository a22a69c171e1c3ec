using System.Data.Common;
using Connector.Storage.Tests.Kit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.Storage.Tests.Schema;

/// <summary>A store as an older program left it: its tables, rows and history as text, made by that program and not by the present model.</summary>
internal static class OldStore
{
    public static async Task MakeAsync(StoreOptions options, string schema, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(options, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Schema", "Old", $"{schema}.{(options.IsPostgres ? "postgres" : "sqlite")}.sql"), cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<DbConnection> OpenAsync(StoreOptions options, CancellationToken cancellation)
    {
        DbConnection connection = options.IsPostgres ? new NpgsqlConnection(options.ConnectionString) : new SqliteConnection($"Data Source={options.File};Pooling=false");
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>The columns each table has.</summary>
    public static async Task<Dictionary<string, List<string>>> ColumnsAsync(DbConnection connection, CancellationToken cancellation) =>
        (await ReadAsync(connection, connection is NpgsqlConnection
            ? "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_EF%' ORDER BY 1, 2"
            : "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1, 2", cancellation))
        .GroupBy(r => r[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r[1]).ToList(), StringComparer.Ordinal);

    /// <summary>All rows of these columns, as sorted lines.</summary>
    public static async Task<List<string>> RowsAsync(DbConnection connection, Dictionary<string, List<string>> columns, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var (table, names) in columns)
            lines.AddRange((await ReadAsync(connection, $"SELECT {string.Join(", ", names.Select(n => $"\"{n}\""))} FROM \"{table}\"", cancellation)).Select(r => $"{table}: {string.Join(" | ", r)}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<List<string[]>> ReadAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellation)) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(n => reader.GetValue(n) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(n)}")]);
        return rows;
    }
}
