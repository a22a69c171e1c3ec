using System.Data.Common;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Schema;

/// <summary>Knows by one query whether a database has this program's schema, and brings it there.</summary>
public static class StoreSchema
{
    /// <summary>All migrations in order. Written down so that a check needs no EF model; a test compares.</summary>
    public static readonly IReadOnlyList<string> Migrations = ["20260101000000_Initial", "20261127000000_LookUpsAndDoubt", "20261127120000_CodeCatalogue", "20261127130000_Polls",
        "20261127170000_Judgement", "20261127193000_AwaitedMails", "20261127200000_MessagesOfWork", "20261128013000_DeadLetters", "20261128053000_MissingMails"];

    public static string Latest => Migrations[^1];

    /// <summary>The newest migration the database has; null when it has none.</summary>
    internal static async Task<string?> CurrentAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is Npgsql.NpgsqlConnection
            ? "SELECT CASE WHEN to_regclass('\"__EFMigrationsHistory\"') IS NULL THEN 0 ELSE 1 END"
            : "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation)) == 0) return null;
        command.CommandText = "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"";
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>The tables of ours that are there, by name; the scheduler's beside them are none of ours.</summary>
    internal static async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is Npgsql.NpgsqlConnection
            ? "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_\\_%' AND table_name NOT LIKE 'qrtz\\_%'"
            : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Throws unless the database has exactly this program's schema.</summary>
    internal static void Require(string? current, string place)
    {
        if (current == Latest) return;
        RefuseNewer(current, place);
        throw new StoreSchemaException($"{place} has schema {current ?? "none"}, this program needs {Latest}: run `connector db migrate`, or start the host once.");
    }

    internal static async Task MigrateAsync(DbContextOptions<ConnectorDb> options, CancellationToken cancellation)
    {
        await using var db = new ConnectorDb(options);
        await db.Database.MigrateAsync(cancellation);
    }

    internal static void RefuseNewer(string? current, string place)
    {
        if (current is not null && !Migrations.Contains(current))
            throw new StoreSchemaException($"{place} was made by a newer program (schema {current}, this one knows up to {Latest}). Nothing was changed; use the newer program.");
    }
}
