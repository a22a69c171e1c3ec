using System.CommandLine;
using Connector.Host.Api;
using Connector.Host.Api.Security;
using Connector.Host.Cli.Running;
using Connector.Host.Logging;
using Connector.Host.Telemetry;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;

namespace Connector.Host.Cli.Run;

/// <summary>The worker host: runs until it is told to stop, then finishes what is under way.</summary>
internal static class RunCommand
{
    private static readonly Option<LogForm?> Log = new("--log") { Description = "Log as text or json (default: text on a terminal, else json)", HelpName = "text|json" };

    private enum LogForm
    {
        Text,
        Json,
    }

    public static Command Create() => AddTo(new Command("run", "Run the worker host: take mail in, route, send, sweep, answer over HTTP"));

    /// <summary>Without a command the host runs.</summary>
    public static Command AddTo(Command command) => command.With(Log).Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        var json = call.Get(Log) is { } form ? form == LogForm.Json : !call.Around.ErrorIsTerminal;
        var redaction = new Redaction();
        using var loggers = LogSetup.Create(call.Around.Error, json, call.Around.Time, redaction);
        using var traces = Traces.Start(call.Around.Environment);
        await using var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, loggers, call.Around.Time, CancellationToken.None);
        redaction.Mask = app.Mask;
        await ServeAsync(app, loggers, call, cancellation);
        return ExitCode.Done;
    }

    private static async Task ServeAsync(ConnectorApp app, ILoggerFactory loggers, Invocation call, CancellationToken cancellation)
    {
        var logger = loggers.CreateLogger(typeof(RunCommand));
        var keyFile = new AdminKeyFile(app.Folder.Root);
        await keyFile.EnsureAsync(app.Store.Keys, app.Clock.Now, cancellation);
        await using var api = await ApiServer.StartAsync(app, loggers, cancellation);
        app.Announce(api.Address);
        await app.StartAsync(cancellation);
        await api.WarmUpAsync(cancellation);
        Places.Of(app, api.Address, keyFile.Path).Tell(call.Print);
        RunLog.Started(logger, api.Address);
        await WaitAsync(cancellation);
        RunLog.Stopping(logger);
        await app.StopAsync();
        await app.Store.Status.LeaveAsync(app.HostName, CancellationToken.None);
        RunLog.Stopped(logger);
    }

    private static async Task WaitAsync(CancellationToken cancellation)
    {
        var told = new TaskCompletionSource();
        await using var registration = cancellation.Register(told.SetResult);
        await told.Task;
    }
}
