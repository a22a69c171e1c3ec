namespace Connector.Engine.Settings;

/// <summary>How many mails within each of five windows; 0 lets none through.</summary>
public sealed record RateCaps
{
    public int Per10Minutes { get; init; }
    public int Per30Minutes { get; init; }
    public int PerHour { get; init; }
    public int Per3Hours { get; init; }
    public int Per10Hours { get; init; }

    internal IEnumerable<(TimeSpan Window, int Limit)> Windows =>
    [
        (TimeSpan.FromMinutes(10), Per10Minutes),
        (TimeSpan.FromMinutes(30), Per30Minutes),
        (TimeSpan.FromHours(1), PerHour),
        (TimeSpan.FromHours(3), Per3Hours),
        (TimeSpan.FromHours(10), Per10Hours),
    ];

    /// <summary>A longer window cannot allow fewer than a shorter one.</summary>
    internal IEnumerable<(string Key, string Problem, string Value)> Faults(string key)
    {
        var limits = Windows.Select(w => w.Limit).ToList();
        if (limits.Exists(l => l is < 0 or > 1_000_000) || !limits.SequenceEqual(limits.Order()))
            yield return (key, "must be from 0 to 1,000,000 and never fall from a shorter window to a longer one", string.Join(" / ", limits));
    }
}
