using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary>What holds for every adapter. One abstract class a capability follows; a plugin's tests inherit those it has and give the rig.</summary>
public abstract class AdapterContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A fresh vendor with a fresh adapter.</summary>
    protected abstract ValueTask<AdapterRig> NewAsync(bool started = true);

    protected async ValueTask<(AdapterRig Rig, TCapability Capability)> WithAsync<TCapability>()
    {
        var rig = await NewAsync();
        return (rig, Assert.IsAssignableFrom<TCapability>(rig.Adapter));
    }
}

/// <summary>Life of an adapter.</summary>
public abstract class LifeContract : AdapterContract
{
    [Fact]
    public async Task Dispose_NeverStarted_IsSafe()
    {
        var rig = await NewAsync(started: false);
        await rig.Adapter.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_Twice_IsSafe()
    {
        var rig = await NewAsync();
        await rig.Adapter.DisposeAsync();
        await rig.Adapter.DisposeAsync();
    }

    [Fact]
    public async Task RepeatOf_EveryOperation_Answers()
    {
        await using var rig = await NewAsync();
        foreach (var operation in Enum.GetValues<WorkOperation>())
        {
            var repeat = rig.Adapter.RepeatOf(operation);
            Assert.True(repeat.Kind != RepeatKind.ReadBack || (rig.Adapter is IReadItem && repeat.Lag > TimeSpan.Zero));
        }
    }
}
