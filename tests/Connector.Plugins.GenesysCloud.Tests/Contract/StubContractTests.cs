using Connector.Adapters.Contract;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Contract;

/// <summary>Every suite of the contract, on the stubs: what is asked is what the vendor describes.</summary>
public static class StubContractTests
{
    [Collection(GenesysStubs.Collection)]
    public sealed class Life(GenesysStubs stubs) : LifeContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class RouteWork(GenesysStubs stubs) : RouteWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class EndWork(GenesysStubs stubs) : EndWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class HoldWork(GenesysStubs stubs) : HoldWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class TransferWork(GenesysStubs stubs) : TransferWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class SetWrapUp(GenesysStubs stubs) : SetWrapUpContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class AddLaterMail(GenesysStubs stubs) : AddLaterMailContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class ReadItem(GenesysStubs stubs) : ReadItemContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class PollEvents(GenesysStubs stubs) : PollEventsContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class ListCodes(GenesysStubs stubs) : ListCodesContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class SaveCodes(GenesysStubs stubs) : SaveCodesContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class ListDirectory(GenesysStubs stubs) : ListDirectoryContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class ListTargets(GenesysStubs stubs) : ListTargetsContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class ListOpenWork(GenesysStubs stubs) : ListOpenWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }

    [Collection(GenesysStubs.Collection)]
    public sealed class Check(GenesysStubs stubs) : CheckContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await StubRig.NewAsync(stubs, started);
    }
}
