using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;

namespace Connector.Plugins.GenesysCloud;

/// <summary>The code of an agent's own leg. The vendor answers before the code can be read, so it is read back; what stands then counts.</summary>
internal sealed partial class GenesysCloudAdapter : ISetWrapUp
{
    private const int ReadBacks = 5;

    public async ValueTask SetWrapUpAsync(WorkRef work, WrapUpCode code, CallMark mark, CancellationToken cancellation)
    {
        var leg = await WrapUpLegAsync(await PresentAsync(work.ExternalId, cancellation), work, cancellation);
        if (leg.FinalWrapup() is { } standing)
        {
            if (await IsCodeAsync(standing, code.Code, cancellation)) return;
            if (!code.Chosen && !WrapUpMapping.IsByTimeout(leg, _conversations.TimeoutCodes)) throw Chosen(work);
        }

        await WriteAsync(work.ExternalId, leg.Id!, new(code.Code, code.Notes), cancellation);
        await ReadBackAsync(work, leg.Id!, code, leg.FinalWrapup()?.Code, cancellation);
    }

    /// <summary>The leg the agent has or had last: each agent wraps up their own part.</summary>
    private async ValueTask<EmailParticipant> WrapUpLegAsync(EmailConversation conversation, WorkRef work, CancellationToken cancellation)
    {
        var user = work.Agent is { } agent ? await UserAsync(agent, cancellation) : null;
        return (conversation.Participants ?? []).Where(leg => (leg.IsOwner() || leg.WasOwner()) && leg.Id is not null && (user is null || leg.User?.Id == user)).Newest()
            ?? throw new ConflictException($"agent '{work.Agent}' has no part in conversation {work.ExternalId}");
    }

    private async ValueTask WriteAsync(string conversation, string leg, WrapupInput wrapup, CancellationToken cancellation)
    {
        if (_options.WrapUpOn == WrapUpPlace.Participant)
            await _api.ChangeParticipantAsync(conversation, leg, new(Wrapup: wrapup), cancellation);
        else
            await _api.WrapUpAsync(conversation, leg, await CommunicationAsync(conversation, leg, cancellation), wrapup, cancellation);
    }

    private async ValueTask<string> CommunicationAsync(string conversation, string leg, CancellationToken cancellation) =>
        (await _api.ConversationAsync(conversation, cancellation))?.Participants?.FirstOrDefault(p => p.Id == leg)?.Emails?.LastOrDefault(e => e.Id is not null)?.Id
        ?? throw new ConflictException($"leg {leg} of conversation {conversation} has no email communication");

    /// <summary>Until the code shows, as long as a write may stay invisible. Still not there: the call counts as unanswered, and is settled by reading again.</summary>
    private async ValueTask ReadBackAsync(WorkRef work, string leg, WrapUpCode code, string? before, CancellationToken cancellation)
    {
        for (var look = 1; ; look++)
        {
            var shown = await _api.WrapUpAsync(work.ExternalId, leg, cancellation);
            if (shown is { Provisional: not true, Code.Length: > 0 } && await IsCodeAsync(shown, code.Code, cancellation)) return;
            if (shown is { Provisional: not true, Code.Length: > 0 } other && other.Code != before && !code.Chosen) throw Chosen(work);
            if (look == ReadBacks) throw new UnavailableException($"the wrap-up of conversation {work.ExternalId} was taken, but does not show within {_options.VisibleWithin.TotalSeconds:0.#} s");
            await Task.Delay(_options.VisibleWithin / (ReadBacks - 1), _host.MachineTime, cancellation);
        }
    }

    /// <summary>By id, or by name where the vendor tells a name.</summary>
    private async ValueTask<bool> IsCodeAsync(Wrapup wrapup, string code, CancellationToken cancellation)
    {
        if (string.Equals(wrapup.Code, code, StringComparison.OrdinalIgnoreCase)) return true;
        if (Guid.TryParse(wrapup.Code, out _)) return false;
        return (await _directory.CodesAsync(cancellation)).Any(c => c.Id == code && string.Equals(c.Name, wrapup.Code, StringComparison.OrdinalIgnoreCase));
    }

    private static ConflictException Chosen(WorkRef work) => new($"agent '{work.Agent}' has chosen another code for conversation {work.ExternalId}");
}
