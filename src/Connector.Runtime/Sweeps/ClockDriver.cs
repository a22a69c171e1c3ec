using Connector.Runtime.Clock;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Runtime.Sweeps;

/// <summary>
/// Moves a virtual clock: from due instant to due instant, at each one everything that is due runs in a fixed order and what follows of it is
/// drained, until the goal is reached. What took thirty days takes milliseconds and happens in the same order.
/// </summary>
public sealed class ClockDriver(Store store, BusinessClock clock, SweepRunner sweeps, Func<CancellationToken, Task> drain)
{
    /// <summary>A guard against documents that stay due at one instant for ever.</summary>
    private const int MaxSteps = 100_000;

    public async Task<ClockReport> AdvanceAsync(TimeSpan by, CancellationToken cancellation)
    {
        if (by < TimeSpan.Zero) throw new ClockRefusedException($"time does not go back: advance was {by}");
        var from = clock.Now;
        return await GoAsync(from, from + by, null, cancellation);
    }

    public Task<ClockReport> AdvanceToAsync(DateTimeOffset goal, CancellationToken cancellation) => clock.Now is var now && goal < now
        ? throw new ClockRefusedException($"time does not go back: it is {now:O}, asked for was {goal.ToUniversalTime():O}")
        : GoAsync(goal, null, cancellation);

    /// <summary>Goes on to the goal, or stands there already.</summary>
    /// <param name="goal">Not refused for what ticked by meanwhile.</param>
    /// <param name="beside">Rows to store with the first move.</param>
    /// <param name="cancellation">Gives up on the way; what was done stays done.</param>
    public Task<ClockReport> GoAsync(DateTimeOffset goal, Beside<TimeSpan>? beside, CancellationToken cancellation) => GoAsync(clock.Now, goal, beside, cancellation);

    private async Task<ClockReport> GoAsync(DateTimeOffset from, DateTimeOffset goal, Beside<TimeSpan>? beside, CancellationToken cancellation)
    {
        var reports = new List<SweepReport>();
        await drain(cancellation);
        for (var step = 0; step < MaxSteps && await NextAsync(cancellation) is { } due && due <= goal; step++)
        {
            await clock.ReachAsync(due, beside, cancellation);
            beside = null;
            await RunDueAsync(reports, cancellation);
        }
        await clock.ReachAsync(goal, beside, cancellation);
        await RunDueAsync(reports, cancellation);
        return new ClockReport(from, clock.Now, reports);
    }

    private async Task RunDueAsync(List<SweepReport> reports, CancellationToken cancellation)
    {
        foreach (var sweep in Sweep.All)
        {
            var report = await sweeps.RunAsync(sweep, null, dryRun: false, cancellation);
            if (report.Done + report.Failed > 0) reports.Add(report);
        }
        await drain(cancellation);
    }

    private Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) => store.Due.NextInstantAsync(clock.Now, cancellation);
}

/// <summary>What an advance of the clock brought about, in order.</summary>
public sealed record ClockReport(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<SweepReport> Ran);
