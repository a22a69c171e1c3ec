using Connector.Adapters.Contract;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Tests.Kit;

/// <summary>The adapter on the stubs. Whatever it asks that no stub knows fails the test when the rig is disposed.</summary>
internal sealed class StubRig : AdapterRig
{
    private readonly GenesysStubs _stubs;
    private readonly GenesysCloudAdapter _adapter;

    private StubRig(GenesysStubs stubs, GenesysCloudOptions options, string instance, MemoryInstanceState? state, Surroundings? around)
    {
        _stubs = stubs;
        State = state ?? new();
        Host = (around ?? new()).Host(State, instance);
        _adapter = new(options, Host);
    }

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

    public bool Verifies { get; init; } = true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StubRig> NewAsync(
        GenesysStubs stubs, bool started = true, Action<GenesysCloudOptions>? with = null, string instance = "test", MemoryInstanceState? state = null, bool verifies = true, Surroundings? around = null)
    {
        await stubs.ResetAsync(Cancellation);
        return await BesideAsync(stubs, started, with, instance, state, verifies, around);
    }

    /// <summary>A further instance on the same stubs, as they stand.</summary>
    public static async Task<StubRig> BesideAsync(
        GenesysStubs stubs, bool started = true, Action<GenesysCloudOptions>? with = null, string instance = "other", MemoryInstanceState? state = null, bool verifies = true, Surroundings? around = null)
    {
        var options = Options(stubs.Url);
        with?.Invoke(options);
        var rig = new StubRig(stubs, options, instance, state, around) { Verifies = verifies };
        if (started) await rig.Adapter.StartAsync(Cancellation);
        return rig;
    }

    public static GenesysCloudOptions Options(Uri url) => new()
    {
        Domain = "mypurecloud.example",
        ApiUrl = url.ToString(),
        LoginUrl = url.ToString(),
        ClientId = "stub-client",
        ClientSecret = "stub-secret",
        VisibleWithin = TimeSpan.FromMilliseconds(400),
    };

    public override ValueTask AvailableAsync() => ValueTask.CompletedTask;

    public override async ValueTask OwnAsync(string externalId) => await StepAsync("Connected");

    public override async ValueTask OtherOwnsAsync(string externalId) =>
        await StepAsync(await _stubs.StateAsync("conversation", Cancellation) == "TransferredToQueue" ? "SecondConnected" : "ThirdConnected");

    public override async ValueTask EndAtVendorAsync(string externalId) => await StepAsync("WrapUp");

    public override async ValueTask ChooseAtVendorAsync(string externalId) => await StepAsync("Ended Issue resolved");

    public override ValueTask AdvanceAsync(TimeSpan time)
    {
        Host.Now += time;
        return ValueTask.CompletedTask;
    }

    /// <summary>Something happens at the vendor.</summary>
    public Task StepAsync(string state) => _stubs.SetAsync("conversation", state, Cancellation);

    public Task FaultAsync(string fault) => _stubs.SetAsync("faults", fault, Cancellation);

    /// <summary>Work in a state of the story.</summary>
    public async Task<WorkRef> InAsync(string state, string agent = Known.Ann)
    {
        var work = await RoutedAsync();
        await StepAsync(state);
        return work with { Agent = agent };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Verifies) await _stubs.VerifyAsync(CancellationToken.None);
    }
}
