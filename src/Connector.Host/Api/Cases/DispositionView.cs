using Connector.Engine.Cases;
using Connector.Engine.Settings;

namespace Connector.Host.Api.Cases;

/// <summary>One result to choose from, with the channels that offer it.</summary>
internal sealed record DispositionView(string Key, DispositionCategory Category, IReadOnlyList<string> Channels)
{
    public static IReadOnlyList<DispositionView> Of(Setup setup, string? channel) =>
        [.. setup.Channels.Values.Where(c => channel is null || c.Id.Equals(channel, StringComparison.OrdinalIgnoreCase))
            .SelectMany(c => c.Rules.Dispositions.Select(d => (c.Id, d.Key, d.Value)))
            .GroupBy(d => (d.Key, d.Value)).OrderBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => new DispositionView(g.Key.Key, g.Key.Value, [.. g.Select(d => d.Id).Order(StringComparer.Ordinal)]))];
}
