using System.Data.Common;
using Connector.Storage.Model;
using Connector.Storage.Opening;
using Connector.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connector.Storage.Schema;

/// <summary>How a context is set up for either database.</summary>
internal static class StoreContexts
{
    public static DbContextOptions<ConnectorDb> ForSqlite(DbConnection connection) =>
        Common(new DbContextOptionsBuilder<ConnectorDb>().UseSqlite(connection));

    public static DbContextOptions<ConnectorDb> ForSqliteReading(SqliteFile file) =>
        Common(new DbContextOptionsBuilder<ConnectorDb>()
            .UseSqlite(file.ReaderConnection, o => o.ExecutionStrategy(d => new SayingStrategy(d.CurrentContext.Context, e => e is SqliteException sqlite ? file.Explain(sqlite) : e)))
            .AddInterceptors(new BusyTimeoutInterceptor()));

    public static DbContextOptions<ConnectorDb> ForPostgres(Npgsql.NpgsqlDataSource source) =>
        Common(new DbContextOptionsBuilder<ConnectorDb>().UseNpgsql(source));

    public static DbContextOptions<ConnectorDb> ForPostgresReading(Npgsql.NpgsqlDataSource source) =>
        Common(new DbContextOptionsBuilder<ConnectorDb>().UseNpgsql(source, o => o.ExecutionStrategy(d => new SayingStrategy(d.CurrentContext.Context, PostgresTrouble.Explain))));

    /// <summary>There is no snapshot of the model to compare with; a test compares the schemas themselves.</summary>
    private static DbContextOptions<ConnectorDb> Common(DbContextOptionsBuilder<ConnectorDb> builder) => builder
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
        .EnableThreadSafetyChecks(false)
        .Options;
}

internal sealed class BusyTimeoutInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteFile.BusyTimeout;
        command.ExecuteNonQuery();
    }
}
