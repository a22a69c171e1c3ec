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
        var before = by.App.Clock.Now;
        var report = to is { } instant
            ? await by.App.Time.AdvanceToAsync(instant, cancellation)
            : await by.App.Time.AdvanceAsync(PeriodOf(advance!), cancellation);
        await by.AuditAsync("clock advance", "clock", before.ToString("O"), report.To.ToString("O"), cancellation);
        return report;
    }

    private static TimeSpan PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw OperationRefusedException.Invalid("advance", $"'{text}' is no period; write 30s, 2m, 31d or hh:mm:ss");
}
