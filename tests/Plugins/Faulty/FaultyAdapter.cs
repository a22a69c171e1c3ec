using Connector.Contracts;

namespace Sample.Faulty;

public sealed class FaultyAdapter(FaultyOptions options) : IAdapter, IRouteWork, ICheck
{
    private readonly ManualResetEventSlim _never = new();

    public ValueTask StartAsync(CancellationToken cancellation) => options.Fault switch
    {
        Fault.Start => throw new InvalidOperationException("start"),
        Fault.StartUnavailable => throw new UnavailableException("the vendor sleeps"),
        Fault.StartNeverEnds => new(new TaskCompletionSource().Task),
        _ => ValueTask.CompletedTask,
    };

    public Repeat RepeatOf(WorkOperation operation) => options.Fault == Fault.Call ? throw new InvalidOperationException("repeat") : Repeat.Safe;

    public ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation) => options.Fault switch
    {
        Fault.Call => throw new InvalidOperationException($"call, with {options.Token}"),
        Fault.CallUnauthorized => throw new UnauthorizedException("who are you"),
        Fault.CallThrottled => throw new ThrottledException("slower", TimeSpan.FromSeconds(20)),
        Fault.CallThrottledForHours => throw new ThrottledException("tomorrow", TimeSpan.FromHours(5)),
        Fault.CallUnavailable when mark.Attempt == 1 => throw new UnavailableException("the vendor sleeps"),
        Fault.CallConflict => throw new ConflictException("somebody else was here"),
        Fault.CallNeverEnds => new(new TaskCompletionSource<RoutedWork>().Task),
        Fault.CallBlocks => Block(cancellation),
        _ => ValueTask.FromResult(new RoutedWork("done")),
    };

    public async IAsyncEnumerable<Probe> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        yield return new("door", true, "open");
        if (options.Fault == Fault.CallUnauthorized)
        {
            yield return new("credentials", true, "a token was given");
            yield return new("permission routing:queue:view", true, "granted");
            yield return new("permission routing:wrapupCode:edit", false, "missing", "give the client the role that has it");
            yield return new("clock", false, "7 minutes behind the vendor", "let this machine keep time");
            yield return new("queue support", true, "there");
        }
        if (options.Fault == Fault.Call)
            throw new InvalidOperationException("check");
    }

    public ValueTask DisposeAsync()
    {
        _never.Dispose();
        return options.Fault == Fault.Dispose ? throw new InvalidOperationException("dispose") : ValueTask.CompletedTask;
    }

    private ValueTask<RoutedWork> Block(CancellationToken cancellation)
    {
        _never.Wait(cancellation);
        return ValueTask.FromResult(new RoutedWork("never"));
    }
}
