using Connector.Contracts;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Plugins.Http;

public sealed class RateBudgetTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ManualTime _time = new();
    private readonly RateBudget _budget;

    public RateBudgetTests() => _budget = new(_time, 10);

    public void Dispose() => _budget.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Take_SweepsHaveSpentTheirShare_AFifthIsLeftForAgents()
    {
        for (var i = 0; i < 8; i++) Assert.True(Take(CallPriority.Sweep).IsCompletedSuccessfully);
        Assert.False(Take(CallPriority.Sweep).IsCompleted);
        Assert.True(Take(CallPriority.Agent).IsCompletedSuccessfully);
        Assert.True(Take(CallPriority.Agent).IsCompletedSuccessfully);
        Assert.False(Take(CallPriority.Agent).IsCompleted);
        Assert.Equal((10, 2), (_budget.Used, _budget.Waiting));
    }

    [Fact]
    public void Take_BothWait_AgentsGoFirstAndNoMinuteSeesMoreThanTheBudget()
    {
        for (var i = 0; i < 10; i++)
        {
            _ = Take(CallPriority.Agent);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        Task[] sweeps = [Take(CallPriority.Sweep), Take(CallPriority.Sweep)];
        Task[] agents = [Take(CallPriority.Agent), Take(CallPriority.Agent)];

        _time.Advance(TimeSpan.FromSeconds(51));
        Assert.Equal([true, true], agents.Select(t => t.IsCompleted));
        Assert.Equal([false, false], sweeps.Select(t => t.IsCompleted));
        Assert.Equal(10, _budget.Used);

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([true, true], sweeps.Select(t => t.IsCompleted));
    }

    [Fact]
    public void Take_ManyCallers_NeverMoreThanTheBudgetInAnyMinute()
    {
        var sent = new List<DateTimeOffset>();
        var pending = new List<Task>();
        var random = new Random(7);
        for (var second = 0; second < 600; second++)
        {
            if (random.Next(3) == 0)
                try
                {
                    pending.Add(Take(random.Next(4) == 0 ? CallPriority.Agent : CallPriority.Sweep));
                }
                catch (ThrottledException)
                {
                    // Told to come later.
                }
            sent.AddRange(Enumerable.Repeat(_time.GetUtcNow(), pending.RemoveAll(t => t.IsCompleted)));
            Assert.InRange(sent.Count(at => at > _time.GetUtcNow() - Minute), 0, 10);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(sent.Count, 80, 110);
    }

    [Fact]
    public async Task Take_WouldWaitTooLong_SaysHowLong()
    {
        for (var i = 0; i < 10; i++) _ = Take(CallPriority.Agent);
        _time.Advance(TimeSpan.FromSeconds(20));
        var told = await Assert.ThrowsAsync<ThrottledException>(() => _budget.TakeAsync(CallPriority.Agent, TimeSpan.FromSeconds(10), Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(40), told.RetryAfter);
        Assert.Equal("the budget of 10 calls a minute is used up; the next may go in 40 s", told.Message);
    }

    [Fact]
    public async Task Take_CallerLeaves_LosesNothingToTheOthers()
    {
        for (var i = 0; i < 10; i++) _ = Take(CallPriority.Agent);
        using var leaving = new CancellationTokenSource();
        var gone = _budget.TakeAsync(CallPriority.Agent, Minute, leaving.Token);
        var next = Take(CallPriority.Agent);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _time.Advance(Minute);
        Assert.True(next.IsCompletedSuccessfully);
        Assert.Equal(1, _budget.Used);
    }

    [Fact]
    public void Hold_VendorAsksToWait_NobodyGoesBefore()
    {
        _budget.Hold(TimeSpan.FromSeconds(5));
        var call = Take(CallPriority.Agent);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(call.IsCompletedSuccessfully);
    }

    [Fact]
    public void Hold_ForHours_LetsOneAskAgainAfterAMinute()
    {
        _budget.Hold(TimeSpan.FromHours(5));
        _time.Advance(Minute);
        Assert.True(Take(CallPriority.Agent).IsCompletedSuccessfully);
    }

    private Task Take(CallPriority priority) => _budget.TakeAsync(priority, Minute, Cancellation);
}
