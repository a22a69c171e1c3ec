using Connector.Contracts;
using Connector.Runtime.Clock;
using Connector.Runtime.Inbox.Polling;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Plugins;
using Connector.Runtime.Tests.Settings;
using Connector.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static Connector.Runtime.Tests.Inbox.Polling.PolledVendor;

namespace Connector.Runtime.Tests.Inbox.Polling;

public sealed class PollerTests : IAsyncLifetime
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Business = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new();
    private Store _store = null!;
    private int _rung;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await Store.OpenAsync(new() { Folder = _folder.Path, MachineTime = _time }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_AllIsWell_PollsOnceAnInterval()
    {
        var asked = await RunAsync(5, Nothing);
        Assert.All(asked.Skip(1).Zip(asked, (next, last) => next - last), gap => Assert.InRange(gap, 9.5, 10.5));
    }

    [Fact]
    public async Task Run_VendorFails_WaitsLongerEachTimeAndNotShorterThanTheVendorAsks()
    {
        var away = Fails(new UnavailableException("the vendor sleeps"));
        var asked = await RunAsync(6, Nothing, away, away, Fails(new ThrottledException("slower", TimeSpan.FromSeconds(100))), Nothing);
        double[] waits = [.. asked.Skip(1).Zip(asked, (next, last) => next - last)];
        Assert.InRange(waits[0], 9.5, 10.5);
        Assert.InRange(waits[1], 19, 21);
        Assert.InRange(waits[2], 38, 42);
        Assert.Equal(100, waits[3], precision: 3);
        Assert.InRange(waits[4], 9.5, 10.5);
    }

    [Fact]
    public async Task Once_MorePages_AreReadAtOnceEachFromTheCursorBefore()
    {
        var vendor = new PolledVendor(_time, Every, Events("1", true, "e1", "e2"), Events("2", true, "e2"), Events("3", false, "e3"), Nothing);
        var (poller, _) = await PollerAsync(vendor);
        Assert.Equal(3, await poller.OnceAsync(Cancellation));
        Assert.Equal([null, "1", "2"], vendor.Cursors);
        Assert.Equal("3", (await _store.Cursors.GetAsync("x", Cancellation))!.Value);
        Assert.Equal((3, 2), (await _store.Inbox.DepthAsync("x", Cancellation), _rung));
        Assert.Equal(0, await poller.OnceAsync(Cancellation));
        Assert.Equal("3", vendor.Cursors[^1]);
    }

    [Fact]
    public async Task Once_SecondPageFails_TheFirstIsSafeAndTheNextPollGoesOnFromThere()
    {
        var vendor = new PolledVendor(_time, Every, Events("1", true, "e1"), Fails(new UnavailableException("the vendor sleeps")), Events("2", false, "e2"));
        var (poller, _) = await PollerAsync(vendor);
        await poller.OnceAsync(Cancellation);
        await poller.OnceAsync(Cancellation);
        Assert.Equal([null, "1", "1"], vendor.Cursors);
        Assert.Equal(2, await _store.Inbox.DepthAsync("x", Cancellation));
    }

    [Fact]
    public async Task Once_AnotherHostPolls_AsksNothingAndIsNotIdle()
    {
        await _store.Polls.TakeAsync("x", "other", TimeSpan.FromHours(1), Cancellation);
        var vendor = new PolledVendor(_time, Every, Nothing);
        var (poller, instance) = await PollerAsync(vendor);
        await poller.OnceAsync(Cancellation);
        _time.Advance(TimeSpan.FromMinutes(30));
        poller.Watch();
        Assert.Empty(vendor.Asked);
        Assert.True(poller.Standing!.Elsewhere);
        Assert.Equal(InstanceState.Running, instance.Status.State);
        _time.Advance(TimeSpan.FromMinutes(30));
        await poller.OnceAsync(Cancellation);
        Assert.Single(vendor.Asked);
    }

    [Fact]
    public async Task Once_Paused_AsksNothing()
    {
        var vendor = new PolledVendor(_time, Every, Nothing);
        var (poller, instance) = await PollerAsync(vendor);
        instance.Pause("paused by admin");
        Assert.Equal(0, await poller.OnceAsync(Cancellation));
        Assert.Empty(vendor.Asked);
    }

    [Fact]
    public async Task Gap_HostWasDown_IsMeasuredAndShown()
    {
        await (await PollerAsync(new PolledVendor(_time, Every, Nothing))).Poller.OnceAsync(Cancellation);
        var last = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(12));
        var (next, _) = await PollerAsync(new PolledVendor(_time, Every, Nothing));
        await next.OnceAsync(Cancellation);

        var poll = Assert.Single(await _store.Polls.ListAsync(Cancellation));
        Assert.Equal((last, last.AddMinutes(12), "no host was running"), (poll.GapFrom, poll.GapTo, poll.GapReason));
        var told = Assert.Single(await _store.Audit.PageAsync(null, 10, Cancellation));
        Assert.Equal(("instance:x", "poll gap", "x"), (told.By, told.Action, told.Target));
    }

    [Fact]
    public async Task Gap_VendorWasDown_SaysSo_AndAPollInTimeIsNone()
    {
        var (poller, _) = await PollerAsync(new PolledVendor(_time, Every, Nothing, Fails(new UnavailableException("the vendor sleeps")), Nothing, Nothing));
        for (var poll = 0; poll < 3; poll++)
        {
            await poller.OnceAsync(Cancellation);
            _time.Advance(TimeSpan.FromSeconds(40));
        }
        var gap = Assert.Single(await _store.Polls.ListAsync(Cancellation));
        Assert.Equal("polls failed: the vendor sleeps", gap.GapReason);
        await poller.OnceAsync(Cancellation);
        Assert.Single(await _store.Audit.PageAsync(null, 10, Cancellation));
    }

    [Fact]
    [Trait("Requirement", "H24")]
    public async Task Watch_NoPollAnswered_IsIdleWithTheReasonUntilOneIs()
    {
        var vendor = new PolledVendor(_time, Every, Fails(new ThrottledException("slower", TimeSpan.FromSeconds(20))), Nothing);
        var (poller, instance) = await PollerAsync(vendor);
        await poller.OnceAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(80));
        poller.Watch();
        Assert.Equal(InstanceState.Running, instance.Status.State);
        _time.Advance(TimeSpan.FromSeconds(1));
        poller.Watch();
        Assert.Equal((InstanceState.Idle, "no poll was answered for 81s: slower"), (instance.Status.State, instance.Status.Reason));
        await poller.OnceAsync(Cancellation);
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Fact]
    public async Task Watch_PollHangs_IsIdleMeanwhile()
    {
        using var hangs = new ManualResetEventSlim();
        var vendor = new PolledVendor(_time, Every, Nothing) { OnPoll = _ => hangs.Wait(Cancellation) };
        var (poller, instance) = await PollerAsync(vendor);
        var poll = poller.OnceAsync(Cancellation);
        while (vendor.Asked.Count == 0) await Task.Yield();
        _time.Advance(TimeSpan.FromSeconds(81));
        poller.Watch();
        Assert.Equal(InstanceState.Idle, instance.Status.State);
        hangs.Set();
        await poll;
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    /// <summary>The loop itself, on time that goes on by itself, for so many polls; when they came.</summary>
    private static async Task<List<double>> RunAsync(int polls, params Func<string?, EventPage>[] script)
    {
        using var folder = new TempFolder();
        var time = new JumpingTime(TimeSpan.FromSeconds(115));
        await using var store = await Store.OpenAsync(new() { Folder = folder.Path, MachineTime = time }, Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var vendor = new PolledVendor(time, Every, script) { OnPoll = count => { if (count == polls) stop.Cancel(); } };
        using var poller = new Poller(await InProcess.StartedAsync(vendor, time), store, new FixedClock(Business), time, "here", () => { }, NullLogger.Instance);
        await poller.RunAsync(stop.Token);
        return vendor.Asked;
    }

    private async Task<(Poller Poller, PluginInstance Instance)> PollerAsync(PolledVendor vendor)
    {
        var instance = await InProcess.StartedAsync(vendor, _time);
        return (new Poller(instance, _store, new FixedClock(Business), _time, "here", () => _rung++, NullLogger.Instance), instance);
    }
}
