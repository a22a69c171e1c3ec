using Connector.Adapters.Contract;

namespace Connector.Plugins.Awa.Tests;

public static class AwaContractTests
{
    public sealed class Life : LifeContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class Route : RouteWorkContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class End : EndWorkContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class Hold : HoldWorkContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class Read : ReadItemContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class Offers : OfferWorkContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    public sealed class Check : CheckContract
    {
        protected override ValueTask<AdapterRig> NewAsync(bool started = true) => RigAsync(started);
    }

    private static async ValueTask<AdapterRig> RigAsync(bool started) => started ? await AwaRig.StartedAsync() : new AwaRig();
}
