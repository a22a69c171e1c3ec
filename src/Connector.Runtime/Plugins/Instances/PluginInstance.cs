using Connector.Contracts;
using Connector.Runtime.Plugins.Binding;
using Connector.Runtime.Plugins.Catalog;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>One configured use of a plugin: its life and its state. Calls are in <c>PluginInstance.Calls.cs</c>. Nothing here throws for a bad plugin.</summary>
public sealed partial class PluginInstance : IAsyncDisposable
{
    private readonly FoundPlugin? _plugin;
    private readonly InstanceSurroundings _around;
    private readonly ILogger _logger;
    private readonly AdapterLife _life;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private InstanceStatus _status;
    private volatile Live? _live;
    private int _failedStarts;

    internal PluginInstance(ConfiguredInstance settings, FoundPlugin? plugin, InstanceSurroundings around)
    {
        (Settings, _plugin, _around) = (settings, plugin, around);
        _logger = around.Loggers.CreateLogger($"Connector.Instance.{settings.Id}");
        _life = new(around, _logger);
        _status = new(InstanceState.Disabled, settings.Enabled ? "not started yet" : "switched off in the settings", Now);
    }

    /// <summary>Its key under <c>Instances</c>.</summary>
    public string Id => Settings.Id;

    /// <summary>As configured.</summary>
    public ConfiguredInstance Settings { get; }

    /// <summary>What the plugin says of itself; null when it was not found or its manifest is faulty.</summary>
    public PluginManifest? Manifest => _plugin?.Manifest;

    /// <summary>What the adapter can do, as of its last start.</summary>
    public Capability Capability { get; private set; }

    /// <summary>When a call last succeeded.</summary>
    public DateTimeOffset? LastSuccess { get; private set; }

    /// <summary>The last call that failed, and how.</summary>
    public CallFailure? LastFailure { get; private set; }

    /// <summary>Where it stands now. A wait that is over has ended.</summary>
    public InstanceStatus Status
    {
        get
        {
            lock (_lock)
            {
                if (_status is { State: InstanceState.Parked, Until: { } until } && until <= Now)
                    Set(new(InstanceState.Running, null, Now));
                return _status;
            }
        }
    }

    private DateTimeOffset Now => _around.MachineTime.GetUtcNow();

    /// <summary>Makes and starts the adapter; a running one is left alone. The outcome is in <see cref="Status"/>.</summary>
    public Task StartAsync(CancellationToken cancellation) => InTurnAsync(() => _live is null ? OpenAsync(cancellation) : Task.CompletedTask, cancellation);

    /// <summary>Lets the calls inside finish, then closes the adapter.</summary>
    public Task StopAsync(string reason, CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            Set(new(InstanceState.Disabled, reason, Now));
            await CloseAsync();
        },
        cancellation);

    /// <summary>Drains, closes and makes the adapter anew, with the options as they are configured now.</summary>
    public Task RestartAsync(CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            Set(new(InstanceState.Starting, "restart", Now));
            await CloseAsync();
            await OpenAsync(cancellation);
        },
        cancellation);

    /// <summary>Stops calling; the adapter stays.</summary>
    public void Pause(string reason) => SetIf(s => s.TakesCalls || s.State == InstanceState.Parked, new(InstanceState.Paused, reason, Now));

    /// <summary>Calls again after <see cref="Pause"/>, or before the wait of a parked instance is over.</summary>
    public void Resume() => SetIf(s => s.State is InstanceState.Paused or InstanceState.Parked, new(InstanceState.Running, null, Now));

    /// <summary>Running, but doing nothing it should (no poll answered, no cursor moved).</summary>
    public void MarkIdle(string reason) => SetIf(s => s.State == InstanceState.Running, new(InstanceState.Idle, reason, Now));

    /// <summary>Ends <see cref="MarkIdle"/>.</summary>
    public void MarkBusy() => SetIf(s => s.State == InstanceState.Idle, new(InstanceState.Running, null, Now));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync("the host has stopped", CancellationToken.None);
        _turn.Dispose();
    }

    private async Task InTurnAsync(Func<Task> step, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await step();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (_plugin is not { Entry: { } entry })
        {
            Set(Unusable());
            return;
        }

        var options = OptionsBinder.Bind(entry.OptionsType, Settings.Options, _around.Secrets, entry.Validate);
        if (!options.Faults.IsEmpty)
        {
            Set(new(InstanceState.Failed, _around.Mask.Apply(string.Join("; ", options.Faults)), Now));
            return;
        }

        Set(new(InstanceState.Starting, null, Now));
        await OpenAsync(entry, options.Value, cancellation);
    }

    private async Task OpenAsync(PluginEntry entry, object options, CancellationToken cancellation)
    {
        try
        {
            var adapter = await _life.OpenAsync(entry, options, Id, cancellation);
            Capability = Capabilities.Of(adapter);
            _live = new(adapter, new CallGate());
            _failedStarts = 0;
            Set(new(InstanceState.Running, null, Now));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Set(new(InstanceState.Disabled, "the start was called off", Now));
        }
        catch (Exception e)
        {
            Set(HealthRules.AfterStart(e, Clean(LoadFailure.Describe(e)), _failedStarts++, Now));
        }
    }

    private InstanceStatus Unusable() => _plugin switch
    {
        null => new(InstanceState.Failed, $"plugin '{Settings.Plugin}' was not found", Now),
        { State: PluginState.Incompatible } => new(InstanceState.Incompatible, _plugin.Reason, Now),
        _ => new(InstanceState.Failed, $"plugin '{_plugin.Id}' is broken: {_plugin.Reason}", Now),
    };

    private async Task CloseAsync()
    {
        if (_live is not { } live)
            return;
        _live = null;
        using var gate = live.Gate;
        await gate.CloseAsync(_around.DrainTimeout, _around.MachineTime);
        await _life.CloseAsync(live.Adapter, Id);
    }

    private void SetIf(Func<InstanceStatus, bool> applies, InstanceStatus next)
    {
        lock (_lock)
        {
            if (applies(_status))
                Set(next);
        }
    }

    private void Set(InstanceStatus next)
    {
        lock (_lock)
        {
            var changed = next.State != _status.State;
            _status = next;
            if (changed && next.Reason is { } reason && next.State is not InstanceState.Disabled and not InstanceState.Starting)
                Log.InstanceTroubled(_logger, Id, next.State, reason);
            else if (changed)
                Log.InstanceChanged(_logger, Id, next.State);
        }
    }

    private sealed record Live(IAdapter Adapter, CallGate Gate);
}
