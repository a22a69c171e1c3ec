using Connector.Runtime.Clock;
using Connector.Runtime.Settings;
using Connector.Storage.Writing;

namespace Connector.Runtime.Tests.Clock;

public sealed class BusinessClockTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static CancellationToken Token => TestContext.Current.CancellationToken;
    private readonly ManualTime _machine = new(Nine);
    private readonly Kept _kept = new();

    [Fact]
    public async Task Now_NoOffset_IsMachineTimeInWholeMicroseconds()
    {
        _machine.Set(Nine.AddTicks(17));
        var clock = await LoadedAsync(new());
        Assert.Equal(Nine.AddTicks(10), clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
    }

    [Fact]
    [Trait("Requirement", "H33")]
    public async Task AdvanceTo_ThirtyDays_IsThereAtOnceAndTicksOn()
    {
        var clock = await LoadedAsync(new() { Virtual = true });
        await clock.AdvanceToAsync(Nine.AddDays(30), Token);
        Assert.Equal(Nine.AddDays(30), clock.Now);
        _machine.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Nine.AddDays(30).AddSeconds(3), clock.Now);
    }

    [Fact]
    public async Task AdvanceTo_AfterRestart_TimeIsKept()
    {
        await (await LoadedAsync(new() { Virtual = true })).AdvanceToAsync(Nine.AddDays(30), Token);
        Assert.Equal(Nine.AddDays(30), (await LoadedAsync(new() { Virtual = true })).Now);
        Assert.Equal(Nine.AddDays(30), (await LoadedAsync(new())).Now);
    }

    [Fact]
    public async Task AdvanceTo_PastInstant_IsRefusedAndNothingMoves()
    {
        var clock = await LoadedAsync(new() { Virtual = true });
        await Assert.ThrowsAsync<ClockRefusedException>(() => clock.AdvanceToAsync(Nine.AddSeconds(-1), Token));
        Assert.Equal(Nine, clock.Now);
        Assert.Null(_kept.Offset);
    }

    [Fact]
    public async Task AdvanceTo_ClockNotVirtual_IsRefused()
    {
        var clock = await LoadedAsync(new());
        await Assert.ThrowsAsync<ClockRefusedException>(() => clock.AdvanceToAsync(Nine.AddDays(1), Token));
    }

    [Fact]
    public async Task AdvanceTo_StoreFails_NobodySeesTheNewTime()
    {
        var clock = await LoadedAsync(new() { Virtual = true });
        _kept.Failure = new IOException("disk full");
        await Assert.ThrowsAsync<IOException>(() => clock.AdvanceToAsync(Nine.AddDays(1), Token));
        Assert.Equal(Nine, clock.Now);
    }

    [Fact]
    public async Task Load_NewStoreWithStart_BeginsThereOnlyOnce()
    {
        var settings = new ClockSettings { Virtual = true, Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var first = await LoadedAsync(settings);
        Assert.Equal(settings.Start, first.Now);
        await first.AdvanceToAsync(settings.Start.Value.AddDays(5), Token);
        Assert.Equal(settings.Start.Value.AddDays(5), (await LoadedAsync(settings)).Now);
    }

    [Fact]
    public async Task Load_AnotherHostAdvanced_IsSeen()
    {
        var (one, other) = (await LoadedAsync(new() { Virtual = true }), await LoadedAsync(new() { Virtual = true }));
        await one.AdvanceToAsync(Nine.AddDays(2), Token);
        await other.LoadAsync(Token);
        Assert.Equal(Nine.AddDays(2), other.Now);
    }

    [Fact]
    public async Task Now_MachineClockSetBack_StandsUntilItCatchesUp()
    {
        var clock = await LoadedAsync(new());
        Assert.Equal(Nine, clock.Now);
        _machine.Set(Nine.AddMinutes(-5));
        Assert.Equal(Nine, clock.Now);
        _machine.Set(Nine.AddMinutes(1));
        Assert.Equal(Nine.AddMinutes(1), clock.Now);
    }

    private async Task<BusinessClock> LoadedAsync(ClockSettings settings)
    {
        var clock = new BusinessClock(_machine, settings, _kept);
        await clock.LoadAsync(Token);
        return clock;
    }

    private sealed class Kept : IClockOffset
    {
        public TimeSpan? Offset { get; private set; }

        public Exception? Failure { get; set; }

        public Task<TimeSpan?> ReadAsync(CancellationToken cancellation) => Task.FromResult(Offset);

        public Task WriteAsync(TimeSpan offset, Beside<TimeSpan>? beside, CancellationToken cancellation)
        {
            if (Failure is not null) throw Failure;
            Offset = offset;
            return Task.CompletedTask;
        }
    }
}
