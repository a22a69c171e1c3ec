using Connector.Storage;
using Npgsql;

namespace Connector.Benchmarks.Harness;

/// <summary>A database of its own on the server that CONNECTOR_TEST_POSTGRES names.</summary>
internal sealed class ScratchPostgres : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name = $"bench_{Guid.NewGuid():N}";

    private ScratchPostgres(string server) => _server = server;

    public static string? Server => Environment.GetEnvironmentVariable("CONNECTOR_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    public StoreOptions Options => new() { ConnectionString = ConnectionString };

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name, MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 }.ToString();

    public static async Task<ScratchPostgres> MakeAsync(string server)
    {
        var scratch = new ScratchPostgres(server);
        await scratch.ExecuteAsync($"CREATE DATABASE {scratch._name}");
        await (await Store.OpenAsync(scratch.Options)).DisposeAsync();
        return scratch;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
