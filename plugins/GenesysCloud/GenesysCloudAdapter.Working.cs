using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Holding, resuming, handing over, ending, and later mail: each looks first, and writes what is not so yet.</summary>
internal sealed partial class GenesysCloudAdapter : IHoldWork, IEndWork, ITransferWork, IAddLaterMail
{
    private const string Unattended = "Unattended";
    private const string Parked = "parked";
    private const string Connected = "connected";
    private const string Disconnected = "disconnected";

    /// <summary>The end of the conversation lets the agent wrap up; what is closed without a code must not wait for one.</summary>
    public EndStage Stages => EndStage.ConversationOver | EndStage.Closed;

    public async ValueTask<RoutedWork> HoldAsync(WorkRef work, CallMark mark, CancellationToken cancellation)
    {
        await ParkAsync(await PresentAsync(work.ExternalId, cancellation), work, Parked, cancellation);
        return new(work.ExternalId);
    }

    /// <summary>A conversation that is over stays over: the vendor opens it again for its own users only. The agent then gets another one for the same work.</summary>
    public async ValueTask<RoutedWork> ResumeAsync(WorkRef work, CallMark mark, CancellationToken cancellation)
    {
        var conversation = await PresentAsync(work.ExternalId, cancellation);
        if (!(conversation.Participants ?? []).Any(Legs.IsLive) && await AnewAsync(conversation, work, cancellation) is { } other) return new(other);
        await ParkAsync(conversation, work, Connected, cancellation);
        return new(work.ExternalId);
    }

    /// <summary>Work that is already gone is no error.</summary>
    public async ValueTask EndAsync(WorkRef work, EndStage stage, CallMark mark, CancellationToken cancellation)
    {
        if ((await _api.EmailAsync(work.ExternalId, cancellation))?.Body is not { } conversation) return;
        if ((conversation.Participants ?? []).Any(Legs.IsLive))
        {
            await _api.ChangeEmailAsync(work.ExternalId, new(Disconnected), cancellation);
            if (stage.HasFlag(EndStage.Closed)) conversation = await PresentAsync(work.ExternalId, cancellation);
        }

        if (stage.HasFlag(EndStage.Closed)) await SettleAsync(conversation, work.ExternalId, cancellation);
    }

    /// <summary>A blind transfer of the owner's leg, else of the queue's. Already there: done.</summary>
    public async ValueTask<RoutedWork> TransferAsync(WorkRef work, TransferTarget target, CallMark mark, CancellationToken cancellation)
    {
        var user = target.Agent is { } agent ? await UserAsync(agent, cancellation) : null;
        var conversation = await PresentAsync(work.ExternalId, cancellation);
        if (!IsAt(conversation, target.Queue, user))
            await HandOverAsync(work.ExternalId, await ReplacedLegAsync(conversation, work, cancellation), new(Unattended, user is null ? target.Queue : null, user), cancellation);
        return new(work.ExternalId);
    }

    public async ValueTask AddMailAsync(WorkRef work, LaterMail mail, CallMark mark, CancellationToken cancellation)
    {
        var conversation = await PresentAsync(work.ExternalId, cancellation);
        if (Marks.Has(conversation, mark)) return;
        if (!(conversation.Participants ?? []).Any(Legs.IsLive)) throw Over(work.ExternalId);
        var queue = (conversation.Participants ?? []).Where(Legs.IsQueue).Newest()?.Queue?.Id ?? (await _store.FindAsync(work.ExternalId, cancellation))?.Queue;
        await _api.AddInboundMessageAsync(
            work.ExternalId,
            new() { Provider = _options.Provider, QueueId = queue is { Length: > 0 } ? queue : null, Attributes = Marks.Of(mark), FromAddress = mail.From, Subject = mail.Subject },
            cancellation);
    }

    private async ValueTask ParkAsync(EmailConversation conversation, WorkRef work, string state, CancellationToken cancellation)
    {
        var leg = await OwnersLegAsync(conversation, work, cancellation);
        if (leg.IsParked() != (state == Parked)) await _api.ParkAsync(work.ExternalId, leg.Id!, new(state), cancellation);
    }

    /// <summary>Whether a parked leg can be handed over is not described: where the vendor refuses, it is taken up first.</summary>
    private async ValueTask HandOverAsync(string conversation, EmailParticipant leg, ReplaceParticipant to, CancellationToken cancellation)
    {
        try
        {
            await _api.ReplaceAsync(conversation, leg.Id!, to, cancellation);
        }
        catch (ConflictException) when (leg.IsParked())
        {
            await _api.ParkAsync(conversation, leg.Id!, new(Connected), cancellation);
            await _api.ReplaceAsync(conversation, leg.Id!, to, cancellation);
        }
    }

    private async ValueTask<EmailParticipant> ReplacedLegAsync(EmailConversation conversation, WorkRef work, CancellationToken cancellation)
    {
        var legs = conversation.Participants ?? [];
        if (!legs.Any(Legs.IsOwner) && legs.Where(leg => leg.IsQueue() && leg.IsLive()).Newest() is { } waiting) return waiting;
        return await OwnersLegAsync(conversation, work, cancellation);
    }

    /// <summary>It waits in that queue, or that agent has it or is offered it.</summary>
    private static bool IsAt(EmailConversation conversation, string? queue, string? user)
    {
        var legs = conversation.Participants ?? [];
        if (user is not null) return legs.Any(leg => leg.IsAgent() && leg.IsLive() && leg.User?.Id == user);
        return !legs.Any(leg => leg.IsAgent() && leg.IsLive()) && legs.Any(leg => leg.IsQueue() && leg.IsLive() && leg.Queue?.Id == queue);
    }
}
