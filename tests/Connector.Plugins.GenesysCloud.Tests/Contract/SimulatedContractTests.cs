using Connector.Adapters.Contract;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Contract;

/// <summary>Every suite of the contract, on the simulated vendor, which remembers.</summary>
public static class SimulatedContractTests
{
    public sealed class Life : LifeContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class RouteWork : RouteWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class EndWork : EndWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class HoldWork : HoldWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class TransferWork : TransferWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class SetWrapUp : SetWrapUpContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class AddLaterMail : AddLaterMailContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class ReadItem : ReadItemContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class PollEvents : PollEventsContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class ListCodes : ListCodesContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class SaveCodes : SaveCodesContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class ListDirectory : ListDirectoryContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class ListTargets : ListTargetsContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class ListOpenWork : ListOpenWorkContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }

    public sealed class Check : CheckContract
    {
        protected override async ValueTask<AdapterRig> NewAsync(bool started = true) => await SimulatedRig.NewAsync(started);
    }
}
