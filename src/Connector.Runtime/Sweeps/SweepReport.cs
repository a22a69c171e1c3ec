namespace Connector.Runtime.Sweeps;

/// <summary>What a run did, or with a dry run would do.</summary>
public sealed record SweepReport(string Sweep, DateTimeOffset At, bool DryRun, IReadOnlyList<SweepEffect> Effects, int Skipped, int Failed)
{
    public int Done => Effects.Count;

    /// <summary>Why something failed, where there is more to say than a number.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}

/// <summary>What happened to one record, with the reason.</summary>
public sealed record SweepEffect(string Id, string What, string? Before, string? After, string? Why);
