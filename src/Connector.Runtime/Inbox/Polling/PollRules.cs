using Connector.Runtime.Settings;
using Connector.Storage.Stores;

namespace Connector.Runtime.Inbox.Polling;

/// <summary>When to poll next, what is a gap, and when an instance does nothing. Pure.</summary>
internal static class PollRules
{
    /// <summary>However small an adapter's interval is.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <param name="every">The adapter's interval.</param>
    /// <param name="failures">Polls that failed one after the other, the last included; 0 after a success.</param>
    /// <param name="asked">The wait the vendor asked for.</param>
    /// <param name="spread">0 to 1: instances and hosts must not move in step.</param>
    public static TimeSpan Wait(TimeSpan every, int failures, TimeSpan? asked, double spread)
    {
        var plain = failures == 0 ? every : Least(every * Math.Pow(2, Math.Min(failures, 20)), Greatest(every, LongestBackoff));
        return Greatest(plain * (0.95 + spread / 10), asked ?? TimeSpan.Zero);
    }

    /// <summary>Null while the poll is as early as can be expected.</summary>
    public static PollGap? Gap(TimeSpan every, DateTimeOffset? polledAt, DateTimeOffset now, string reason) =>
        polledAt is { } last && now - last > every * 2 + Grace ? new(last, now, reason) : null;

    /// <summary>Why an instance that runs does nothing; null when it does its work.</summary>
    public static string? Idle(TimeSpan every, DateTimeOffset since, DateTimeOffset now, string? trouble) => now - since <= every * 5 + Grace
        ? null
        : $"no poll was answered for {Period.Format(TimeSpan.FromSeconds(Math.Floor((now - since).TotalSeconds)))}{(trouble is null ? "" : $": {trouble}")}";

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Greatest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
