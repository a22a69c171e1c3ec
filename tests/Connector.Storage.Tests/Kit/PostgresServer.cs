using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Connector.Storage.Tests.Kit;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Connector.Storage.Tests.Kit;

/// <summary>
/// A throw-away PostgreSQL for all tests: the one named by CONNECTOR_TEST_POSTGRES, else a private cluster made from the binaries of Debian's package,
/// on a loopback port, in a folder that goes when the tests end. Each test gets a database of its own, copied from one with the schema.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string HowToGetIt = "PostgreSQL not found: apt-get install postgresql";

    private readonly Lazy<Task<string?>> _template;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"connector-pg-{Guid.NewGuid():N}");
    private bool _started;
    private int _databases;

    public PostgresServer() => _template = new(StartAsync);

    /// <summary>A connection string to a new database; skips the test when there is no server to be had.</summary>
    public async Task<string> NewDatabaseAsync(bool withSchema = true)
    {
        var template = await _template.Value;
        if (template is null) Assert.Skip(HowToGetIt);
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(Database(template, "postgres"), $"CREATE DATABASE {name}" + (withSchema ? $" TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}" : ""));
        return Database(template, name);
    }

    public async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(Database(connectionString, "postgres"), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_template.IsValueCreated && await _template.Value is { } template) await DropAsync(template);
        if (!_started) return;
        await RunAsync("pg_ctl", "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> StartAsync()
    {
        var server = Environment.GetEnvironmentVariable("CONNECTOR_TEST_POSTGRES") is { Length: > 0 } named ? named : await StartOwnAsync();
        if (server is null) return null;
        var template = Database(server, $"template_{Environment.ProcessId}");
        await ExecuteAsync(Database(server, "postgres"), $"CREATE DATABASE template_{Environment.ProcessId}");
        await (await Store.OpenAsync(new StoreOptions { ConnectionString = template })).DisposeAsync();
        return template;
    }

    private async Task<string?> StartOwnAsync()
    {
        if (Binaries() is null) return null;
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", _folder);
        var port = FreePort();
        await RunAsync("initdb", "-D", _folder, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        _started = true;
        await RunAsync("pg_ctl", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c max_connections=200", "start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=true";
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>PostgreSQL refuses to run as root, so it runs as its own user then.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var path = program.StartsWith("ch", StringComparison.Ordinal) ? program : Path.Combine(Binaries()!, program);
        var asUser = Environment.IsPrivilegedProcess && path != program;
        var start = asUser ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        (start.RedirectStandardOutput, start.WorkingDirectory) = (program == "initdb", "/");
        using var process = Process.Start(start)!;
        if (program == "initdb") await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Database(string connectionString, string name) => new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ToString();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
