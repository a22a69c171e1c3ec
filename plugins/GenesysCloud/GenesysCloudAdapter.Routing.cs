using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Putting work into a queue, and finding it again.</summary>
internal sealed partial class GenesysCloudAdapter : IRouteWork
{
    public async ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation)
    {
        var user = work.AssignTo is { } agent ? await UserAsync(agent, cancellation) : null;
        var route = await AskedAsync(work, cancellation);
        var id = route.ConversationId ?? await QueueAgainAsync(work, cancellation) ?? await CreateAsync(work, cancellation);
        if (route.ConversationId is null) await RememberAsync(work, id, cancellation);
        if (user is not null) await AssignAsync(id, user, cancellation);
        return new(id);
    }

    private async ValueTask<RouteDocument> AskedAsync(RouteWork work, CancellationToken cancellation)
    {
        var now = _host.MachineTime.GetUtcNow();
        return (await _store.ChangeRouteAsync(
            work.InteractionId,
            work.Round,
            before => before?.ConversationId is not null ? before : new() { Queue = work.Queue, FirstAskedAt = before?.FirstAskedAt ?? now, LastAskedAt = now },
            cancellation))!;
    }

    private async ValueTask<string> CreateAsync(RouteWork work, CancellationToken cancellation)
    {
        var made = await _api.CreateEmailAsync(
            new()
            {
                Provider = _options.Provider,
                QueueId = work.Queue,
                SkillIds = work.Skills.Count > 0 ? work.Skills : null,
                Attributes = Marks.Of(_host.Instance, work),
                ToAddress = work.To,
                FromAddress = work.From,
                FromName = work.FromName,
                Subject = work.Subject,
            },
            cancellation);
        if (made.Id is not { Length: > 0 } id) throw new UnavailableException("POST /api/v2/conversations/emails answered without an id");
        if (made.Participants is { Count: > 0 } legs && !legs.Any(Legs.IsLive))
            throw new RejectedException($"conversation {id} was made and ended at once ({legs.Newest()?.DisconnectType ?? "no reason given"})");
        return id;
    }

    /// <summary>Work of an earlier round that is still open goes back to the queue; null: there is none.</summary>
    private async ValueTask<string?> QueueAgainAsync(RouteWork work, CancellationToken cancellation)
    {
        if (work.Existing is not { } existing || (await _api.EmailAsync(existing, cancellation))?.Body is not { } conversation) return null;
        var legs = conversation.Participants ?? [];
        var live = legs.Where(leg => leg.IsOwner()).Newest() ?? legs.Where(leg => leg.IsOffered() || leg.IsQueue() && leg.IsLive()).Newest();
        if (live?.Id is null) return null;
        if (!(live.IsQueue() && live.Queue?.Id == work.Queue))
            await _api.ReplaceAsync(existing, live.Id, new(Unattended, work.Queue, null), cancellation);
        if (legs.FirstOrDefault(Legs.IsCustomer)?.Id is { } customer)
            await _api.SetAttributesAsync(existing, customer, new(Marks.Of(_host.Instance, work)), cancellation);
        return existing;
    }

    private ValueTask RememberAsync(RouteWork work, string conversation, CancellationToken cancellation) =>
        RememberAsync(conversation, new() { InteractionId = work.InteractionId, Round = work.Round, Queue = work.Queue, Mail = new(work.From, work.FromName, work.To, work.Subject) }, cancellation);

    /// <summary>The document comes first: a route that names a conversation has one that is polled.</summary>
    private async ValueTask RememberAsync(string conversation, ConversationDocument made, CancellationToken cancellation)
    {
        await _store.ChangeAsync(conversation, before => before is null ? made : before.Round < made.Round ? before with { Round = made.Round } : before, cancellation);
        var now = _host.MachineTime.GetUtcNow();
        await _store.ChangeRouteAsync(
            made.InteractionId,
            made.Round,
            before => (before ?? new() { Queue = made.Queue, FirstAskedAt = now, LastAskedAt = now }) with { ConversationId = conversation, MakingAnew = false },
            cancellation);
    }

    /// <summary>Only what waits can be assigned; the queue must allow it.</summary>
    private async ValueTask AssignAsync(string id, string user, CancellationToken cancellation)
    {
        var legs = (await PresentAsync(id, cancellation)).Participants ?? [];
        if (!legs.Any(leg => leg.IsAgent() && leg.IsLive() && leg.User?.Id == user))
            await _api.AssignAsync(id, new(user), cancellation);
    }
}
