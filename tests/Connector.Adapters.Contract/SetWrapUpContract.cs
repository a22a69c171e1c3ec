using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="ISetWrapUp"/>, of an adapter that also routes and reads.</summary>
public abstract class SetWrapUpContract : AdapterContract
{
    [Fact]
    public async Task SetWrapUp_EndedWork_ShowsOnceTheCallReturns()
    {
        var (rig, wrapUp) = await WithAsync<ISetWrapUp>();
        await using var _ = rig;
        var work = await EndedAsync(rig);
        await wrapUp.SetWrapUpAsync(work, Code(rig.Code), rig.Mark("k-w"), Cancellation);
        await wrapUp.SetWrapUpAsync(work, Code(rig.Code), rig.Mark("k-w", 2), Cancellation);
        var seen = await rig.SeenAsync(work);
        Assert.Equal((rig.Code, false), (seen!.Code, seen.CodeByTimeout));
    }

    [Fact]
    public async Task SetWrapUp_EnginesCodeAndTheAgentChoseAnother_TheAgentsStands()
    {
        var (rig, wrapUp) = await WithAsync<ISetWrapUp>();
        await using var _ = rig;
        var work = await EndedAsync(rig);
        await rig.ChooseAtVendorAsync(work.ExternalId);
        await Assert.ThrowsAsync<ConflictException>(async () => await wrapUp.SetWrapUpAsync(work, Code(rig.OtherCode, chosen: false), rig.Mark("k-w"), Cancellation));
        Assert.Equal(rig.Code, (await rig.SeenAsync(work))!.Code);
    }

    [Fact]
    public async Task SetWrapUp_ChosenHere_ReplacesWhatStoodThere()
    {
        var (rig, wrapUp) = await WithAsync<ISetWrapUp>();
        await using var _ = rig;
        var work = await EndedAsync(rig);
        await rig.ChooseAtVendorAsync(work.ExternalId);
        await wrapUp.SetWrapUpAsync(work, Code(rig.OtherCode), rig.Mark("k-w"), Cancellation);
        Assert.Equal(rig.OtherCode, (await rig.SeenAsync(work))!.Code);
    }

    [Fact]
    public async Task SetWrapUp_WorkThatIsGone_IsAConflict()
    {
        var (rig, wrapUp) = await WithAsync<ISetWrapUp>();
        await using var _ = rig;
        await Assert.ThrowsAsync<ConflictException>(async () => await wrapUp.SetWrapUpAsync(new("i-9", "never-there", rig.Agent), Code(rig.Code), rig.Mark(), Cancellation));
    }

    private static async Task<WorkRef> EndedAsync(AdapterRig rig)
    {
        var work = await rig.OwnedAsync();
        await rig.EndAtVendorAsync(work.ExternalId);
        return work;
    }

    private static WrapUpCode Code(string code, bool chosen = true) => new(code, null, TestAdapterHost.Start, chosen);
}
