using Connector.Contracts;
using Connector.Runtime.Plugins.Catalog;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>Every call into an adapter goes through here: only <see cref="AdapterException"/> and the caller's own cancellation come out.</summary>
public sealed partial class PluginInstance
{
    /// <summary>Whether the running adapter implements the capability.</summary>
    public bool Can<TCapability>()
        where TCapability : class => _live?.Adapter is TCapability;

    /// <summary>Asks a capability what it declares of itself, without calling the vendor; the default when it has none, or cannot say.</summary>
    public T? Ask<TCapability, T>(Func<TCapability, T> ask)
        where TCapability : class
    {
        try
        {
            return _live?.Adapter is TCapability capability ? ask(capability) : default;
        }
        catch (Exception e)
        {
            Log.CallFailed(_logger, Id, typeof(TCapability).Name, _around.Mask.Apply(LoadFailure.Describe(e)));
            return default;
        }
    }

    /// <summary>Calls a capability. A foreign exception becomes <see cref="UnavailableException"/>; a capability that is not there is <see cref="RejectedException"/>.</summary>
    public async ValueTask<T> CallAsync<TCapability, T>(Func<TCapability, CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
        where TCapability : class
    {
        var (capability, gate) = Enter<TCapability>();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, gate.Abandoned);
        var token = linked.Token;
        var running = InsideAsync(capability, call, gate, linked);
        try
        {
            var answer = await running.WaitAsync(token);
            Record(gate, null);
            return answer;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e) when (gate.Abandoned.IsCancellationRequested)
        {
            throw new UnavailableException($"instance '{Id}' was stopped while it was called", e);
        }
        catch (Exception e)
        {
            var failure = FailureWords.Clean(e as AdapterException ?? new UnavailableException($"instance '{Id}': {LoadFailure.Describe(e)}", e), _around.Mask);
            Record(gate, failure);
            if (ReferenceEquals(failure, e)) throw;
            throw failure;
        }
    }

    /// <summary>Calls a capability that answers nothing.</summary>
    public async ValueTask CallAsync<TCapability>(Func<TCapability, CancellationToken, ValueTask> call, CancellationToken cancellation)
        where TCapability : class =>
        await CallAsync<TCapability, bool>(
            async (capability, token) =>
            {
                await call(capability, token);
                return true;
            },
            cancellation);

    /// <summary>How often to poll; null when there is nothing to poll.</summary>
    public TimeSpan? PollEvery
    {
        get
        {
            try
            {
                return (_live?.Adapter as IPollEvents)?.PollEvery;
            }
            catch (Exception)
            {
                return TimeSpan.FromMinutes(1);
            }
        }
    }

    /// <summary>How an operation may be repeated; an adapter that cannot say may not repeat.</summary>
    public Repeat RepeatOf(WorkOperation operation)
    {
        if (_live is not { } live)
            throw Refusal(Status);
        try
        {
            return live.Adapter.RepeatOf(operation);
        }
        catch (Exception e)
        {
            Log.CallFailed(_logger, Id, nameof(RepeatOf), Clean(LoadFailure.Describe(e)));
            return new(RepeatKind.Unsafe);
        }
    }

    /// <summary>The probes of the adapter; an instance that does not run answers with its state as the one failed probe.</summary>
    public async Task<IReadOnlyList<Probe>> CheckAsync(CancellationToken cancellation)
    {
        var status = Status;
        if (!status.TakesCalls)
            return [new("instance", false, $"{status.State}: {status.Reason}")];
        if (!Can<ICheck>())
            return [new("instance", true, $"{status.State}; the plugin has no probes of its own")];
        try
        {
            return await CallAsync<ICheck, List<Probe>>(CollectAsync, cancellation);
        }
        catch (AdapterException e)
        {
            return [new("check", false, e.Message)];
        }
    }

    /// <summary>Words without secrets, tokens and addresses.</summary>
    internal string Clean(string words) => FailureWords.Clean(words, _around.Mask);

    private static async ValueTask<List<Probe>> CollectAsync(ICheck check, CancellationToken cancellation)
    {
        var probes = new List<Probe>();
        await foreach (var probe in check.CheckAsync(cancellation))
            probes.Add(probe);
        return probes;
    }

    /// <summary>On the pool and waited for from outside: an adapter that blocks or ignores its token keeps only itself waiting.</summary>
    private static async Task<T> InsideAsync<TCapability, T>(
        TCapability capability, Func<TCapability, CancellationToken, ValueTask<T>> call, CallGate gate, CancellationTokenSource linked)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await call(capability, linked.Token);
        }
        finally
        {
            gate.Leave();
            linked.Dispose();
        }
    }

    private (TCapability Capability, CallGate Gate) Enter<TCapability>()
        where TCapability : class
    {
        var status = Status;
        if (_live is not { } live || !status.TakesCalls)
            throw Refusal(status);
        if (live.Adapter is not TCapability capability)
            throw new RejectedException($"instance '{Id}' of plugin '{Settings.Plugin}' has no capability {typeof(TCapability).Name[1..]}");
        if (!live.Gate.TryEnter())
            throw new UnavailableException($"instance '{Id}' is being stopped") { NotSent = true };
        return (capability, live.Gate);
    }

    private AdapterException Refusal(InstanceStatus status) => status switch
    {
        { State: InstanceState.Parked, Until: { } until } => new ThrottledException($"instance '{Id}' is parked: {status.Reason}", until - Now),
        { State: InstanceState.Parked } => new UnauthorizedException($"instance '{Id}' is parked: {status.Reason}"),
        _ => new UnavailableException($"instance '{Id}' is {status.State}: {status.Reason}") { NotSent = true },
    };

    /// <summary>A call into an adapter that has been closed meanwhile says nothing about the one that took its place.</summary>
    private void Record(CallGate gate, AdapterException? failure)
    {
        lock (_lock)
        {
            if (_live?.Gate != gate)
                return;
            if (failure is null)
                LastSuccess = Now;
            else
                LastFailure = new(Now, failure.GetType().Name[..^"Exception".Length], failure.Message);
            var next = HealthRules.AfterCall(_status, failure, Now);
            if (!ReferenceEquals(next, _status))
                Set(next);
        }
    }
}
