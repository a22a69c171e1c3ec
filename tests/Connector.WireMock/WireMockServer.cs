using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.WireMock;

/// <summary>
/// The real WireMock on one vendor's stubs, on loopback. One for a test assembly (<c>AssemblyFixture</c>); its tests run one after another and each begins
/// with <see cref="ResetAsync"/> and ends with <see cref="VerifyAsync"/>.
/// </summary>
public abstract class WireMockServer(string vendor) : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private readonly HttpClient _admin = new();
    private Process? _process;
    private string? _missing;
    private Uri? _url;

    public Uri Url => _url ?? throw new InvalidOperationException("WireMock does not run");

    public async ValueTask InitializeAsync()
    {
        (var jar, _missing) = await WireMockFiles.FindAsync();
        if (jar is null) return;
        _process = Process.Start(new ProcessStartInfo("java", Arguments(jar)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(StartLimit);
        _url = new($"http://127.0.0.1:{await PortAsync(_process, limit.Token)}");
        _admin.BaseAddress = _url;
    }

    /// <summary>Every scenario at its beginning, nothing in the journal. Skips the test where WireMock cannot run.</summary>
    public async Task ResetAsync(CancellationToken cancellation)
    {
        if (_missing is not null) Assert.Skip(_missing);
        using var scenarios = await _admin.PostAsync("/__admin/scenarios/reset", null, cancellation);
        using var journal = await _admin.DeleteAsync("/__admin/requests", cancellation);
        Assert.True(scenarios.IsSuccessStatusCode && journal.IsSuccessStatusCode);
    }

    /// <summary>What happens at the vendor without us: somebody answers, transfers, hangs up.</summary>
    public async Task SetAsync(string scenario, string state, CancellationToken cancellation)
    {
        using var answer = await _admin.PutAsJsonAsync($"/__admin/scenarios/{Uri.EscapeDataString(scenario)}/state", new { state }, cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"scenario {scenario} has no state {state}");
    }

    public async Task<string> StateAsync(string scenario, CancellationToken cancellation)
    {
        var all = await _admin.GetFromJsonAsync<JsonObject>("/__admin/scenarios", cancellation);
        return all!["scenarios"]!.AsArray().First(s => s!["name"]!.ToString() == scenario)!["state"]!.ToString();
    }

    /// <summary>What was asked, in order.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(CancellationToken cancellation)
    {
        var all = await _admin.GetFromJsonAsync<JsonObject>("/__admin/requests", cancellation);
        return [.. all!["requests"]!.AsArray().Select(r => JournalEntry.Of(r!)).Reverse()];
    }

    /// <summary>Fails on any request no stub took, and on any answer WireMock could not make.</summary>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        if (_missing is not null) return;
        var journal = await JournalAsync(cancellation);
        Assert.Empty(journal.Where(e => !e.Matched).Select(e => $"no stub for {e.Method} {e.Url} {e.Body}"));
        Assert.Empty(journal.SelectMany(e => e.Errors));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _admin.Dispose();
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private string[] Arguments(string jar) =>
    [
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar,
        "--root-dir", Path.Combine(WireMockFiles.Mocks, vendor), "--port", "0", "--bind-address", "127.0.0.1", "--disable-gzip",
    ];

    /// <summary>The banner names the port; what comes after it is read and dropped, so that the pipe never fills.</summary>
    private static async Task<int> PortAsync(Process process, CancellationToken cancellation)
    {
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("port:", StringComparison.Ordinal) == true) port.TrySetResult(int.Parse(line.Data["port:".Length..].Trim(), CultureInfo.InvariantCulture));
            if (line.Data is null) port.TrySetException(new InvalidOperationException("WireMock ended before it listened"));
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await port.Task.WaitAsync(cancellation);
    }
}
