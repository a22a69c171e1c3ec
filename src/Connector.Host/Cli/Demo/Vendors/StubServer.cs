using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Demo.Vendors;

/// <summary>The real WireMock on one vendor's stubs: one that runs already, or one of our own on loopback for as long as the story lasts.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private readonly HttpClient _admin;
    private readonly Process? _process;

    private StubServer(Uri url, Process? process) => (Url, _process, _admin) = (url, process, new HttpClient { BaseAddress = url });

    public Uri Url { get; }

    public static async Task<StubServer> OpenAsync(string vendor, Uri? running, string folder, CancellationToken cancellation)
    {
        var server = running is null ? await StartAsync(vendor, folder, cancellation) : new StubServer(running, null);
        try
        {
            using var reset = await server._admin.PostAsync("/__admin/scenarios/reset", null, cancellation);
            using var journal = await server._admin.DeleteAsync("/__admin/requests", cancellation);
            reset.EnsureSuccessStatusCode();
            return server;
        }
        catch (HttpRequestException e)
        {
            await server.DisposeAsync();
            throw new CommandFailedException($"no stubs answer at {server.Url}: {e.Message}", e);
        }
    }

    public async Task StepAsync(StubStep step, CancellationToken cancellation)
    {
        using var answer = await _admin.PutAsJsonAsync($"/__admin/scenarios/{Uri.EscapeDataString(step.Scenario)}/state", new JsonObject { ["state"] = step.State }, cancellation);
        if (!answer.IsSuccessStatusCode) throw new CommandFailedException($"the stubs know no state '{step.State}' of scenario '{step.Scenario}'");
    }

    /// <summary>What was asked, in order: method, path, and whether a stub took it.</summary>
    public async Task<IReadOnlyList<(string Call, bool Known)>> JournalAsync(CancellationToken cancellation)
    {
        var all = await _admin.GetFromJsonAsync<JsonObject>("/__admin/requests", cancellation);
        return [.. all!["requests"]!.AsArray().Reverse().Select(r => ($"{r!["request"]!["method"]} {r["request"]!["url"]}", (bool)r["wasMatched"]!))];
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<StubServer> StartAsync(string vendor, string folder, CancellationToken cancellation)
    {
        var jar = Jar(folder) ?? throw new CommandFailedException("WireMock, which answers for the vendor, is not installed: npm ci --prefix mocks (in the source folder), or name stubs that run with --stubs URL");
        var process = Run(jar, StubStory.Folder(vendor));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        return new StubServer(new($"http://127.0.0.1:{await PortAsync(process, limit.Token)}"), process);
    }

    private static Process Run(string jar, string root)
    {
        string[] arguments = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar, "--root-dir", root, "--port", "0", "--bind-address", "127.0.0.1", "--disable-gzip"];
        try
        {
            return Process.Start(new ProcessStartInfo("java", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception e)
        {
            throw new CommandFailedException("WireMock needs Java 17 or later, and 'java' cannot be started: apt-get install openjdk-17-jre-headless, or name stubs that run with --stubs URL", e);
        }
    }

    /// <summary>Where <c>npm ci --prefix mocks</c> puts it: in the source folder, that of the caller or the one this was built in.</summary>
    private static string? Jar(string folder) => Upwards(folder).Concat(Upwards(AppContext.BaseDirectory))
        .Select(f => Path.Combine(f, "mocks", "node_modules", "wiremock", "build"))
        .Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, "wiremock-standalone-*.jar"))
        .FirstOrDefault();

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at)) yield return at;
    }

    private static async Task<int> PortAsync(Process process, CancellationToken cancellation)
    {
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("port:", StringComparison.Ordinal) == true) port.TrySetResult(int.Parse(line.Data["port:".Length..].Trim(), CultureInfo.InvariantCulture));
            if (line.Data is null) port.TrySetException(new CommandFailedException("WireMock ended before it listened"));
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await port.Task.WaitAsync(cancellation);
    }
}
