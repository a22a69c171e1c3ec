using Connector.Adapters.Contract;
using Connector.Contracts;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Kit;

/// <summary>The adapter on the simulated vendor. What is asked and not described fails the test when the rig is disposed.</summary>
internal sealed class SimulatedRig : AdapterRig
{
    private readonly GenesysCloudAdapter _adapter;

    private SimulatedRig(GenesysSimulator vendor, GenesysCloudOptions options, string instance, MemoryInstanceState? state, Surroundings? around)
    {
        Vendor = vendor;
        State = state ?? new();
        Host = (around ?? new()).Host(State, instance);
        _adapter = new(options, Host);
    }

    public GenesysSimulator Vendor { get; }

    public SimulatedCloud Cloud => Vendor.Cloud;

    public MemoryInstanceState State { get; }

    public TestAdapterHost Host { get; }

    public override IAdapter Adapter => _adapter;

    public GenesysCloudAdapter Genesys => _adapter;

    public override string Queue => Known.Support;

    public override string Agent => Known.Ann;

    public override string OtherQueue => Known.Billing;

    public override string OtherAgent => Known.Bob;

    public override string Code => Known.IssueResolved;

    public override string OtherCode => Known.TaskCreated;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SimulatedRig> NewAsync(bool started = true, Action<GenesysCloudOptions>? with = null, Surroundings? around = null) =>
        await BesideAsync(await GenesysSimulator.StartAsync(), started, with, around: around);

    /// <summary>A further adapter: of another instance, or of another host with the same state.</summary>
    public static async Task<SimulatedRig> BesideAsync(
        GenesysSimulator vendor, bool started = true, Action<GenesysCloudOptions>? with = null, string instance = "test", MemoryInstanceState? state = null, Surroundings? around = null)
    {
        var options = new GenesysCloudOptions
        {
            Domain = "mypurecloud.example",
            ApiUrl = vendor.Url.ToString(),
            LoginUrl = vendor.Url.ToString(),
            ClientId = GenesysSimulator.ClientId,
            ClientSecret = GenesysSimulator.ClientSecret,
            VisibleWithin = TimeSpan.FromMilliseconds(400),
        };
        with?.Invoke(options);
        var rig = new SimulatedRig(vendor, options, instance, state, around);
        if (started) await rig.Adapter.StartAsync(Cancellation);
        return rig;
    }

    public override ValueTask AvailableAsync() => ValueTask.CompletedTask;

    public override ValueTask OwnAsync(string externalId) => Done(Cloud.Accept(externalId, Known.AnnId));

    public override ValueTask OtherOwnsAsync(string externalId) => Done(Cloud.Accept(externalId, Known.BobId));

    public override ValueTask EndAtVendorAsync(string externalId) => Done(Cloud.EndByAgent(externalId));

    public override ValueTask ChooseAtVendorAsync(string externalId) => Done(Cloud.Choose(externalId, Known.IssueResolved));

    public override int? LaterMails(string externalId) => Cloud.Conversation(externalId).LaterMails;

    public override ValueTask AdvanceAsync(TimeSpan time)
    {
        Host.Now += time;
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Vendor.DisposeAsync();
        Assert.Empty(Vendor.Violations);
    }

    private static ValueTask Done(bool happened)
    {
        Assert.True(happened, "it cannot happen now");
        return ValueTask.CompletedTask;
    }
}
