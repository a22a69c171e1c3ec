using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IHoldWork"/>, of an adapter that also routes and reads.</summary>
public abstract class HoldWorkContract : AdapterContract
{
    [Fact]
    public async Task Hold_OwnedWork_ParksItWithItsOwner()
    {
        var (rig, hold) = await WithAsync<IHoldWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await hold.HoldAsync(work, rig.Mark("k-hold"), Cancellation);
        await hold.HoldAsync(work, rig.Mark("k-hold", 2), Cancellation);
        var seen = await ((IReadItem)rig.Adapter).ReadAsync(work.ExternalId, Cancellation);
        Assert.Equal((WorkState.Held, rig.Agent), (seen!.State, seen.Agent));
    }

    [Fact]
    public async Task Resume_HeldWork_GivesItBackToItsOwner()
    {
        var (rig, hold) = await WithAsync<IHoldWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await hold.HoldAsync(work, rig.Mark("k-hold"), Cancellation);
        await hold.ResumeAsync(work, rig.Mark("k-resume"), Cancellation);
        await hold.ResumeAsync(work, rig.Mark("k-resume", 2), Cancellation);
        var seen = await ((IReadItem)rig.Adapter).ReadAsync(work.ExternalId, Cancellation);
        Assert.Equal((WorkState.Accepted, rig.Agent), (seen!.State, seen.Agent));
    }

    /// <summary>What was done to it between two looks shows in the second, where the vendor tells at all.</summary>
    [Fact]
    public async Task Hold_OverBeforeALook_StillShows()
    {
        var (rig, hold) = await WithAsync<IHoldWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        var before = await ((IReadItem)rig.Adapter).ReadAsync(work.ExternalId, Cancellation);
        await hold.HoldAsync(work, rig.Mark("k-hold"), Cancellation);
        await hold.ResumeAsync(work, rig.Mark("k-resume"), Cancellation);
        var after = await ((IReadItem)rig.Adapter).ReadAsync(work.ExternalId, Cancellation);
        if (after!.HeldRank is { } held) Assert.InRange(held, before!.Rank + 1, after.Rank - 1);
    }

    [Fact]
    public async Task Hold_WorkThatIsGone_IsAConflict()
    {
        var (rig, hold) = await WithAsync<IHoldWork>();
        await using var _ = rig;
        await Assert.ThrowsAsync<ConflictException>(async () => await hold.HoldAsync(new("i-9", "never-there", rig.Agent), rig.Mark(), Cancellation));
    }
}
