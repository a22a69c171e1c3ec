using Connector.Contracts;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Plugins.Http;

public sealed class AccessTokensTests
{
    private readonly ManualTime _time = new();
    private readonly List<TaskCompletionSource<AccessToken>> _asked = [];
    private readonly AccessTokens _tokens;

    public AccessTokensTests() => _tokens = new(FetchAsync, _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_BurstOf100AtExpiry_MakesOneTokenCall()
    {
        await FirstAsync("one");
        _time.Advance(TimeSpan.FromMinutes(59));
        var burst = await BurstAsync(100);
        await AnswerAsync("two");
        Assert.All(await Task.WhenAll(burst), token => Assert.Equal("two", token));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Get_StillGood_IsNotFetchedAgainUntilAMinuteBeforeItsEnd()
    {
        await FirstAsync("one");
        _time.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromTicks(1));
        Assert.Equal("one", await _tokens.GetAsync(Cancellation));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Refused_By100Callers_IsFetchedOnceMore()
    {
        await FirstAsync("one");
        for (var i = 0; i < 100; i++) _tokens.Refused("one");
        var burst = await BurstAsync(100);
        await AnswerAsync("two");
        await Task.WhenAll(burst);
        _tokens.Refused("one");
        Assert.Equal("two", await _tokens.GetAsync(Cancellation));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Get_FetchFails_ReachesAllWhoWaitAndTheNextTriesAgain()
    {
        var burst = await BurstAsync(100);
        (await AskedAsync(1)).SetException(new UnauthorizedException("the secret is wrong"));
        foreach (var caller in burst) Assert.Equal("the secret is wrong", (await Assert.ThrowsAsync<UnauthorizedException>(() => caller)).Message);
        Assert.Single(_asked);

        var next = _tokens.GetAsync(Cancellation).AsTask();
        (await AskedAsync(2)).SetResult(new("one", TimeSpan.FromHours(1)));
        Assert.Equal("one", await next);
    }

    [Fact]
    public async Task Get_OneWaiterLeaves_EvenTheFirst_HarmsNoOther()
    {
        using var leaving = new CancellationTokenSource();
        var first = _tokens.GetAsync(leaving.Token).AsTask();
        var asked = await AskedAsync(1);
        var others = await BurstAsync(10);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        asked.SetResult(new("one", TimeSpan.FromHours(1)));
        Assert.All(await Task.WhenAll(others), token => Assert.Equal("one", token));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Get_AskedForByASweep_IsFetchedAsForAgents()
    {
        CallPriority? seen = null;
        var tokens = new AccessTokens(_ =>
        {
            seen = AmbientPriority.Current;
            return ValueTask.FromResult(new AccessToken("one", TimeSpan.FromHours(1)));
        }, _time);
        using var sweep = AmbientPriority.Of(CallPriority.Sweep);
        await tokens.GetAsync(Cancellation);
        Assert.Equal((CallPriority.Agent, CallPriority.Sweep), (seen, AmbientPriority.Current));
    }

    private async Task FirstAsync(string token)
    {
        var first = _tokens.GetAsync(Cancellation).AsTask();
        (await AskedAsync(1)).SetResult(new(token, TimeSpan.FromHours(1)));
        await first;
    }

    private async Task<List<Task<string>>> BurstAsync(int callers)
    {
        var burst = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => Task.FromResult(_tokens.GetAsync(Cancellation).AsTask()), Cancellation)));
        return [.. burst];
    }

    private async Task AnswerAsync(string token) => (await AskedAsync(2)).SetResult(new(token, TimeSpan.FromHours(1)));

    private async Task<TaskCompletionSource<AccessToken>> AskedAsync(int call)
    {
        while (true)
        {
            lock (_asked)
                if (_asked.Count >= call) return _asked[call - 1];
            await Task.Yield();
        }
    }

    private async ValueTask<AccessToken> FetchAsync(CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_asked) _asked.Add(answer);
        return await answer.Task;
    }
}
