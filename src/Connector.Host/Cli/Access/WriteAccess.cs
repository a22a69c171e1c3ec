using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Status;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;

namespace Connector.Host.Cli.Access;

/// <summary>One write of an administrator: how to ask a running host for it, and how to do it here.</summary>
/// <param name="Path">Below <c>/api/v1/</c>.</param>
internal sealed record Write<T>(HttpMethod Method, string Path, object? Body, Func<Operator, CancellationToken, Task<T>> Here);

/// <summary>Writes go to the host that owns the data folder, over loopback; with none they take the same door in this process, which holds the folder meanwhile.</summary>
internal static class WriteAccess
{
    public static async Task<T> DoAsync<T>(Invocation call, Write<T> write, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        if (OwnerClient.Of(loaded) is { } owner)
        {
            using (owner)
                if (await owner.TrySendAsync(write, cancellation) is { } answer) return answer.Value;
        }
        await using var app = await OpenAsync(call, loaded, cancellation);
        return await write.Here(Operator.OfCommandLine(app, NewCorrelation()), cancellation);
    }

    /// <summary>The parts in this process, for a command.</summary>
    public static Task<ConnectorApp> OpenAsync(Invocation call, LoadedSettings loaded, CancellationToken cancellation) =>
        ConnectorApp.OpenAsync(loaded, AppMode.Command, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, call.Around.Time, cancellation);

    /// <summary>Whether a host answers for the data folder.</summary>
    public static async Task<bool> HostAnswersAsync(LoadedSettings loaded, CancellationToken cancellation)
    {
        using var owner = OwnerClient.Of(loaded);
        return owner is not null && await owner.AnswersAsync(cancellation);
    }

    /// <summary>Whether a host runs on the store: on PostgreSQL one that gave a sign of life, on this machine or another.</summary>
    public static async Task<bool> HostRunsAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        if (loaded.Settings!.Data.ConnectionString is null) return await HostAnswersAsync(loaded, cancellation);
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        return (await store.Status.HostsAsync(cancellation)).Any(h => HostView.IsAlive(h, call.Around.Time));
    }

    private static string NewCorrelation() => System.Diagnostics.ActivityTraceId.CreateRandom().ToHexString();
}
