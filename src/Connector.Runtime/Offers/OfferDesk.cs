using Connector.Contracts;
using Connector.Runtime.Inbox;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Offers;

/// <summary>An offer and the instance that makes it.</summary>
public sealed record DeskOffer(string Instance, WorkOffer Offer)
{
    /// <summary>Unique over all instances.</summary>
    public string Id => $"{Instance}.{Offer.OfferId}";
}

/// <summary>
/// What agents do with offers, over all instances whose queue makes them. What follows comes back through the inbox; whoever accepts is answered when
/// the interaction is theirs.
/// </summary>
public sealed class OfferDesk
{
    private readonly PluginInstances _instances;
    private readonly PromptLook _look;

    internal OfferDesk(PluginInstances instances, PromptLook look) => (_instances, _look) = (instances, look);

    public async Task<IReadOnlyList<DeskOffer>> OffersAsync(string agent, CancellationToken cancellation)
    {
        var offers = new List<DeskOffer>();
        foreach (var instance in Queues())
            offers.AddRange((await OffersOf(instance, agent, cancellation)).Select(o => new DeskOffer(instance.Id, o)));
        return [.. offers.OrderBy(o => o.Offer.OfferedAt)];
    }

    /// <summary>Throws <see cref="ConflictException"/> when the offer is gone or somebody else's.</summary>
    public async Task AcceptAsync(string id, string agent, CancellationToken cancellation)
    {
        var (instance, offer) = Named(id);
        var open = (await OffersOf(instance, agent, cancellation)).FirstOrDefault(o => o.OfferId == offer);
        await instance.CallAsync<IOfferWork>((a, c) => a.AcceptAsync(offer, agent, c), cancellation);
        if (open is not null) await _look.LookAsync(instance, open.InteractionId, offer, cancellation);
    }

    public async Task RejectAsync(string id, string agent, string? reason, CancellationToken cancellation)
    {
        var (instance, offer) = Named(id);
        await instance.CallAsync<IOfferWork>((a, c) => a.RejectAsync(offer, agent, reason, c), cancellation);
    }

    /// <summary>In every queue that knows the agent; throws <see cref="RejectedException"/> when none does.</summary>
    public async Task SetPresenceAsync(string agent, AgentPresence presence, CancellationToken cancellation)
    {
        var known = false;
        foreach (var instance in Queues())
        {
            if (!(await AgentsOf(instance, cancellation)).Any(a => a.Agent == agent)) continue;
            await instance.CallAsync<IOfferWork>((a, c) => a.SetPresenceAsync(agent, presence, c), cancellation);
            known = true;
        }
        if (!known) throw new RejectedException($"no queue knows agent '{agent}'");
    }

    public Task<IReadOnlyList<(string Instance, QueueAgent View)>> AgentsAsync(CancellationToken cancellation) => AllAsync(AgentsOf, cancellation);

    public Task<IReadOnlyList<(string Instance, QueueView View)>> QueuesAsync(CancellationToken cancellation) =>
        AllAsync((i, c) => i.CallAsync<IOfferWork, IReadOnlyList<QueueView>>((a, token) => a.QueuesAsync(token), c), cancellation);

    public Task<IReadOnlyList<(string Instance, WorkItemView View)>> ItemsAsync(CancellationToken cancellation) =>
        AllAsync((i, c) => i.CallAsync<IOfferWork, IReadOnlyList<WorkItemView>>((a, token) => a.ItemsAsync(token), c), cancellation);

    private static ValueTask<IReadOnlyList<WorkOffer>> OffersOf(PluginInstance instance, string agent, CancellationToken cancellation) =>
        instance.CallAsync<IOfferWork, IReadOnlyList<WorkOffer>>((a, c) => a.OffersAsync(agent, c), cancellation);

    private static ValueTask<IReadOnlyList<QueueAgent>> AgentsOf(PluginInstance instance, CancellationToken cancellation) =>
        instance.CallAsync<IOfferWork, IReadOnlyList<QueueAgent>>((a, c) => a.AgentsAsync(c), cancellation);

    private async Task<IReadOnlyList<(string, T)>> AllAsync<T>(Func<PluginInstance, CancellationToken, ValueTask<IReadOnlyList<T>>> read, CancellationToken cancellation)
    {
        var all = new List<(string, T)>();
        foreach (var instance in Queues())
            all.AddRange((await read(instance, cancellation)).Select(v => (instance.Id, v)));
        return all;
    }

    private IEnumerable<PluginInstance> Queues() => _instances.All.Where(i => i.Status.TakesCalls && i.Can<IOfferWork>());

    private (PluginInstance Instance, string Offer) Named(string id)
    {
        var dot = id.IndexOf('.');
        return dot > 0 && _instances.Find(id[..dot]) is { } instance
            ? (instance, id[(dot + 1)..])
            : throw new ConflictException($"there is no offer '{id}'");
    }
}
