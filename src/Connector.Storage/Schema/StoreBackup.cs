using Connector.Storage.Opening;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Schema;

/// <summary>Copies of a SQLite store: made while it is in use, put back while it is not. (PostgreSQL: <c>pg_dump</c>, <c>pg_restore</c>.)</summary>
public static class StoreBackup
{
    private const int NoRoom = 0x70, NoSpace = 28;

    /// <summary>What SQLite may keep beside a database. A log that is left beside another database than its own would be folded into that one, and damage it.</summary>
    private static readonly string[] Parts = ["-wal", "-shm", "-journal", ""];

    /// <summary>Copies the store to a new file while it is read and written, and checks the copy.</summary>
    public static async Task MakeAsync(StoreOptions options, string target, CancellationToken cancellation = default)
    {
        if (options.IsPostgres) throw new StoreNotUsableException("A PostgreSQL store is backed up by pg_dump: pg_dump --format=custom DATABASE > connector.dump");
        var file = new SqliteFile(options.File);
        if (!File.Exists(file.Path)) throw new StoreNotUsableException($"There is no store at {file.Path}.");
        if (File.Exists(target)) throw new StoreNotUsableException($"{target} exists already; a backup overwrites nothing.");
        await ThroughHalfAsync(target, "copy", async half =>
        {
            await CopyAsync(file, half, cancellation);
            File.Move(half, target);
        });
    }

    /// <summary>Makes a copy the store of the data folder, once it is checked. What was there stays beside it; answers where, or null when nothing was.</summary>
    /// <exception cref="StoreInUseException">A host owns the folder.</exception>
    public static async Task<string?> PutBackAsync(StoreOptions options, string copy, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (options.IsPostgres) throw new StoreNotUsableException("A PostgreSQL store is put back by pg_restore: createdb DATABASE && pg_restore --dbname=DATABASE connector.dump");
        if (!File.Exists(copy)) throw new StoreNotUsableException($"There is no copy at {copy}.");
        if (Path.GetFullPath(copy) == Path.GetFullPath(options.File)) throw new StoreNotUsableException($"{copy} is the store itself; name a copy of it.");
        using var owned = FolderLock.Take(Path.GetFullPath(options.Folder));
        var aside = File.Exists(options.File) ? $"{options.File}.before-{now:yyyyMMdd-HHmmss}" : null;
        await ThroughHalfAsync(options.File, "store", async half =>
        {
            foreach (var part in Parts.Where(p => p != "-shm" && File.Exists(copy + p))) File.Copy(copy + part, half + part);
            await CheckAsync(new SqliteFile(half), copy, cancellation);
            foreach (var part in Parts.Where(p => File.Exists(options.File + p))) File.Move(options.File + part, (aside ?? options.File + ".left") + part, overwrite: aside is null);
            File.Move(half, options.File);
        });
        return aside;
    }

    /// <summary>What is half done has a name of its own, and goes when it cannot be finished.</summary>
    private static async Task ThroughHalfAsync(string target, string what, Func<string, Task> act)
    {
        var half = target + ".part";
        try
        {
            Remove(half);
            await act(half);
        }
        catch (Exception e) when (e is SqliteException { SqliteErrorCode: SqliteFile.Full } || e is IOException && (e.HResult & 0xFFFF) is NoRoom or NoSpace)
        {
            Remove(half);
            throw new StoreUnavailableException($"The {what} {target} could not be made: its disk is full.", e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            Remove(half);
            throw new StoreNotUsableException($"The {what} {target} could not be made: {e.Message}", e);
        }
        catch (StoreException)
        {
            Remove(half);
            throw;
        }
    }

    private static void Remove(string half)
    {
        if (!Directory.Exists(Path.GetDirectoryName(half))) return;
        foreach (var part in Parts) File.Delete(half + part);
    }

    private static async Task CopyAsync(SqliteFile file, string target, CancellationToken cancellation)
    {
        await using var connection = file.OpenReader();
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await copy.OpenAsync(cancellation);
        connection.BackupDatabase(copy);
        if (!await IsWholeAsync(copy, cancellation)) throw new IOException("the copy is damaged");
    }

    private static async Task CheckAsync(SqliteFile file, string copy, CancellationToken cancellation)
    {
        try
        {
            await using var connection = file.OpenWriter();
            if (!await IsWholeAsync(connection, cancellation)) throw new StoreCorruptException($"{copy} is damaged. Nothing was changed.");
            StoreSchema.RefuseNewer(await StoreSchema.CurrentAsync(connection, cancellation) ?? throw new StoreNotUsableException($"{copy} is no store of this program. Nothing was changed."), copy);
        }
        catch (StoreCorruptException e)
        {
            throw new StoreCorruptException($"{copy} is damaged or no SQLite database. Nothing was changed.", e);
        }
    }

    private static async Task<bool> IsWholeAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        return await check.ExecuteScalarAsync(cancellation) is "ok";
    }
}
