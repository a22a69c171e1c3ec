using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IListTargets"/>, of an adapter that also routes.</summary>
public abstract class ListTargetsContract : AdapterContract
{
    [Fact]
    public async Task Targets_OfOwnedWork_AreOthersThanItsOwnerAndQueue()
    {
        var (rig, list) = await WithAsync<IListTargets>();
        await using var _ = rig;
        var targets = await list.TargetsAsync(await rig.OwnedAsync(), Cancellation);
        Assert.Contains(targets, t => t.Queue == rig.OtherQueue);
        Assert.Contains(targets, t => t.Agent == rig.OtherAgent);
        Assert.DoesNotContain(targets, t => t.Queue == rig.Queue || t.Agent == rig.Agent);
        Assert.All(targets, t => Assert.NotEqual(t.Queue is null, t.Agent is null));
        Assert.Equal(targets.Count, targets.Select(t => (t.Queue, t.Agent)).Distinct().Count());
    }
}

/// <summary><see cref="IListOpenWork"/>, of an adapter that also routes and ends.</summary>
public abstract class ListOpenWorkContract : AdapterContract
{
    [Fact]
    public async Task OpenWork_RoutedAndNotEnded_IsListedOnceAsItIs()
    {
        var (rig, list) = await WithAsync<IListOpenWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        var open = Assert.Single(await AllAsync(list));
        Assert.Equal((work.ExternalId, "i-1", WorkState.Accepted), (open.ExternalId, open.InteractionId, open.State));
    }

    [Fact]
    public async Task OpenWork_AllEnded_IsEmpty()
    {
        var (rig, list) = await WithAsync<IListOpenWork>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await ((IEndWork)rig.Adapter).EndAsync(work, EndStage.ConversationOver | EndStage.Closed, rig.Mark("k-e"), Cancellation);
        Assert.Empty(await AllAsync(list));
    }

    private static async Task<IReadOnlyList<WorkObservation>> AllAsync(IListOpenWork list)
    {
        List<WorkObservation> all = [];
        await foreach (var work in list.OpenWorkAsync(Cancellation)) all.Add(work);
        return all;
    }
}
