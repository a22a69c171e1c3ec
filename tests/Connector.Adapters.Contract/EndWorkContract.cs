using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IEndWork"/>, of an adapter that also routes.</summary>
public abstract class EndWorkContract : AdapterContract
{
    [Fact]
    public async Task Stages_AreNamed()
    {
        var (rig, end) = await WithAsync<IEndWork>();
        await using var _ = rig;
        Assert.NotEqual(default, end.Stages);
    }

    [Fact]
    public async Task End_OwnedWork_TwiceIsOnce()
    {
        var (rig, end) = await WithAsync<IEndWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await end.EndAsync(work, end.Stages, rig.Mark("k-end"), Cancellation);
        await end.EndAsync(work, end.Stages, rig.Mark("k-end", 2), Cancellation);
        if (rig.Adapter is IReadItem read && end.Stages.HasFlag(EndStage.Closed))
            Assert.True(await read.ReadAsync(work.ExternalId, Cancellation) is null or { State: WorkState.Ended });
    }

    [Fact]
    public async Task End_UnknownWork_IsNoError()
    {
        var (rig, end) = await WithAsync<IEndWork>();
        await using var _ = rig;
        await end.EndAsync(new("i-9", "never-there", null), end.Stages, rig.Mark(), Cancellation);
    }
}
