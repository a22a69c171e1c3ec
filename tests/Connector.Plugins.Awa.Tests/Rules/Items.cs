using System.Collections.Immutable;
using Connector.Adapters.Contract;
using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Tests.Rules;

internal static class Items
{
    public static readonly DateTimeOffset Now = TestAdapterHost.Start;

    public static readonly QueueRule Support = new("support", [], TimeSpan.FromSeconds(30));

    public static WorkItem Queued(string id = "i-1.1", params string[] skills) => new()
    {
        Id = id,
        InteractionId = id[..id.LastIndexOf('.')],
        Round = 1,
        Queue = "support",
        ChannelType = ChannelType.Email,
        Size = 1,
        Skills = skills,
        Subject = "Where is my order",
        WaitingSince = Now,
        ChangedAt = Now,
    };

    public static WorkItem In(ItemState state) => state switch
    {
        ItemState.Queued => Queued(),
        ItemState.PendingAccept => Then(Queued(), new Offered("ann", Now.AddSeconds(30))),
        ItemState.Accepted => Then(In(ItemState.PendingAccept), new Accepted("ann")),
        ItemState.Held => Then(In(ItemState.Accepted), new Held()),
        ItemState.Ended => Then(In(ItemState.Accepted), new Ended()),
        _ => Then(In(ItemState.Accepted), new Canceled("Rerouted")),
    };

    public static WorkItem Then(WorkItem item, WorkInput input) => WorkItemRules.Next(item, input, Now).Next!;

    public static Seat Seat(string id, int email = 3, params string[] skills) => new()
    {
        Id = id,
        Skills = skills.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase),
        Queues = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase),
        Limits = ImmutableDictionary<ChannelType, int>.Empty.Add(ChannelType.Email, email),
        Presence = AgentPresence.Available,
        RestingSince = Now,
    };

    public static WorkItem OwnedBy(string agent, string id, int size = 1) => Queued(id) with { State = ItemState.Accepted, Agent = agent, Size = size };
}
