namespace Connector.Runtime.Delivery;

/// <summary>When a failed call is tried again: doubling from a second to ten minutes, spread by up to a fifth so that lanes do not move in step. Pure.</summary>
public static class Backoff
{
    /// <summary>Some sixteen hours; then it is a dead letter that a person looks at.</summary>
    public const int MaxAttempts = 100;

    internal static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <param name="attempt">Attempts made so far, from 1.</param>
    /// <param name="spread">0 to 1, the same for one row and attempt.</param>
    public static TimeSpan Wait(int attempt, double spread)
    {
        var plain = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 20)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(plain * (1 + spread / 5));
    }

    /// <summary>Spread of a row: its key and attempt decide, so that a repetition is the same.</summary>
    public static double SpreadOf(string key, int attempt)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = (hash ^ c) * 16777619;
        return ((hash ^ (uint)attempt) * 16777619) % 1000 / 1000.0;
    }
}
