using System.Collections.Concurrent;

namespace Connector.Runtime.Inbox;

/// <summary>Which instances are away: what is told is the beginning of an outage and its end, not each failure between.</summary>
internal sealed class Outages
{
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A call failed because the vendor is away; true when it was not known to be.</summary>
    public bool Begins(string instance) => _failures.AddOrUpdate(instance, 1, (_, n) => n + 1) == 1;

    /// <summary>A call succeeded; how many had failed before, null when none.</summary>
    public int? Ends(string instance) => _failures.TryRemove(instance, out var failures) ? failures : null;
}
