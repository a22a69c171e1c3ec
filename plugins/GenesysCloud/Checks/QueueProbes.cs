using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud.Checks;

/// <summary>What the vendor's set-up must have: queues, codes, people, settings. Pure.</summary>
internal static class QueueProbes
{
    private const string Divisions = "a list that is empty often means that the OAuth client's role does not cover the division";

    public static IEnumerable<Probe> Lists(GenesysCloudOptions options, IReadOnlyCollection<RoutingQueue> queues, IReadOnlyCollection<WrapupCode> codes)
    {
        yield return queues.Count > 0 ? new("queues", true, $"{queues.Count} can be seen") : new("queues", false, "none can be seen", Divisions);
        yield return codes.Count > 0 ? new("wrap-up codes", true, $"{codes.Count} can be seen") : new("wrap-up codes", false, "none can be seen", Divisions);
        foreach (var id in options.Queues.Where(id => !queues.Any(q => string.Equals(q.Id, id, StringComparison.OrdinalIgnoreCase))))
            yield return new($"queue {id}", false, "is not there, or in a division the client cannot see", "correct Queues, or give the client the division");
        foreach (var code in options.TimeoutCodes.Where(named => !codes.Any(c => Names(c, named))))
            yield return new($"timeout code {code}", false, "is no wrap-up code that can be seen", "correct TimeoutCodes");
    }

    public static IEnumerable<Probe> Settings(GenesysCloudOptions options, RoutingQueue queue, IReadOnlyCollection<WrapupCode> offered, IReadOnlyCollection<QueueSeat> seats)
    {
        var name = queue.Name ?? queue.Id;
        yield return offered.Count > 0
            ? new($"queue {name}: codes", true, $"{offered.Count} attached")
            : new($"queue {name}: codes", false, "no wrap-up code is attached", "attach codes at the vendor, or by connector codes");
        yield return seats.Count > 0
            ? new($"queue {name}: members", true, $"{seats.Count}, {seats.Count(s => s.Member.Joined == true)} joined")
            : new($"queue {name}: members", false, "nobody may receive its work", "add members at the vendor");
        yield return WrapUp(options, queue, name);
        yield return new($"queue {name}: manual assignment", true, queue.EnableManualAssignment == true ? "on" : "off: work cannot be assigned to an agent without an offer");
    }

    public static Probe Addresses(IReadOnlyCollection<QueueSeat> seats, IAgentNames names)
    {
        var unknown = seats.Where(s => s.Member.User?.Email is null && names.OursOf(s.User, null) == s.User).Select(s => s.User).Distinct(StringComparer.Ordinal).Count();
        return unknown == 0
            ? new("agents", true, "each is known by address or by name in the settings")
            : new("agents", false, $"{unknown} members show no address and are not named", "name them under Instances:…:Agents");
    }

    private static Probe WrapUp(GenesysCloudOptions options, RoutingQueue queue, string? name)
    {
        var prompt = queue.AcwSettings?.WrapupPrompt;
        return WrapUpMapping.IsForced(prompt) && options.TimeoutCodes.Count == 0
            ? new($"queue {name}: wrap-up", false, $"{prompt}: whether an agent or the clock chose a code cannot be told", "name the vendor's timeout code in TimeoutCodes")
            : new($"queue {name}: wrap-up", true, prompt is null ? "the vendor does not tell how agents wrap up" : $"{prompt}{(queue.AcwSettings?.TimeoutMs is { } ms ? $" after {ms / 1000} s" : "")}");
    }

    private static bool Names(WrapupCode code, string named) =>
        string.Equals(code.Id, named, StringComparison.OrdinalIgnoreCase) || string.Equals(code.Name, named, StringComparison.OrdinalIgnoreCase);
}
