using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Queues, agents, and where work may be handed to: what the client is allowed to see, no more.</summary>
internal sealed partial class GenesysCloudAdapter : IListDirectory, IListTargets
{
    public async ValueTask<IReadOnlyList<VendorQueue>> QueuesAsync(CancellationToken cancellation) =>
        [.. (await _directory.QueuesAsync(cancellation)).Select(q => new VendorQueue(q.Id!, q.Name ?? q.Id!, TimeoutOf(q)))];

    public async ValueTask<IReadOnlyList<VendorAgent>> AgentsAsync(CancellationToken cancellation) =>
        [.. (await _directory.MembersAsync(cancellation)).GroupBy(s => s.User, StringComparer.Ordinal).Select(Agent)];

    /// <summary>Queues but the present one, and agents who are joined to a queue, but the owner.</summary>
    public async ValueTask<IReadOnlyList<TransferTarget>> TargetsAsync(WorkRef work, CancellationToken cancellation)
    {
        var present = (await _store.FindAsync(work.ExternalId, cancellation))?.Queue;
        var queues = (await _directory.QueuesAsync(cancellation)).Where(q => q.Id != present).Select(q => new TransferTarget(q.Id, null, q.Name));
        var joined = (await _directory.MembersAsync(cancellation)).Where(s => s.Member.Joined == true).DistinctBy(s => s.User).ToArray();
        var ours = await _directory.OursAsync([.. joined.Select(s => new Named(s.User))], cancellation);
        var agents = joined.Where(s => ours[s.User] != work.Agent).Select(s => new TransferTarget(null, ours[s.User], NameOf(s)));
        return [.. queues, .. agents];
    }

    private static TimeSpan? TimeoutOf(RoutingQueue queue) =>
        WrapUpMapping.IsTimeBoxed(queue.AcwSettings?.WrapupPrompt) && queue.AcwSettings!.TimeoutMs is > 0 and { } limit ? TimeSpan.FromMilliseconds(limit) : null;

    private static VendorAgent Agent(IGrouping<string, QueueSeat> seats) =>
        new(seats.Key, NameOf(seats.First()), seats.Select(s => s.Member.User?.Email).FirstOrDefault(e => e is not null), PresenceOf([.. seats]));

    private static string NameOf(QueueSeat seat) => seat.Member.User?.Name ?? seat.Member.Name ?? seat.User;

    private static AgentPresence? PresenceOf(IReadOnlyCollection<QueueSeat> seats)
    {
        var status = seats.Select(s => s.Member.RoutingStatus?.Status).FirstOrDefault(s => s is not null);
        return status?.ToUpperInvariant() switch
        {
            "IDLE" or "INTERACTING" or "COMMUNICATING" => seats.Any(s => s.Member.Joined == true) ? AgentPresence.Available : AgentPresence.Away,
            "NOT_RESPONDING" => AgentPresence.Away,
            "OFF_QUEUE" => AgentPresence.Offline,
            _ => null,
        };
    }
}
