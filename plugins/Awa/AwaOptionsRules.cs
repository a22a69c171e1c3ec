using Connector.Contracts;

namespace Connector.Plugins.Awa;

/// <summary>Faults of the options that annotations cannot tell: names used twice, queues that are not there, capacities out of range.</summary>
internal static class AwaOptionsRules
{
    public const int MaxCapacity = 1000;

    public static IEnumerable<OptionFault> Check(AwaOptions options) =>
    [
        .. Twice(options.Queues, q => q.Id, "Queues", "Id"),
        .. Twice(options.Agents, a => a.Id, "Agents", "Id"),
        .. Twice(options.Agents, a => a.Email, "Agents", "Email"),
        .. options.Queues.SelectMany((queue, i) => Blank(queue.Skills, $"Queues:{i}:Skills")),
        .. options.Agents.SelectMany((agent, i) => Check(agent, $"Agents:{i}", options.Queues)),
    ];

    private static IEnumerable<OptionFault> Check(AgentOptions agent, string path, IList<QueueOptions> queues) =>
    [
        .. Blank(agent.Skills, $"{path}:Skills"),
        .. agent.Queues.Select((queue, i) => (queue, i))
            .Where(q => !queues.Any(known => Same(known.Id, q.queue)))
            .Select(q => new OptionFault($"{path}:Queues:{q.i}", "names no queue of this instance", $"queues: {string.Join(", ", queues.Select(k => k.Id))}")),
        .. agent.Capacity.Where(c => c.Value is < 1 or > MaxCapacity)
            .Select(c => new OptionFault($"{path}:Capacity:{c.Key}", $"must be from 1 to {MaxCapacity}", "leave a channel type out to take none of it")),
    ];

    private static IEnumerable<OptionFault> Twice<T>(IList<T> all, Func<T, string> name, string list, string property) =>
        all.Select((item, i) => (Name: name(item), Index: i))
            .Where(x => x.Name.Length > 0 && all.Take(x.Index).Any(earlier => Same(name(earlier), x.Name)))
            .Select(x => new OptionFault($"{list}:{x.Index}:{property}", "is used twice", $"each {property} once"));

    private static IEnumerable<OptionFault> Blank(IList<string> names, string path) =>
        names.Select((name, i) => (name, i))
            .Where(x => string.IsNullOrWhiteSpace(x.name))
            .Select(x => new OptionFault($"{path}:{x.i}", "must not be empty"));

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
