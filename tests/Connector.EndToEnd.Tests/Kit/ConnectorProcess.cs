using System.Diagnostics;
using System.Text;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>One process of the built connector. Ends with the test at the latest.</summary>
internal sealed class ConnectorProcess : IAsyncDisposable
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private readonly Process _process;

    private ConnectorProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Out => Text(_out);

    public string Error => Text(_error);

    public static ConnectorProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Start(BuiltHost.Assembly, folder, environment, arguments);

    public static ConnectorProcess Start(string assembly, string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Dotnet, [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var ours in start.Environment.Keys.Where(k => k.StartsWith("CONNECTOR_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(ours);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var running = new ConnectorProcess(Process.Start(start)!);
        running.Listen();
        return running;
    }

    /// <summary>The same <c>dotnet</c> that runs the tests.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    public async Task<Ended> EndAsync(TimeSpan? atMost = null)
    {
        using var limit = new CancellationTokenSource(atMost ?? Until.Long, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            Assert.Fail($"the command did not end within {atMost ?? Until.Long}\n{Out}\n{Error}");
        }
        return new(_process.ExitCode, Out, Error);
    }

    public async Task<Ended> FeedAsync(byte[] input)
    {
        await _process.StandardInput.BaseStream.WriteAsync(input);
        _process.StandardInput.Close();
        return await EndAsync();
    }

    /// <summary>As the system does at shutdown: it may finish what is under way.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>kill -9: not one more instruction.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded) Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Add(_out, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
