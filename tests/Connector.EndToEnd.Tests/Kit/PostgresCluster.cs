using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Connector.EndToEnd.Tests.Kit;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>
/// A throw-away PostgreSQL: the one named by CONNECTOR_TEST_POSTGRES, else a private cluster of Debian's binaries on a loopback port, which goes with the tests.
/// It syncs: what is tried here is what survives a kill.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly Lazy<Task<string?>> _server;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"connector-pg-{Guid.NewGuid():N}");
    private readonly List<string> _databases = [];
    private bool _started;

    public PostgresCluster() => _server = new(StartAsync);

    /// <summary>A connection string to a new database; skips the test when there is no server to be had.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        if (await _server.Value is not { } server)
        {
            Assert.Skip("PostgreSQL not found: apt-get install postgresql");
            throw new UnreachableException();
        }
        var name = $"e2e_{Environment.ProcessId}_{_databases.Count + 1}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        _databases.Add(name);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated || await _server.Value is not { } server) return;
        foreach (var name in _databases) await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        if (!_started) return;
        await RunAsync("pg_ctl", "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CONNECTOR_TEST_POSTGRES") is { Length: > 0 } named) return named;
        if (Binaries() is null) return null;
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", _folder);
        var port = FreePort();
        await RunAsync("initdb", "-D", _folder, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        _started = true;
        await RunAsync("pg_ctl", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder}", "start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>PostgreSQL refuses to run as root, so it runs as its own user then.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var path = program == "chown" ? program : Path.Combine(Binaries()!, program);
        var asUser = Environment.IsPrivilegedProcess && path != program;
        var start = asUser ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        (start.RedirectStandardOutput, start.WorkingDirectory) = (program == "initdb", "/");
        using var process = Process.Start(start)!;
        if (program == "initdb") await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
