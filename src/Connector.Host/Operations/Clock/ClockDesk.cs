using Connector.Runtime.Clock;
using Connector.Runtime.Settings;
using Connector.Runtime.Sweeps;

namespace Connector.Host.Operations.Clock;

/// <summary>Moves a virtual clock; everything due on the way happens on the way.</summary>
internal sealed class ClockDesk(Operator by)
{
    /// <param name="advance">A period (<c>31d</c>), or null with <paramref name="to"/>.</param>
    public async Task<ClockReport> AdvanceAsync(string? advance, DateTimeOffset? to, CancellationToken cancellation)
    {
        if (advance is null == to is null) throw OperationRefusedException.Invalid("advance, to", "exactly one of the two is needed");
        ClockReport? report = null;
        var move = await by.ActAsync<ClockMove, ClockMove>(
            async beside =>
            {
                var wanted = new ClockMove(by.App.Clock.Now, GoalOf(advance, to));
                report = await by.App.Time.GoAsync(wanted.Goal, (_, fresh) => beside(wanted, fresh), cancellation);
                return wanted;
            },
            wanted => wanted,
            wanted => [new("clock advance", "clock", wanted.From.ToString("O"), wanted.Goal.ToString("O"))]);
        return report ?? await by.App.Time.GoAsync(move.Goal, null, cancellation) with { From = move.From };
    }

    private DateTimeOffset GoalOf(string? advance, DateTimeOffset? to)
    {
        var goal = to ?? by.App.Clock.Now + PeriodOf(advance!);
        return goal < by.App.Clock.Now ? throw new ClockRefusedException($"time does not go back: it is {by.App.Clock.Now:O}, asked for was {goal.ToUniversalTime():O}") : goal;
    }

    private static TimeSpan PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw OperationRefusedException.Invalid("advance", $"'{text}' is no period; write 30s, 2m, 31d or hh:mm:ss");
}

/// <summary>Where the clock stood and where it shall stand; it goes on to there when the host was lost on the way.</summary>
internal sealed record ClockMove(DateTimeOffset From, DateTimeOffset Goal);
