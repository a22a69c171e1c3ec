using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="ITransferWork"/>, of an adapter that also routes and reads.</summary>
public abstract class TransferWorkContract : AdapterContract
{
    [Fact]
    public async Task Transfer_ToAnotherQueue_WaitsThereWithoutTheOwner()
    {
        var (rig, transfer) = await WithAsync<ITransferWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        var before = await rig.SeenAsync(work);
        var now = await transfer.TransferAsync(work, new(rig.OtherQueue, null), rig.Mark("k-t"), Cancellation);
        var seen = await rig.SeenAsync(work with { ExternalId = now.ExternalId });
        Assert.Equal((WorkState.Queued, rig.OtherQueue, null), (seen!.State, seen.Queue, seen.Agent));
        Assert.True(now.ExternalId != work.ExternalId || seen.Rank > before!.Rank);
    }

    [Fact]
    public async Task Transfer_SameCallAgain_IsOneTransfer()
    {
        var (rig, transfer) = await WithAsync<ITransferWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        var first = await transfer.TransferAsync(work, new(rig.OtherQueue, null), rig.Mark("k-t"), Cancellation);
        var once = await rig.SeenAsync(work with { ExternalId = first.ExternalId });
        var again = await transfer.TransferAsync(work, new(rig.OtherQueue, null), rig.Mark("k-t", 2), Cancellation);
        Assert.Equal(first, again);
        Assert.Equal(once!.Transfer, (await rig.SeenAsync(work with { ExternalId = again.ExternalId }))!.Transfer);
    }

    [Fact]
    public async Task Transfer_ToAnAgentWhoTakesIt_HasOneOwner()
    {
        var (rig, transfer) = await WithAsync<ITransferWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        var now = await transfer.TransferAsync(work, new(null, rig.OtherAgent), rig.Mark("k-t"), Cancellation);
        await rig.OtherOwnsAsync(now.ExternalId);
        var seen = await rig.SeenAsync(work with { ExternalId = now.ExternalId });
        Assert.Equal((WorkState.Accepted, rig.OtherAgent, true), (seen!.State, seen.Agent, seen.OthersEnded));
    }

    [Fact]
    public async Task Transfer_ToNobody_IsRejectedAndChangesNothing()
    {
        var (rig, transfer) = await WithAsync<ITransferWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await Assert.ThrowsAsync<RejectedException>(async () => await transfer.TransferAsync(work, new("nowhere", null), rig.Mark("k-t"), Cancellation));
        await Assert.ThrowsAsync<RejectedException>(async () => await transfer.TransferAsync(work, new(null, "nobody"), rig.Mark("k-u"), Cancellation));
        var seen = await rig.SeenAsync(work);
        Assert.Equal((WorkState.Accepted, rig.Agent), (seen!.State, seen.Agent));
    }

    [Fact]
    public async Task Transfer_WorkThatIsGone_IsAConflict()
    {
        var (rig, transfer) = await WithAsync<ITransferWork>();
        await using var _ = rig;
        await Assert.ThrowsAsync<ConflictException>(async () => await transfer.TransferAsync(new("i-9", "never-there", rig.Agent), new(rig.OtherQueue, null), rig.Mark(), Cancellation));
    }
}
