using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Storage;

namespace Connector.Runtime.Hosting;

/// <summary>Who is away, kept in the store so that every host and command knows: presence itself lives with the queue.</summary>
public static class AwayAgents
{
    internal const string Key = "agents.away";

    internal static ImmutableHashSet<string> Read(string? stored) => [.. (stored ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Called when a queue has taken the presence.</summary>
    public static async Task NoteAsync(Store store, string agent, AgentPresence presence, CancellationToken cancellation)
    {
        var known = Read(await store.Settings.GetAsync(Key, cancellation));
        var now = presence == AgentPresence.Available ? known.Remove(agent) : known.Add(agent);
        if (!now.SetEquals(known)) await store.Settings.SetAsync(Key, now.IsEmpty ? null : string.Join('\n', now.Order(StringComparer.Ordinal)), cancellation: cancellation);
    }
}
