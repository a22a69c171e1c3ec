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
            if (settings.Port is < 1 or > 65535) throw new StoreNotUsableException($"Data:ConnectionString cannot be read: Port must be 1 to 65535, it is {settings.Port}.");
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
        if (current != StoreSchema.Latest) await MigrateInTurnAsync(source, connection, cancellation);
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

    /// <summary>Hosts that start together on an old or empty store migrate one after another: each migration commits for itself, so the lock has to span them all. It ends with
    /// the session of a host that dies.</summary>
    private static async Task MigrateInTurnAsync(NpgsqlDataSource source, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var turn = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('connector schema'))", connection) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync(cancellation);
        try
        {
            if (await StoreSchema.CurrentAsync(connection, cancellation) != StoreSchema.Latest)
                await StoreSchema.MigrateAsync(StoreContexts.ForPostgres(source), cancellation);
        }
        finally
        {
            await using var over = new NpgsqlCommand("SELECT pg_advisory_unlock(hashtext('connector schema'))", connection);
            await over.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    public static string Place(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database}";
    }
}
