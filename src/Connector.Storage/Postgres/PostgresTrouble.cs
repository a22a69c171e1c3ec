using Connector.Storage.Statements;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>What a failure means: somebody was in the way, the database is not there, or the work itself is wrong.</summary>
internal static class PostgresTrouble
{
    public static bool IsConflict(Exception e) => e is VersionConflictException or PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    public static Exception Explain(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StoreUnavailableException("The disk of the PostgreSQL server is full. Nothing was stored; intake goes on when there is room.", e),
        PostgresException answered when IsAway(answered) => new StoreUnavailableException($"PostgreSQL cannot work now: {answered.MessageText}", e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } refused =>
            new StoreNotUsableException($"PostgreSQL refuses the connection of Data:ConnectionString: {refused.MessageText}", e),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            new StoreNotUsableException($"The user of Data:ConnectionString may not do what is needed in PostgreSQL: {denied.MessageText}. It makes tables and sequences in the database and owns them: let it own the database.", e),
        PostgresException => e,
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => new StoreUnavailableException($"PostgreSQL cannot be reached: {e.Message.TrimEnd('.')}. Nothing was stored; intake goes on when it is back.", e),
        _ when IsConflict(e) => new StoreConflictException($"The record was changed again and again by others: {e.Message}", e),
        _ => e,
    };

    /// <summary>Connection, resources, shutdown, disk, damage: classes 08, 53, 57, 58 and XX; somebody at work on our tables: 55, a table or column that is not there; a pooler that lost what we
    /// prepared: 26; a server that only reads, a turn we slept through. No input is to blame for any of them.</summary>
    private static bool IsAway(PostgresException e) =>
        e.SqlState is "25006" or "25P03" or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn || e.SqlState[..2] is "08" or "26" or "53" or "55" or "57" or "58" or "XX";
}
