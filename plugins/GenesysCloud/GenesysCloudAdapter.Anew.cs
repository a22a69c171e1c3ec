using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Another conversation for work whose conversation was over when the customer wrote again.</summary>
internal sealed partial class GenesysCloudAdapter
{
    /// <summary>The id of the other conversation; null: the work is not one of ours, or was not this agent's.</summary>
    private async ValueTask<string?> AnewAsync(EmailConversation over, WorkRef work, CancellationToken cancellation)
    {
        if (work.Agent is not { } agent || await _store.FindAsync(work.ExternalId, cancellation) is not { } document) return null;
        if (await _store.FindRouteAsync(work.InteractionId, document.Round, cancellation) is not { } route) return null;
        var user = await UserAsync(agent, cancellation);
        var id = await MakeAnewAsync(document, route, work, cancellation);
        await _store.ChangeAsync(work.ExternalId, before => before! with { Replaced = true }, cancellation);
        await SettleAsync(over, work.ExternalId, cancellation);
        await GiveAsync(id, user, cancellation);
        return id;
    }

    private async ValueTask<string> MakeAnewAsync(ConversationDocument document, RouteDocument route, WorkRef work, CancellationToken cancellation)
    {
        if (route.ConversationId is { } made && made != work.ExternalId) return made;
        if (route.MakingAnew && await LostAsync(work.InteractionId, document.Round, route, work.ExternalId, cancellation) is { } lost) return lost.ExternalId;
        var now = _host.MachineTime.GetUtcNow();
        await _store.ChangeRouteAsync(work.InteractionId, document.Round, before => before! with { MakingAnew = true, FirstAskedAt = before.MakingAnew ? before.FirstAskedAt : now, LastAskedAt = now }, cancellation);
        var again = new RouteWork
        {
            InteractionId = work.InteractionId,
            Round = document.Round,
            Queue = document.Queue,
            ChannelType = ChannelType.Email,
            Subject = document.Mail.Subject ?? "",
            From = document.Mail.From,
            FromName = document.Mail.FromName,
            To = document.Mail.To,
            WaitingSince = _host.Now,
        };
        var id = await CreateAsync(again, cancellation);
        await RememberAsync(again, id, cancellation);
        return id;
    }

    /// <summary>Nobody owes a code for what goes on elsewhere.</summary>
    private async ValueTask SettleAsync(EmailConversation over, string id, CancellationToken cancellation)
    {
        if ((over.Participants ?? []).Where(Legs.WasOwner).Newest() is { Id: { } leg } last && last.IsOwed())
            await _api.ChangeParticipantAsync(id, leg, new(WrapupSkipped: true), cancellation);
    }

    /// <summary>Where the queue forbids to assign, it waits there, and is seen to.</summary>
    private async ValueTask GiveAsync(string id, string user, CancellationToken cancellation)
    {
        try
        {
            await AssignAsync(id, user, cancellation);
        }
        catch (RejectedException e)
        {
            Log.NotAssigned(_host.Logger, _host.Instance, id, e.Message);
        }
    }
}
