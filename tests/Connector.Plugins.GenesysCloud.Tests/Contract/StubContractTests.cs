using Connector.Adapters.Contract;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Contract;

/// <summary>Every suite of the contract, on the stubs.</summary>
public static class StubContractTests
{
    [Collection(GenesysStubs.Collection)]
    public sealed class Life(GenesysStubs stubs) : LifeContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class Route(GenesysStubs stubs) : RouteWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class End(GenesysStubs stubs) : EndWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class Hold(GenesysStubs stubs) : HoldWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class Read(GenesysStubs stubs) : ReadItemContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class Check(GenesysStubs stubs) : CheckContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }
}
