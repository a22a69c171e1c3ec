using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IRouteWork"/></summary>
public abstract class RouteWorkContract : AdapterContract
{
    [Fact]
    public async Task Route_NewWork_AnswersAnId()
    {
        var (rig, route) = await WithAsync<IRouteWork>();
        await using var _ = rig;
        Assert.NotEmpty((await route.RouteAsync(rig.Work(), rig.Mark(), Cancellation)).ExternalId);
    }

    [Fact]
    public async Task Route_SameCallAgain_AnswersTheSameId()
    {
        var (rig, route) = await WithAsync<IRouteWork>();
        await using var _ = rig;
        var first = await route.RouteAsync(rig.Work(), rig.Mark(), Cancellation);
        var again = await route.RouteAsync(rig.Work(), rig.Mark(attempt: 2), Cancellation);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Route_TwoInteractions_AreTwoItems()
    {
        var (rig, route) = await WithAsync<IRouteWork>();
        await using var _ = rig;
        var first = await route.RouteAsync(rig.Work(), rig.Mark(), Cancellation);
        var other = await route.RouteAsync(rig.Work("i-2"), rig.Mark("k-2"), Cancellation);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Route_UnknownQueue_IsRejected()
    {
        var (rig, route) = await WithAsync<IRouteWork>();
        await using var _ = rig;
        await Assert.ThrowsAsync<RejectedException>(async () => await route.RouteAsync(rig.Work() with { Queue = "nowhere" }, rig.Mark(), Cancellation));
    }

    [Fact]
    public async Task Route_Cancelled_PassesThrough()
    {
        var (rig, route) = await WithAsync<IRouteWork>();
        await using var _ = rig;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await route.RouteAsync(rig.Work(), rig.Mark(), new CancellationToken(canceled: true)));
    }
}
