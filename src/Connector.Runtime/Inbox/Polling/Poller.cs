using System.Security.Cryptography;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Runtime.Clock;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Connector.Storage.Stores;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Inbox.Polling;

/// <summary>Asks one instance for news, on machine time: from the stored cursor, page by page, each page safe with its cursor before the next is asked for.</summary>
internal sealed class Poller(PluginInstance instance, Store store, IBusinessClock clock, TimeProvider machine, string host, Action arrived, ILogger logger) : IDisposable
{
    /// <summary>So many pages in one turn; a vendor that always has more must not keep a drain for ever.</summary>
    private const int MaxPages = 1000;
    private static readonly TimeSpan PageLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _good = machine.GetUtcNow();
    private string _absence = "no host was running";
    private string? _trouble;
    private int _failures;
    private bool _elsewhere;

    /// <summary>Null for an instance that is not polled.</summary>
    public PollStanding? Standing => instance.PollEvery is { } every ? new(every, _elsewhere, _failures, _trouble) : null;

    /// <summary>Until the host stops.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true) await Task.Delay(await TurnAsync(cancellation), machine, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>All that waits at the vendor; answers how many events were new. Nothing while the instance takes no calls or another host has the turn.</summary>
    public async Task<int> OnceAsync(CancellationToken cancellation) => (await PollAsync(cancellation)).Added;

    /// <summary>Marks an instance that runs but is not polled with success as Idle. Called each second, since a poll may hang.</summary>
    public void Watch()
    {
        if (instance.PollEvery is not { } every || _elsewhere || instance.Status.State != InstanceState.Running) return;
        var since = instance.Status.Since > _good ? instance.Status.Since : _good;
        if (PollRules.Idle(Interval(every), since, machine.GetUtcNow(), _trouble) is { } reason) instance.MarkIdle(reason);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        if (instance.PollEvery is not { } every || !instance.Status.TakesCalls)
        {
            if (instance.Status is { TakesCalls: false } status) _absence = $"the instance was {status.State}{(status.Reason is null ? "" : $": {status.Reason}")}";
            return Look;
        }
        var (_, more, asked) = await PollAsync(cancellation);
        if (_elsewhere) return Interval(every) < Look ? Look : Interval(every);
        return more ? TimeSpan.Zero : PollRules.Wait(Interval(every), _failures, asked, RandomNumberGenerator.GetInt32(1000) / 1000.0);
    }

    private async Task<(int Added, bool More, TimeSpan? Asked)> PollAsync(CancellationToken cancellation)
    {
        if (instance.PollEvery is not { } every || !instance.Status.TakesCalls) return default;
        await _turn.WaitAsync(cancellation);
        using var priority = AmbientPriority.Of(CallPriority.Sweep);
        try
        {
            var (added, more) = await PagesAsync(Interval(every), cancellation);
            return (added, more, null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await FailedAsync(e, cancellation);
            return (0, false, (e as ThrottledException)?.RetryAfter);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<(int Added, bool More)> PagesAsync(TimeSpan every, CancellationToken cancellation)
    {
        var lease = every + PageLimit;
        var (added, more) = (0, true);
        var turn = await store.Polls.TakeAsync(instance.Id, host, lease, cancellation);
        _elsewhere = turn is null;
        for (var page = 0; turn is not null && more && page < MaxPages; page++)
        {
            var answer = await AskAsync(turn.Cursor, cancellation);
            var gap = page == 0 ? PollRules.Gap(every, turn.PolledAt, machine.GetUtcNow(), _failures > 0 ? $"polls failed: {_trouble}" : _absence) : null;
            if (await store.Polls.KeepAsync(turn, answer, lease, gap, clock.Now, Actor.OfInstance(instance.Id).Name, LineOf(gap), cancellation) is not { } fresh) break;
            if (fresh > 0) arrived();
            Good(gap);
            (added, more, turn) = (added + fresh, answer.More, turn with { Cursor = answer.Cursor });
        }
        return (added, turn is not null && more);
    }

    private async Task<EventPage> AskAsync(string? cursor, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(PageLimit, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await instance.CallAsync<IPollEvents, EventPage>((a, c) => a.PollAsync(cursor, c), either.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {PageLimit.TotalMinutes} minutes", e);
        }
    }

    private void Good(PollGap? gap)
    {
        if (_failures > 0) Log.PollsAgain(logger, instance.Id, _failures);
        (_good, _failures, _trouble, _absence) = (machine.GetUtcNow(), 0, null, "for no known reason");
        instance.MarkBusy();
        if (gap is not null) Log.PollGap(logger, instance.Id, gap.From, gap.To, gap.Reason);
    }

    private Beside<int>? LineOf(PollGap? gap) => gap is null ? null : (_, fresh) =>
        [store.Audit.Line(fresh, clock.Now, Actor.OfInstance(instance.Id).Name, "poll gap", instance.Id, $"last poll {gap.From:u}", $"polled again {gap.To:u}: {gap.Reason}")];

    /// <summary>Another host may have better luck. What changes the state of the instance is told there; the rest here, the first time only.</summary>
    private async Task FailedAsync(Exception failure, CancellationToken cancellation)
    {
        _trouble = instance.Clean(failure.Message);
        if (++_failures == 1 && failure is not (UnavailableException or UnauthorizedException)) Log.PollFailed(logger, instance.Id, _trouble);
        try
        {
            await store.Polls.LeaveAsync(instance.Id, host, cancellation);
        }
        catch (StoreException)
        {
            // The lease runs out by itself.
        }
    }

    private static TimeSpan Interval(TimeSpan every) => every > PollRules.Shortest ? every : PollRules.Shortest;
}
