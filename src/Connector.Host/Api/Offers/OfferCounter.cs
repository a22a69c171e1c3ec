using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Connector.Runtime.Offers;

namespace Connector.Host.Api.Offers;

/// <summary>What agents do with offers over HTTP.</summary>
internal sealed class OfferCounter(ConnectorApp app, InteractionReader interactions)
{
    private const int LongestWait = 60;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    public async Task<IReadOnlyList<OfferView>> OffersAsync(Caller caller, int wait, CancellationToken cancellation)
    {
        if (wait is < 0 or > LongestWait) throw RefusedException.Invalid(new FieldFault("wait", $"must be from 0 to {LongestWait} seconds", wait.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var agent = AgentOf(caller);
        var until = app.Machine.GetUtcNow() + TimeSpan.FromSeconds(wait);
        var offers = await app.Offers.OffersAsync(agent, cancellation);
        while (offers.Count == 0 && app.Machine.GetUtcNow() < until)
        {
            await Task.Delay(LookAgain, app.Machine, cancellation);
            offers = await app.Offers.OffersAsync(agent, cancellation);
        }
        return [.. offers.Select(OfferView.Of)];
    }

    /// <summary>Answers with the interaction, now the agent's.</summary>
    public async Task<InteractionView> AcceptAsync(string id, Caller caller, CancellationToken cancellation)
    {
        var agent = AgentOf(caller);
        var offer = await OpenAsync(id, agent, cancellation);
        await app.Offers.AcceptAsync(id, agent, cancellation);
        return RecordId.TryParse(offer.Offer.InteractionId, 'i', out var interaction)
            ? await interactions.OneAsync(interaction, caller, cancellation)
            : throw new RefusedException(ApiRules.OfferGone, $"offer '{id}' names no interaction");
    }

    public async Task<IResult> RejectAsync(string id, string? reason, Caller caller, CancellationToken cancellation)
    {
        var agent = AgentOf(caller);
        await OpenAsync(id, agent, cancellation);
        await app.Offers.RejectAsync(id, agent, reason, cancellation);
        return TypedResults.NoContent();
    }

    public async Task<AgentView> SetPresenceAsync(string agent, PresenceRequest body, Caller caller, CancellationToken cancellation)
    {
        if (caller.Agent != agent && !caller.SeesAll) throw new RefusedException(RuleNames.Forbidden, "an agent sets only the own presence; supervisors set anybody's");
        var agents = await app.Offers.AgentsAsync(cancellation);
        if (!agents.Any(a => a.View.Agent == agent)) throw new RefusedException(RuleNames.NotFound, $"there is no agent '{agent}' in any queue");
        if (!Enum.TryParse<AgentPresence>(body.Presence, ignoreCase: true, out var presence) || !Enum.IsDefined(presence))
            throw RefusedException.Invalid(new FieldFault("presence", $"must be one of {string.Join(", ", Enum.GetNames<AgentPresence>())}", body.Presence));
        await app.Offers.SetPresenceAsync(agent, presence, cancellation);
        await AwayAgents.NoteAsync(app.Store, agent, presence, cancellation);
        await app.Setups.TakeUpPresenceAsync(app.Store, cancellation);
        return AgentView.Of((await app.Offers.AgentsAsync(cancellation)).First(a => a.View.Agent == agent));
    }

    public async Task<IReadOnlyList<AgentView>> AgentsAsync(CancellationToken cancellation) => [.. (await app.Offers.AgentsAsync(cancellation)).Select(AgentView.Of)];

    public async Task<IReadOnlyList<QueueState>> QueuesAsync(CancellationToken cancellation) => [.. (await app.Offers.QueuesAsync(cancellation)).Select(QueueState.Of)];

    public async Task<IReadOnlyList<WorkItemState>> ItemsAsync(CancellationToken cancellation) => [.. (await app.Offers.ItemsAsync(cancellation)).Select(WorkItemState.Of)];

    private async Task<DeskOffer> OpenAsync(string id, string agent, CancellationToken cancellation) =>
        (await app.Offers.OffersAsync(agent, cancellation)).FirstOrDefault(o => o.Id == id)
        ?? throw new RefusedException(ApiRules.OfferGone, $"offer '{id}' is not open for {agent}: taken, run out, withdrawn or somebody else's");

    private static string AgentOf(Caller caller) => caller.Agent
        ?? throw new RefusedException(RuleNames.Forbidden, $"this key is no agent's; an Integration key names one in {ApiKeyHandler.AgentHeader}");
}
