using System.Collections.Concurrent;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Connector.Storage.Rows;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Hosting;

/// <summary>Each second: a sign of life, the state of the instances for all to see, and what administrators want of them.</summary>
internal sealed class Pulse(ConnectorApp app, ILogger<Pulse> logger)
{
    /// <summary>A host that has given no sign for so long is gone.</summary>
    public static readonly TimeSpan Dead = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private DateTimeOffset _released;
    private DateTimeOffset _forgot;
    private readonly DateTimeOffset _started = app.Machine.GetUtcNow();
    private readonly ConcurrentDictionary<string, long> _restarts = new(StringComparer.OrdinalIgnoreCase);
    private bool _settled;
    private readonly Dictionary<string, Task> _acts = new(StringComparer.OrdinalIgnoreCase);
    private readonly InstanceAlarms _alarms = new(app);
    private readonly Trouble _trouble = new(app.Machine);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ticks = new PeriodicTimer(Beat, app.Machine);
        try
        {
            do await OnceAsync(cancellation);
            while (await ticks.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        await Task.WhenAll(_acts.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task OnceAsync(CancellationToken cancellation)
    {
        try
        {
            await ReleaseOrphansAsync(_ => true, cancellation);
            Act("", () => app.Instances.RetryAsync(cancellation));
            foreach (var wanted in await app.Store.Status.DesiredAsync(cancellation))
            {
                // Restarts asked for before this host ran have been obeyed by its start.
                if (!_settled) _restarts[wanted.Instance] = wanted.Restarts;
                Act(wanted.Instance, () => ObeyAsync(wanted, cancellation));
            }
            _settled = true;
            app.TakeUpCapabilities();
            await app.Setups.TakeUpCodesAsync(app.Store, cancellation);
            await app.Setups.TakeUpKeysAsync(app.Store, cancellation);
            app.Pollers.Watch();
            await app.Setups.TakeUpPresenceAsync(app.Store, cancellation);
            await ForgetAsync(cancellation);
            var alarms = _alarms.Look();
            await app.Store.Status.BeatAsync(Heartbeat(), [.. app.Instances.All.Select(StatusOf)], (_, fresh) => alarms.Select(alarm => _alarms.LineOf(alarm, fresh)), cancellation);
            _alarms.Told(alarms);
            app.LastBeat = app.Machine.GetUtcNow();
            _trouble.Over();
        }
        catch (StoreException e) when (!cancellation.IsCancellationRequested)
        {
            if (_trouble.Met(e)) Log.BeatFailed(logger, e.GetType().Name);
        }
    }

    /// <summary>What no rule looks at and nobody asks for any more goes, once an hour.</summary>
    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var now = app.Machine.GetUtcNow();
        if (now - _forgot < TimeSpan.FromHours(1)) return;
        _forgot = now;
        await app.Store.Automatic.ForgetAsync(app.Clock.Now, cancellation);
        await app.Store.Idempotency.ForgetAsync(app.Clock.Now, cancellation);
    }

    /// <summary>Beside the sign of life: a start or a drain takes its time, and a host that waits for it must not seem dead. One at a time for each instance.</summary>
    private void Act(string instance, Func<Task> act)
    {
        if (!_acts.TryGetValue(instance, out var running) || running.IsCompleted) _acts[instance] = Task.Run(act);
    }

    /// <summary>Before anything moves: what this host's name held before its start is free again.</summary>
    public Task TakeOverAsync(CancellationToken cancellation) => ReleaseOrphansAsync(h => h != app.HostName, cancellation);

    /// <summary>Work that a host held which is no longer alive goes on here.</summary>
    private async Task ReleaseOrphansAsync(Func<string, bool> counts, CancellationToken cancellation)
    {
        var now = app.Machine.GetUtcNow();
        if (now - _released < Dead) return;
        _released = now;
        var alive = (await app.Store.Status.HostsAsync(cancellation)).Where(h => now - h.At < Dead && counts(h.Host)).Select(h => h.Host).ToList();
        app.ShareBudgets(alive.Append(app.HostName).Distinct(StringComparer.Ordinal).Count());
        await app.Store.Outbox.ReleaseOrphansAsync(alive, cancellation);
        await app.Store.Inbox.ReleaseOrphansAsync(alive, cancellation);
        await app.Store.Polls.ReleaseOrphansAsync(alive, cancellation);
    }

    private async Task ObeyAsync(InstanceDesired wanted, CancellationToken cancellation)
    {
        if (app.Instances.Find(wanted.Instance) is not { } instance) return;
        var restarts = _restarts.GetValueOrDefault(wanted.Instance);
        _restarts[wanted.Instance] = wanted.Restarts;
        var enabled = wanted.Enabled ?? instance.Settings.Enabled;
        if (!enabled && instance.Status.State != InstanceState.Disabled) await instance.StopAsync($"disabled by {wanted.ChangedBy}", cancellation);
        if (enabled && instance.Status.State == InstanceState.Disabled) await instance.StartAsync(cancellation);
        if (enabled && restarts < wanted.Restarts) await instance.RestartAsync(cancellation);
        if (wanted.Paused && instance.Status.TakesCalls) instance.Pause($"paused by {wanted.ChangedBy}");
        if (!wanted.Paused && instance.Status.State == InstanceState.Paused) instance.Resume();
    }

    private HostHeartbeat Heartbeat() => new()
    {
        Tenant = app.Store.Tenant,
        Host = app.HostName,
        Machine = Environment.MachineName,
        ProcessId = Environment.ProcessId,
        ProductVersion = typeof(Pulse).Assembly.GetName().Version?.ToString(3) ?? "",
        Address = app.Address ?? app.Settings.Api.Url,
        StartedAt = _started,
        At = app.Machine.GetUtcNow(),
    };

    private Storage.Rows.InstanceStatus StatusOf(PluginInstance instance) => new()
    {
        Tenant = app.Store.Tenant,
        Host = app.HostName,
        Instance = instance.Id,
        Plugin = instance.Settings.Plugin,
        State = instance.Status.State.ToString(),
        Reason = instance.Status.Reason,
        Capabilities = (long)instance.Capability,
        At = app.Machine.GetUtcNow(),
        LastSuccessAt = instance.LastSuccess,
        LastErrorAt = instance.LastFailure?.At,
        LastError = instance.LastFailure?.Message,
        Details = InstanceDetails.Write(new(app.HttpStandingOf(instance.Id), app.Pollers.StandingOf(instance.Id))),
    };
}
