using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Storage.Opening;

/// <summary>The database file: its connections with their settings, and what its failures mean.</summary>
internal sealed class SqliteFile(string path, Func<string>? tuning = null)
{
    public const int UniqueViolation = 2067, PrimaryKeyViolation = 1555, Full = 13;
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, InputOutput = 10, Corrupt = 11, CannotOpen = 14, Protocol = 15, NotADatabase = 26;

    /// <summary>Nobody asks how much memory SQLite holds: without the count its threads do not wait for one another at each allocation.</summary>
    static SqliteFile()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public string Path => path;

    public string ReaderConnection { get; } = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();

    /// <summary>For the schema and upkeep: migrations and backups take the driver's own connection, which always has SQLite's locks and wraps none of ours.</summary>
    public SqliteConnection OpenWriter() => Opened(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString(), PrepareWriter);

    public SqliteConnection OpenReader() => Opened(ReaderConnection, PrepareReader);

    /// <summary>For all that is written while the host runs.</summary>
    public sqlite3 OpenUnlockedWriter() => Opened(() => UnlockedSqlite.Open(path, readOnly: false), PrepareWriter);

    public sqlite3 OpenUnlockedReader() => Opened(() => UnlockedSqlite.Open(path, readOnly: true), PrepareReader);

    private SqliteConnection Opened(string settings, Action<sqlite3> prepare) => Opened(() => new SqliteConnection(settings), connection =>
    {
        connection.Open();
        prepare(connection.Handle!);
    });

    private T Opened<T>(Func<T> make, Action<T> prepare)
        where T : class, IDisposable
    {
        T? connection = null;
        try
        {
            prepare(connection = make());
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw Explain(e);
        }
    }

    /// <summary>Set and read back: a file system or build that ignores them would lose mail silently. A log of 16 MB before it is folded back spares
    /// writing the pages of the one random index again and again. SQLite walks all pages it holds at a commit that put an index's pages in another order: with 64 MB
    /// of them that cost a millisecond, and those missing with 16 MB come from the system's own cache.</summary>
    private void PrepareWriter(sqlite3 connection)
    {
        UnlockedSqlite.Ask(connection, BusyTimeout);
        Expect(connection, "PRAGMA journal_mode = WAL", "wal");
        foreach (var setting in (string[])["PRAGMA synchronous = FULL", "PRAGMA cache_size = -16384", "PRAGMA wal_autocheckpoint = 4000"]) UnlockedSqlite.Ask(connection, setting);
        Expect(connection, "PRAGMA synchronous", "2");
        if (tuning is not null) UnlockedSqlite.Ask(connection, tuning());
    }

    private static void PrepareReader(sqlite3 connection) => UnlockedSqlite.Ask(connection, BusyTimeout);

    /// <summary>SQLite waits itself; the driver's own wait polls each 150 ms.</summary>
    public const string BusyTimeout = "PRAGMA busy_timeout = 5000";

    public static bool IsTrouble(int code) =>
        code is Busy or Locked or NoMemory or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or Protocol or NotADatabase;

    public Exception Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => new StoreCorruptException(
            $"{path} is damaged or no SQLite database ({e.Message}). Stop the host, keep the file and its -wal beside it, and put back the last backup (`connector db restore FILE`); " +
            "`sqlite3 connector.db .recover` may save what is readable.", e),
        Full => new StoreUnavailableException($"The disk of {path} is full. Nothing was stored; intake goes on when there is room.", e),
        Busy or Locked or Protocol => new StoreUnavailableException($"{path} is locked by another program for longer than five seconds.", e),
        ReadOnly or CannotOpen => new StoreUnavailableException($"{path} cannot be opened or written: check the folder's permissions and mount ({e.Message}).", e),
        InputOutput or NoMemory => new StoreUnavailableException($"{path} cannot be read or written: {e.Message}", e),
        _ => e,
    };

    private void Expect(sqlite3 connection, string sql, string wanted)
    {
        if (UnlockedSqlite.Ask(connection, sql) is var got && got != wanted)
            throw new StoreNotUsableException($"{path}: {sql} answers {got}, needed is {wanted}. The file system may not support it; use a local disk.");
    }
}
