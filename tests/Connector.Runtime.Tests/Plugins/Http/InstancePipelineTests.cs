using System.Net;
using Connector.Contracts;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Tests.Clock;
using static Connector.Runtime.Tests.Plugins.Http.ScriptedVendor;

namespace Connector.Runtime.Tests.Plugins.Http;

public sealed class InstancePipelineTests
{
    private readonly JumpingTime _time = new(TimeSpan.FromSeconds(90));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H21")]
    public async Task Get_429And503WithWaits_IsTriedAgainAfterExactlyTheWaitsOfTheVendor()
    {
        var vendor = new ScriptedVendor(_time, Answer(429, "3"), Answer(503, "7"), Answer(200));
        Assert.Equal(HttpStatusCode.OK, (await vendor.Client().GetAsync("queues", Cancellation)).StatusCode);
        Assert.Equal([0, 3, 10], vendor.Tries);
    }

    [Fact]
    [Trait("Requirement", "H21")]
    public async Task Get_WaitAsADate_IsHonoured()
    {
        var vendor = new ScriptedVendor(_time, Answer(503, _time.GetUtcNow().AddSeconds(8).ToString("R")), Answer(200));
        await vendor.Client().GetAsync("queues", Cancellation);
        Assert.Equal([0, 8], vendor.Tries);
    }

    [Fact]
    [Trait("Requirement", "H21")]
    public async Task Get_Throttled_ComesBackALittleLaterThanAskedSoThatNotAllComeAtOnce()
    {
        var vendor = new ScriptedVendor(_time, Answer(429, "4"), Answer(200));
        await vendor.Client(jitter: 0.5).GetAsync("queues", Cancellation);
        Assert.Equal([0, 4.2], vendor.Tries);
    }

    [Fact]
    [Trait("Requirement", "H21")]
    public async Task Get_503WithoutWaits_IsTriedAgainEachTimeLaterAndThenAnswered()
    {
        var vendor = new ScriptedVendor(_time, Answer(503));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await vendor.Client(jitter: 0.5).GetAsync("queues", Cancellation)).StatusCode);
        Assert.Equal(3, vendor.Tries.Count);
        Assert.InRange(vendor.Tries[1], 0.1, 1.5);
        Assert.InRange(vendor.Tries[2] - vendor.Tries[1], 0.2, 4);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Post_WaitGiven_IsTriedAgainSinceNothingWasDone(int status)
    {
        var vendor = new ScriptedVendor(_time, Answer(status, "2"), Answer(200));
        await vendor.Client().PostAsync("conversations", new StringContent("first mail"), Cancellation);
        Assert.Equal([0, 2], vendor.Tries);
        Assert.Equal(["first mail", "first mail"], vendor.Bodies);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Post_VendorFails_IsNotRepeatedUnlessMarkedHarmless(int status)
    {
        var vendor = new ScriptedVendor(_time, Answer(status));
        Assert.Equal(status, (int)(await vendor.Client().PostAsync("conversations", null, Cancellation)).StatusCode);
        Assert.Single(vendor.Tries);
        using var marked = new HttpRequestMessage(HttpMethod.Post, "query");
        marked.Options.Set(HttpRepeat.Allow, true);
        await vendor.Client().SendAsync(marked, Cancellation);
        Assert.Equal(4, vendor.Tries.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    [Trait("Requirement", "H22")]
    public async Task Get_PermanentError_IsAnsweredAfterOneTry(int status)
    {
        var vendor = new ScriptedVendor(_time, Answer(status));
        Assert.Equal(status, (int)(await vendor.Client().GetAsync("queues", Cancellation)).StatusCode);
        Assert.Single(vendor.Tries);
    }

    [Theory]
    [InlineData(429, "11")]
    [InlineData(503, "7200")]
    [Trait("Requirement", "H21")]
    public async Task Get_WaitTooLongToSleep_IsToldAtOnce(int status, string wait)
    {
        var vendor = new ScriptedVendor(_time, Answer(status, wait));
        var told = await Assert.ThrowsAsync<ThrottledException>(() => vendor.Client().GetAsync("queues", Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(int.Parse(wait)), told.RetryAfter);
        Assert.Equal($"the vendor answers {status} and asks to wait {wait} s", told.Message);
        Assert.Equal([0], vendor.Tries);
    }

    [Fact]
    public async Task Get_AfterATooLong429_OthersAreNotSentEither()
    {
        var vendor = new ScriptedVendor(_time, Answer(429, "30"));
        var client = vendor.Client();
        await Assert.ThrowsAsync<ThrottledException>(() => client.GetAsync("queues", Cancellation));
        using var agent = AmbientPriority.Of(CallPriority.Agent);
        Assert.Equal(TimeSpan.FromSeconds(30), (await Assert.ThrowsAsync<ThrottledException>(() => client.GetAsync("users", Cancellation))).RetryAfter);
        Assert.Single(vendor.Tries);
    }

    [Fact]
    public async Task Get_Unreachable_IsTriedAgainAndThenUnavailableWithoutTheAddressCalled()
    {
        var vendor = new ScriptedVendor(_time, Unreachable);
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => vendor.Client().GetAsync("queues?key=hidden", Cancellation));
        Assert.Equal("GET api.vendor.example: ConnectionError", failure.Message);
        Assert.Equal(3, vendor.Tries.Count);
    }

    [Fact]
    public async Task Get_NoAnswer_EndsWithTheLimitOfATry()
    {
        var time = new ManualTime();
        var client = new ScriptedVendor(time, Silence).Way().Client(BaseUrl, new(300, TimeSpan.FromSeconds(15), Retries: 0));
        var waiting = time.NextTimerAsync();
        var call = client.GetAsync("queues", Cancellation);
        await waiting;
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("GET api.vendor.example: no answer within 15 s", (await Assert.ThrowsAsync<UnavailableException>(() => call)).Message);
    }

    [Fact]
    public async Task Get_CallerLeaves_IsCancelledAndNotAFailure()
    {
        using var patience = new CancellationTokenSource();
        var call = new ScriptedVendor(_time, Silence).Client().GetAsync("queues", patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Circuit_VendorKeepsFailing_OpensForAllClientsAndClosesWhenItIsBack()
    {
        var time = new ManualTime();
        var vendor = new ScriptedVendor(time, [.. Enumerable.Repeat(Unreachable, 6), Answer(200)]);
        using var way = vendor.Way();
        var (one, other) = (way.Client(BaseUrl, new(300, TimeSpan.FromSeconds(15), 0)), way.Client(BaseUrl, new(300, TimeSpan.FromSeconds(15), 0)));
        for (var i = 0; i < 6; i++) await Assert.ThrowsAsync<UnavailableException>(() => one.GetAsync("queues", Cancellation));

        var refused = await Assert.ThrowsAsync<UnavailableException>(() => other.GetAsync("queues", Cancellation));
        Assert.Equal("api.vendor.example is not called: its circuit is open after too many failures, tried again in 15 s", refused.Message);
        Assert.Equal((6, "Open", 6), (vendor.Tries.Count, way.Standing!.Circuit, way.Standing.Used));

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("queues", Cancellation)).StatusCode);
        Assert.Equal("Closed", way.Standing.Circuit);
    }

    [Fact]
    public async Task Circuit_VendorAsksToWait_StaysClosed()
    {
        var vendor = new ScriptedVendor(_time, Answer(503, "1"));
        using var way = vendor.Way();
        var client = way.Client(BaseUrl, new(300, TimeSpan.FromMinutes(2), 0));
        for (var i = 0; i < 12; i++) await client.GetAsync("queues", Cancellation);
        Assert.Equal("Closed", way.Standing!.Circuit);
    }

    [Fact]
    public async Task Budget_EachTryCounts_AndOutlivesARestartOfTheInstance()
    {
        var vendor = new ScriptedVendor(_time, Answer(503, "1"));
        using var way = vendor.Way();
        await way.Client(BaseUrl, new(100, TimeSpan.FromMinutes(2), 2)).GetAsync("queues", Cancellation);
        Assert.Equal(new HttpStanding(100, 3, 0, "Closed"), way.Standing);
        way.Renewed().Client(BaseUrl, new(50, TimeSpan.FromMinutes(2), 2));
        Assert.Equal(new HttpStanding(50, 3, 0, "Closed"), way.Standing);
    }
}
