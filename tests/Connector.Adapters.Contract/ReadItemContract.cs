using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IReadItem"/>, of an adapter that also routes.</summary>
public abstract class ReadItemContract : AdapterContract
{
    [Fact]
    public async Task Read_UnknownItem_IsNull()
    {
        var (rig, read) = await WithAsync<IReadItem>();
        await using var _ = rig;
        Assert.Null(await read.ReadAsync("never-there", Cancellation));
    }

    [Fact]
    public async Task Find_ByOurMark_FindsTheSameWork()
    {
        var (rig, read) = await WithAsync<IReadItem>();
        await using var _ = rig;
        Assert.Null(await read.FindAsync("i-1", 1, Cancellation));
        var routed = await ((IRouteWork)rig.Adapter).RouteAsync(rig.Work(), rig.Mark(), Cancellation);
        Assert.Equal(routed, await read.FindAsync("i-1", 1, Cancellation));
        Assert.Null(await read.FindAsync("i-1", 2, Cancellation));
    }

    [Fact]
    public async Task Read_AfterEachChange_RankHasRisen()
    {
        var (rig, read) = await WithAsync<IReadItem>();
        await using var _ = rig;
        var routed = await ((IRouteWork)rig.Adapter).RouteAsync(rig.Work(), rig.Mark(), Cancellation);
        var queued = await read.ReadAsync(routed.ExternalId, Cancellation);
        await rig.AvailableAsync();
        await rig.OwnAsync(routed.ExternalId);
        var owned = await read.ReadAsync(routed.ExternalId, Cancellation);
        Assert.Equal((WorkState.Queued, WorkState.Accepted), (queued!.State, owned!.State));
        Assert.Equal(rig.Agent, owned.Agent);
        Assert.True(owned.Rank > queued.Rank);
    }
}
