using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Stubbed;

/// <summary>The stubs' faults through the adapter: refusal, throttling, time-out, malformed answers, broken connections.</summary>
[Collection(GenesysStubs.Collection)]
public sealed class FaultTests(GenesysStubs stubs)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Requirement", "H31")]
    [InlineData("Throttled", typeof(ThrottledException))]
    [InlineData("ThrottledHours", typeof(ThrottledException))]
    [InlineData("ThrottledSilent", typeof(ThrottledException))]
    [InlineData("Unavailable", typeof(UnavailableException))]
    [InlineData("InternalError", typeof(UnavailableException))]
    [InlineData("GatewayTimeout", typeof(UnavailableException))]
    [InlineData("ClientTimeout", typeof(UnavailableException))]
    [InlineData("Slow", typeof(UnavailableException))]
    [InlineData("Reset", typeof(UnavailableException))]
    [InlineData("Empty", typeof(UnavailableException))]
    [InlineData("Garbage", typeof(UnavailableException))]
    [InlineData("NotJson", typeof(UnavailableException))]
    [InlineData("CutShort", typeof(UnavailableException))]
    [InlineData("WrongTypes", typeof(UnavailableException))]
    [InlineData("TokenRefused", typeof(UnauthorizedException))]
    [InlineData("NotPermitted", typeof(UnauthorizedException))]
    [InlineData("Conflict", typeof(ConflictException))]
    [InlineData("TooLarge", typeof(RejectedException))]
    [InlineData("BadRequest", typeof(RejectedException))]
    public async Task Read_FaultyVendor_IsTheTypeThatNamesTheConsequence(string fault, Type expected)
    {
        await using var rig = await StubRig.NewAsync(stubs, with: o => o.Timeout = TimeSpan.FromSeconds(1));
        await rig.FaultAsync(fault);
        var error = await Assert.ThrowsAsync(expected, async () => await rig.Genesys.ReadAsync(Known.Conversation, Cancellation));
        Assert.DoesNotContain(Known.Conversation, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Throttled", 2)]
    [InlineData("ThrottledHours", 14400)]
    [InlineData("ThrottledSilent", 30)]
    public async Task Read_Throttled_PassesTheVendorsWaitOn(string fault, int seconds)
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await rig.FaultAsync(fault);
        var error = await Assert.ThrowsAsync<ThrottledException>(async () => await rig.Genesys.ReadAsync(Known.Conversation, Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData("NotConnected", typeof(ConflictException))]
    [InlineData("NotAUser", typeof(RejectedException))]
    [InlineData("FailedInside", typeof(RejectedException))]
    [InlineData("NoId", typeof(UnavailableException))]
    [InlineData("SlowCreate", typeof(UnavailableException))]
    [InlineData("NotJson", typeof(UnavailableException))]
    public async Task Route_FaultyVendor_IsTheTypeThatNamesTheConsequence(string fault, Type expected)
    {
        await using var rig = await StubRig.NewAsync(stubs, with: o => o.Timeout = TimeSpan.FromSeconds(1));
        await rig.FaultAsync(fault);
        await Assert.ThrowsAsync(expected, async () => await rig.Genesys.RouteAsync(rig.Work(), rig.Mark(), Cancellation));
    }

    [Fact]
    public async Task Read_TokenRunOut_LogsInOnceAndGoesOn()
    {
        await using var rig = await StubRig.NewAsync(stubs);
        var work = await rig.RoutedAsync();
        await rig.FaultAsync("TokenExpiredOnce");
        Assert.Equal(WorkState.Queued, (await rig.SeenAsync(work))!.State);
        Assert.Equal(2, (await stubs.JournalAsync(Cancellation)).Count(e => e.Url == "/oauth/token"));
    }

    [Fact]
    public async Task Read_TokenRefusedForGood_TriesTwiceAndAsksForAPerson()
    {
        await using var rig = await StubRig.NewAsync(stubs);
        await rig.FaultAsync("TokenRefused");
        await Assert.ThrowsAsync<UnauthorizedException>(async () => await rig.Genesys.ReadAsync(Known.Conversation, Cancellation));
        Assert.Equal(2, (await stubs.JournalAsync(Cancellation)).Count(e => e.Url != "/oauth/token"));
    }

    [Fact]
    public async Task Start_WrongSecret_IsUnauthorizedAndShowsNoSecret()
    {
        await using var rig = await StubRig.NewAsync(stubs, started: false, with: o => o.ClientSecret = "hunter2-hunter2");
        var error = await Assert.ThrowsAsync<UnauthorizedException>(async () => await rig.Adapter.StartAsync(Cancellation));
        Assert.Contains("invalid_client", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_NobodyListens_HasNotBeenSent()
    {
        await using var rig = await StubRig.NewAsync(stubs, started: false, with: o => (o.ApiUrl, o.LoginUrl) = ("http://127.0.0.1:9", "http://127.0.0.1:9"));
        var error = await Assert.ThrowsAsync<UnavailableException>(async () => await rig.Adapter.StartAsync(Cancellation));
        Assert.True(error.NotSent);
    }
}
