using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Delivery;
using Connector.Runtime.Door;
using Connector.Runtime.Tests.Clock;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Delivery;

public sealed class CallResultsTests
{
    private readonly ManualTime _time = new();
    private readonly PageDoor _door = new();
    private readonly List<Task> _stored = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CallResults Results => field ??= new(_door, _time, NullLogger.Instance);

    private void Hand(int count, bool more)
    {
        for (var n = 0; n < count; n++)
        {
            var stored = new TaskCompletionSource();
            _stored.Add(stored.Task);
            Results.Hand(
                new() { At = _time.GetUtcNow(), By = Actor.OfInstance("wire"), Correlation = "c", OutboxId = n, Result = new CallResult.Succeeded() }, more,
                failure => stored.TrySetResult(), Token);
        }
    }

    private Task AllStoredAsync() => Task.WhenAll(_stored).WaitAsync(Token);

    [Fact]
    public async Task Hand_NothingFollows_IsStoredAtOnce()
    {
        Hand(1, more: false);
        await AllStoredAsync();
        Assert.Equal([1], _door.Pages);
    }

    [Fact]
    public async Task Hand_OthersFollow_WaitsForThemNoLongerThanPatienceLasts()
    {
        var waits = _time.NextTimerAsync();
        Hand(3, more: true);
        await waits.WaitAsync(Token);
        Assert.Empty(_door.Pages);
        _time.Advance(TimeSpan.FromMilliseconds(20));
        await AllStoredAsync();
        Assert.Equal([3], _door.Pages);
    }

    [Fact]
    public async Task Hand_EnoughCame_AreStoredTogether()
    {
        var waits = _time.NextTimerAsync();
        Hand(1, more: true);
        await waits.WaitAsync(Token);
        Hand(CallResults.Enough - 1, more: true);
        await AllStoredAsync();
        Assert.Equal([CallResults.Enough], _door.Pages);
    }

    [Fact]
    public async Task Press_SomeWaited_StoresThem()
    {
        var waits = _time.NextTimerAsync();
        Hand(2, more: true);
        await waits.WaitAsync(Token);
        Results.Press();
        await AllStoredAsync();
        Assert.Equal([2], _door.Pages);
    }

    /// <summary>Stores what it is given and remembers how much came at once.</summary>
    private sealed class PageDoor : IDoor
    {
        public List<int> Pages { get; } = [];

        public Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation)
        {
            Pages.Add(inputs.Count);
            return Task.FromResult<IReadOnlyList<Outcome>>([]);
        }

        public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
