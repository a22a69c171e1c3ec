using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Runtime.Delivery;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Delivery;

public sealed class CallPageTests
{
    private readonly ManualTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly List<Interaction> _kept = [new() { Id = 1, Tenant = "default", Channel = "support" }, new() { Id = 2, Tenant = "default", Channel = "support" }];
    private int _reads;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CallPage Page => field ??= new([1, 2, 3], Kept([1, 2, 3]), _time.GetTimestamp(), (ids, _) =>
    {
        _reads++;
        return Task.FromResult(Kept(ids));
    }, _time);

    [Fact]
    public async Task Work_CalledSoon_IsTakenAsItWasClaimed()
    {
        Assert.Equal(1, (await Page.WorkAsync(1, Token))?.Id);
        Assert.Equal(2, (await Page.WorkAsync(2, Token))?.Id);
        Assert.Null(await Page.WorkAsync(3, Token));
        Assert.Equal(0, _reads);
    }

    [Fact]
    public async Task Work_CalledLater_IsReadAnewOnceForAll()
    {
        await Page.WorkAsync(1, Token);
        _kept[1] = _kept[1] with { Round = 7 };
        _time.Advance(TimeSpan.FromMilliseconds(101));
        Assert.Equal(7, (await Page.WorkAsync(2, Token))?.Round);
        Assert.Equal(1, (await Page.WorkAsync(1, Token))?.Id);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Work_TheStoreWasAway_IsReadAgain()
    {
        var away = true;
        var page = new CallPage([1], Kept([1]), _time.GetTimestamp(), (ids, _) => away ? Task.FromException<IReadOnlyDictionary<long, CalledWork>>(new IOException()) : Task.FromResult(Kept(ids)), _time);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<IOException>(async () => await page.WorkAsync(1, Token));
        away = false;
        Assert.Equal(1, (await page.WorkAsync(1, Token))?.Id);
    }

    private IReadOnlyDictionary<long, CalledWork> Kept(IReadOnlyCollection<long> ids) => _kept.Where(i => ids.Contains(i.Id)).ToDictionary(i => i.Id, CalledWork.Of);
}
