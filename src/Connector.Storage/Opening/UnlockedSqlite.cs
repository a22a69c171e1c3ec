using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Storage.Opening;

/// <summary>Connections that one thread at a time uses: SQLite takes no lock of its own around each call of theirs, which the driver has no word for.</summary>
internal static class UnlockedSqlite
{
    public static sqlite3 Open(string path, bool readOnly)
    {
        var answer = raw.sqlite3_open_v2(path, out var connection, raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE), null);
        if (answer == raw.SQLITE_OK) return connection;
        using (connection) throw Failure(answer, connection);
    }

    /// <summary>The first value of the first row; null when there is none.</summary>
    public static string? Ask(sqlite3 connection, string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var statement), connection);
        using (statement)
        {
            var answer = raw.sqlite3_step(statement);
            if (answer is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) throw Failure(answer, connection);
            return answer == raw.SQLITE_ROW ? raw.sqlite3_column_text(statement, 0).utf8_to_string() : null;
        }
    }

    private static void Check(int answer, sqlite3 connection)
    {
        if (answer != raw.SQLITE_OK) throw Failure(answer, connection);
    }

    private static SqliteException Failure(int answer, sqlite3 connection) =>
        new($"SQLite Error {answer}: '{raw.sqlite3_errmsg(connection).utf8_to_string()}'.", answer, raw.sqlite3_extended_errcode(connection));
}
