using Connector.Storage.Postgres;
using Connector.Storage.Schema;
using Npgsql;

namespace Connector.Storage.Opening;

/// <summary>Opens the PostgreSQL store: connection, schema, sequences.</summary>
internal static class PostgresOpening
{
    /// <summary>Statements used again are prepared by the driver. No session is ever changed, so none is reset: that would cost seven statements an input.</summary>
    public static NpgsqlDataSource Source(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true, ApplicationName = "connector" };
            return NpgsqlDataSource.Create(settings);
        }
        catch (ArgumentException e)
        {
            throw new StoreNotUsableException($"Data:ConnectionString cannot be read: {e.Message}", e);
        }
    }

    public static async Task<PostgresDatabase> OpenAsync(StoreOptions options, NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using (var connection = await source.OpenConnectionAsync(cancellation))
            {
                var current = await StoreSchema.CurrentAsync(connection, cancellation);
                if (options.ReadOnly) StoreSchema.Require(current, Place(source));
                else await PrepareAsync(options.Tenant, source, connection, current, cancellation);
            }
            return new(source, options.Tenant, options.ReadOnly, options.MachineTime);
        }
        catch (Exception e)
        {
            await source.DisposeAsync();
            throw PostgresTrouble.Explain(e);
        }
    }

    private static async Task PrepareAsync(string tenant, NpgsqlDataSource source, NpgsqlConnection connection, string? current, CancellationToken cancellation)
    {
        StoreSchema.RefuseNewer(current, Place(source));
        if (current != StoreSchema.Latest) await StoreSchema.MigrateAsync(StoreContexts.ForPostgres(source), cancellation);
        var cases = new PostgresNumbers(tenant).Cases;
        await using var command = new NpgsqlCommand($"CREATE SEQUENCE IF NOT EXISTS \"{cases}\"", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable)
        {
            // Another host of the tenant was making it at the same moment.
        }
    }

    public static string Place(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database}";
    }
}
