using Connector.Storage.Schema;
using Connector.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Opening;

/// <summary>Opens the SQLite store: lock, file, schema.</summary>
internal static class SqliteOpening
{
    public static async Task<(SqliteDatabase Database, FolderLock? Lock)> OpenAsync(StoreOptions options, SqliteFile file, CancellationToken cancellation)
    {
        var owned = options.ReadOnly ? null : FolderLock.Take(Path.GetFullPath(options.Folder));
        try
        {
            if (owned is null) await CheckAsync(file, cancellation);
            else await PrepareAsync(file, cancellation);
            return (new(file, options.Tenant, options.ReadOnly), owned);
        }
        catch (Exception e)
        {
            owned?.Dispose();
            throw e is SqliteException sqlite ? file.Explain(sqlite) : e;
        }
    }

    private static async Task CheckAsync(SqliteFile file, CancellationToken cancellation)
    {
        if (!File.Exists(file.Path)) throw new StoreNotUsableException($"There is no store at {file.Path}: start the host once, or name another folder with --data.");
        await using var connection = file.OpenReader();
        StoreSchema.Require(await StoreSchema.CurrentAsync(connection, cancellation), file.Path);
    }

    private static async Task PrepareAsync(SqliteFile file, CancellationToken cancellation)
    {
        await using var connection = file.OpenWriter();
        var current = await StoreSchema.CurrentAsync(connection, cancellation);
        if (current == StoreSchema.Latest) return;
        StoreSchema.RefuseNewer(current, file.Path);
        DropStaleMigrationLock(connection);
        await StoreSchema.MigrateAsync(StoreContexts.ForSqlite(connection), cancellation);
    }

    /// <summary>A process killed while migrating leaves its lock row behind; holding the folder's lock we know that nobody migrates.</summary>
    private static void DropStaleMigrationLock(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }
}
