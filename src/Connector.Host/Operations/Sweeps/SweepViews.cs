using Connector.Storage.Rows;

namespace Connector.Host.Operations.Sweeps;

/// <summary>A sweep with its last run and the next one.</summary>
/// <param name="NextRun">When the running host will wake it; null without one.</param>
/// <param name="NextDue">When the next record becomes due.</param>
internal sealed record SweepView(string Name, TimeSpan Every, string Acts, SweepRunView? LastRun, DateTimeOffset? NextRun, DateTimeOffset? NextDue);

internal sealed record SweepRunView(DateTimeOffset At, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Due, int Done, int Skipped, int Failed, string? Error)
{
    public static SweepRunView Of(SweepRun r) => new(r.At, r.StartedAt, r.EndedAt, r.Due, r.Done, r.Skipped, r.Failed, r.Error);
}
