using Connector.Contracts;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Tests.Clock;

namespace Connector.Runtime.Tests.Plugins.Instances;

public sealed class PluginInstanceTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_GoodPlugin_RunsAndKnowsWhatItCan()
    {
        var instance = await Samples.StartedAsync("None", _time);
        Assert.Equal(InstanceState.Running, instance.Status.State);
        Assert.Equal(Capability.RouteWork | Capability.Check, instance.Capability);
        Assert.Equal("done", (await Samples.RouteAsync(instance)).ExternalId);
        Assert.Equal(_time.GetUtcNow(), instance.LastSuccess);
    }

    [Theory]
    [InlineData("Create", "InvalidOperationException: create, with ***")]
    [InlineData("Start", "InvalidOperationException: start")]
    [InlineData("Validate", "Instances:x:Options: the plugin's own check failed: InvalidOperationException: validate")]
    [Trait("Requirement", "H03")]
    public async Task Start_PluginThrows_IsFailedWithTheReasonAndWithoutSecrets(string fault, string reason)
    {
        var instance = await Samples.StartedAsync(fault, _time);
        Assert.Equal((InstanceState.Failed, reason, null), (instance.Status.State, instance.Status.Reason, instance.Status.Until));
        await Assert.ThrowsAsync<UnavailableException>(() => Samples.RouteAsync(instance));
    }

    [Fact]
    [Trait("Requirement", "H03")]
    public async Task Start_NeverEnds_FailsAfterTheTimeout()
    {
        var instance = Samples.Faulty("StartNeverEnds", _time);
        var waiting = _time.NextTimerAsync();
        var starting = instance.StartAsync(Cancellation);
        await waiting;
        Assert.Equal(InstanceState.Starting, instance.Status.State);
        _time.Advance(TimeSpan.FromSeconds(30));
        await starting;
        Assert.Equal((InstanceState.Failed, "TimeoutException: did not start within 30s"), (instance.Status.State, instance.Status.Reason));
    }

    [Fact]
    public async Task Start_VendorUnavailable_SaysWhenItIsTriedAgainAndWaitsLongerEachTime()
    {
        var instance = await Samples.StartedAsync("StartUnavailable", _time);
        Assert.Equal(TimeSpan.FromSeconds(15), instance.Status.Until - _time.GetUtcNow());
        await instance.StartAsync(Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(30), instance.Status.Until - _time.GetUtcNow());
    }

    [Fact]
    [Trait("Requirement", "H03")]
    public async Task Call_PluginThrows_IsUnavailableAndTheInstanceDegradedNotDead()
    {
        var instance = await Samples.StartedAsync("Call", _time);
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => Samples.RouteAsync(instance));
        Assert.Equal("instance 'x': InvalidOperationException: call, with ***", failure.Message);
        Assert.Equal(InstanceState.Degraded, instance.Status.State);
        Assert.Equal(new CallFailure(_time.GetUtcNow(), "Unavailable", failure.Message), instance.LastFailure);
    }

    [Fact]
    public async Task Call_SuccessAfterAFailure_EndsDegraded()
    {
        var instance = await Samples.StartedAsync("CallUnavailable", _time);
        await Assert.ThrowsAsync<UnavailableException>(() => Samples.RouteAsync(instance));
        Assert.Equal((InstanceState.Degraded, "the vendor sleeps"), (instance.Status.State, instance.Status.Reason));
        await Samples.RouteAsync(instance, attempt: 2);
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Fact]
    public async Task Call_Unauthorized_ParksUntilAPersonActs()
    {
        var instance = await Samples.StartedAsync("CallUnauthorized", _time);
        await Assert.ThrowsAsync<UnauthorizedException>(() => Samples.RouteAsync(instance));
        Assert.Equal((InstanceState.Parked, null), (instance.Status.State, instance.Status.Until));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("instance 'x' is parked: the vendor refuses our credentials: who are you", (await Assert.ThrowsAsync<UnauthorizedException>(() => Samples.RouteAsync(instance))).Message);
        instance.Resume();
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Fact]
    public async Task Call_ThrottledForHours_ParksAndComesBackByItself()
    {
        var instance = await Samples.StartedAsync("CallThrottledForHours", _time);
        await Assert.ThrowsAsync<ThrottledException>(() => Samples.RouteAsync(instance));
        _time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<ThrottledException>(() => Samples.RouteAsync(instance))).RetryAfter);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Theory]
    [InlineData("CallThrottled", typeof(ThrottledException))]
    [InlineData("CallConflict", typeof(ConflictException))]
    public async Task Call_AnswerOfAHealthyVendor_PassesThroughAndChangesNoState(string fault, Type expected)
    {
        var instance = await Samples.StartedAsync(fault, _time);
        await Assert.ThrowsAsync(expected, () => Samples.RouteAsync(instance));
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Theory]
    [InlineData("CallNeverEnds")]
    [InlineData("CallBlocks")]
    public async Task Call_AdapterDoesNotAnswer_TheCallersCancellationGetsThrough(string fault)
    {
        var instance = await Samples.StartedAsync(fault, _time);
        using var patience = new CancellationTokenSource();
        var call = Samples.RouteAsync(instance, cancellation: patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Fact]
    public async Task Call_CapabilityThatIsNotThere_IsRejected()
    {
        var instance = await Samples.StartedAsync("None", _time);
        Assert.False(instance.Can<IHoldWork>());
        var failure = await Assert.ThrowsAsync<RejectedException>(async () => await instance.CallAsync<IHoldWork>((_, _) => ValueTask.CompletedTask, Cancellation));
        Assert.Equal("instance 'x' of plugin 'Faulty' has no capability HoldWork", failure.Message);
    }

    [Fact]
    public async Task RepeatOf_AdapterThrows_IsUnsafe() =>
        Assert.Equal(RepeatKind.Unsafe, (await Samples.StartedAsync("Call", _time)).RepeatOf(WorkOperation.Route).Kind);

    [Fact]
    public async Task Check_CredentialsPermissionsReachabilityClockAndQueues_EachIsReportedOnItsOwn()
    {
        var probes = await (await Samples.StartedAsync("CallUnauthorized", _time)).CheckAsync(Cancellation);
        Assert.Equal(["door", "credentials", "permission routing:queue:view", "permission routing:wrapupCode:edit", "clock", "queue support"], probes.Select(p => p.Name));
        Assert.Equal([true, true, true, false, false, true], probes.Select(p => p.Ok));
        Assert.All(probes.Where(p => !p.Ok), p => Assert.NotNull(p.Hint));
    }

    [Fact]
    public async Task Check_AdapterThrows_IsAFailedProbe()
    {
        Assert.Equal(new Probe("door", true, "open"), Assert.Single(await (await Samples.StartedAsync("None", _time)).CheckAsync(Cancellation)));
        Assert.False(Assert.Single(await (await Samples.StartedAsync("Call", _time)).CheckAsync(Cancellation)).Ok);
        Assert.Equal("Failed: InvalidOperationException: start", Assert.Single(await (await Samples.StartedAsync("Start", _time)).CheckAsync(Cancellation)).Detail);
    }

    [Fact]
    public async Task Pause_Running_RefusesCallsUntilResume()
    {
        var instance = await Samples.StartedAsync("None", _time);
        instance.Pause("on request of admin");
        Assert.Equal("instance 'x' is Paused: on request of admin", (await Assert.ThrowsAsync<UnavailableException>(() => Samples.RouteAsync(instance))).Message);
        instance.Resume();
        await Samples.RouteAsync(instance);
    }

    [Fact]
    public async Task Restart_CallInside_IsWaitedForAndThenAbandoned()
    {
        var instance = await Samples.StartedAsync("CallNeverEnds", _time);
        var call = Samples.RouteAsync(instance);
        var waiting = _time.NextTimerAsync();
        var restart = instance.RestartAsync(Cancellation);
        await waiting;
        Assert.Equal(InstanceState.Starting, instance.Status.State);
        _time.Advance(TimeSpan.FromSeconds(30));
        await restart;
        Assert.Equal("instance 'x' was stopped while it was called", (await Assert.ThrowsAsync<UnavailableException>(() => call)).Message);
        Assert.Equal(InstanceState.Running, instance.Status.State);
        Assert.Null(instance.LastFailure);
    }

    [Fact]
    public async Task Stop_DisposeThrows_IsStillStopped()
    {
        var instance = await Samples.StartedAsync("Dispose", _time);
        await instance.StopAsync("switched off by admin", Cancellation);
        Assert.Equal((InstanceState.Disabled, "switched off by admin"), (instance.Status.State, instance.Status.Reason));
        await instance.StartAsync(Cancellation);
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }

    [Fact]
    public async Task MarkIdle_Running_AndBackWhenBusy()
    {
        var instance = await Samples.StartedAsync("None", _time);
        instance.MarkIdle("no poll for 5m");
        Assert.True(instance.Status is { State: InstanceState.Idle, TakesCalls: true });
        instance.MarkBusy();
        Assert.Equal(InstanceState.Running, instance.Status.State);
    }
}
