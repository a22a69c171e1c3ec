using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IListCodes"/></summary>
public abstract class ListCodesContract : AdapterContract
{
    [Fact]
    public async Task Codes_OfTheVendor_AreEachListedOnceWithANameAndKnownQueues()
    {
        var (rig, list) = await WithAsync<IListCodes>();
        await using var _ = rig;
        var codes = await list.CodesAsync(Cancellation);
        Assert.Contains(codes, c => c.Id == rig.Code);
        Assert.Equal(codes.Count, codes.Select(c => c.Id).Distinct().Count());
        Assert.All(codes, c => Assert.NotEmpty(c.Name));
        Assert.All(codes, c => Assert.Equal(c.Queues?.Distinct() ?? [], c.Queues ?? []));
    }
}

/// <summary><see cref="ISaveCodes"/>, of an adapter that also lists them.</summary>
public abstract class SaveCodesContract : AdapterContract
{
    private const string Name = "Added code";
    private const string Renamed = "Renamed code";

    [Fact]
    public async Task AddCode_NewName_IsListedInItsQueues()
    {
        var (rig, save) = await WithAsync<ISaveCodes>();
        await using var _ = rig;
        var added = await save.AddCodeAsync(Draft(rig, Name), rig.Mark("k-a"), Cancellation);
        var listed = await FindAsync(rig, added.Id);
        Assert.Equal(Name, listed!.Name);
        Assert.True(listed.Queues is null || listed.Queues.Single() == rig.Queue);
    }

    [Fact]
    public async Task AddCode_SameCallAgain_AnswersTheSameCode()
    {
        var (rig, save) = await WithAsync<ISaveCodes>();
        await using var _ = rig;
        var added = await save.AddCodeAsync(Draft(rig, Name), rig.Mark("k-a"), Cancellation);
        var again = await save.AddCodeAsync(Draft(rig, Name), rig.Mark("k-a", 2), Cancellation);
        Assert.Equal(added.Id, again.Id);
        Assert.Single(await ((IListCodes)rig.Adapter).CodesAsync(Cancellation), c => c.Name == Name);
    }

    [Fact]
    public async Task RenameCode_KnownCode_HasTheNewName()
    {
        var (rig, save) = await WithAsync<ISaveCodes>();
        await using var _ = rig;
        var added = await save.AddCodeAsync(Draft(rig, Name), rig.Mark("k-a"), Cancellation);
        await save.RenameCodeAsync(added.Id, Draft(rig, Renamed), rig.Mark("k-r"), Cancellation);
        Assert.Equal(Renamed, (await FindAsync(rig, added.Id))!.Name);
    }

    [Fact]
    public async Task RetireCode_KnownCode_NoQueueOffersIt()
    {
        var (rig, save) = await WithAsync<ISaveCodes>();
        await using var _ = rig;
        var added = await save.AddCodeAsync(Draft(rig, Name), rig.Mark("k-a"), Cancellation);
        await save.RetireCodeAsync(added.Id, rig.Mark("k-r"), Cancellation);
        await save.RetireCodeAsync(added.Id, rig.Mark("k-r", 2), Cancellation);
        Assert.True(await FindAsync(rig, added.Id) is null or { Queues: [] });
    }

    [Fact]
    public async Task RetireCode_CodeThatIsGone_IsNoError()
    {
        var (rig, save) = await WithAsync<ISaveCodes>();
        await using var _ = rig;
        await save.RetireCodeAsync("never-there", rig.Mark(), Cancellation);
    }

    private static CodeDraft Draft(AdapterRig rig, string name) => new(name, "Promised by mail", [rig.Queue]);

    private static async Task<VendorCode?> FindAsync(AdapterRig rig, string id) =>
        (await ((IListCodes)rig.Adapter).CodesAsync(Cancellation)).SingleOrDefault(c => c.Id == id);
}

/// <summary><see cref="IListDirectory"/></summary>
public abstract class ListDirectoryContract : AdapterContract
{
    [Fact]
    public async Task Queues_OfTheVendor_AreEachListedOnce()
    {
        var (rig, list) = await WithAsync<IListDirectory>();
        await using var _ = rig;
        var queues = await list.QueuesAsync(Cancellation);
        Assert.Contains(queues, q => q.Id == rig.Queue);
        Assert.Equal(queues.Count, queues.Select(q => q.Id).Distinct().Count());
        Assert.All(queues, q => Assert.True(q.Name.Length > 0 && q.WrapUpTimeout is null or { Ticks: > 0 }));
    }

    [Fact]
    public async Task Agents_OfTheVendor_AreEachListedOnce()
    {
        var (rig, list) = await WithAsync<IListDirectory>();
        await using var _ = rig;
        var agents = await list.AgentsAsync(Cancellation);
        Assert.Contains(agents, a => rig.Agent == a.Email || rig.Agent == a.Id);
        Assert.Equal(agents.Count, agents.Select(a => a.Id).Distinct().Count());
    }
}
