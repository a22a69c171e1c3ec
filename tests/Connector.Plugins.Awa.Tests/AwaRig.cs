using Connector.Adapters.Contract;
using Connector.Contracts;

namespace Connector.Plugins.Awa.Tests;

/// <summary>A queue with documents in memory and a clock that stands. Several rigs on one state are several hosts.</summary>
internal sealed class AwaRig : AdapterRig
{
    private readonly AwaAdapter _adapter;

    public AwaRig(AwaOptions? options = null, MemoryInstanceState? state = null)
    {
        State = state ?? new();
        Host = new(State, "awa");
        _adapter = new(options ?? Options(), Host);
    }

    public MemoryInstanceState State { get; }

    public TestAdapterHost Host { get; }

    public override IAdapter Adapter => _adapter;

    public AwaAdapter Awa => _adapter;

    public override string Queue => "support";

    public override string Agent => "ann";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One queue, and the agents named, each with room for three mails.</summary>
    public static AwaOptions Options(params string[] agents) => new()
    {
        Queues = [new() { Id = "support" }],
        Agents = [.. (agents.Length == 0 ? ["ann"] : agents).Select(a => Agent_(a))],
    };

    public static AgentOptions Agent_(string id, int email = 3, params string[] skills) => new()
    {
        Id = id,
        Email = $"{id}@example.org",
        Skills = [.. skills],
        Capacity = new Dictionary<ChannelType, int> { [ChannelType.Email] = email },
    };

    public static async Task<AwaRig> StartedAsync(AwaOptions? options = null, MemoryInstanceState? state = null)
    {
        var rig = new AwaRig(options, state);
        await rig.Adapter.StartAsync(Cancellation);
        return rig;
    }

    public override ValueTask AvailableAsync() => SignAsync(Agent, AgentPresence.Available);

    public ValueTask SignAsync(string agent, AgentPresence presence = AgentPresence.Available) => _adapter.SetPresenceAsync(agent, presence, Cancellation);

    public override async ValueTask OwnAsync(string externalId)
    {
        var offer = (await _adapter.OffersAsync(Agent, Cancellation)).Single(o => o.OfferId.StartsWith(externalId + ".", StringComparison.Ordinal));
        await _adapter.AcceptAsync(offer.OfferId, Agent, Cancellation);
    }

    public async Task<string> RouteAsync(string interaction = "i-1", int round = 1, Func<RouteWork, RouteWork>? with = null)
    {
        var work = Work(interaction, round);
        return (await _adapter.RouteAsync(with is null ? work : with(work), Mark($"{interaction}-{round}"), Cancellation)).ExternalId;
    }

    public async Task<WorkOffer?> OfferAsync(string agent) => (await _adapter.OffersAsync(agent, Cancellation)) is [var first, ..] ? first : null;

    /// <summary>Who is offered the interaction now.</summary>
    public async Task<string?> OfferedToAsync(string interaction = "i-1") =>
        (await _adapter.ItemsAsync(Cancellation)).Single(i => i.InteractionId == interaction) is { State: WorkState.PendingAccept, Agent: var agent } ? agent : null;

    public async Task AcceptAsync(string agent)
    {
        var offer = await OfferAsync(agent);
        await _adapter.AcceptAsync(offer!.OfferId, agent, Cancellation);
    }

    public async Task RejectAsync(string agent)
    {
        var offer = await OfferAsync(agent);
        await _adapter.RejectAsync(offer!.OfferId, agent, null, Cancellation);
    }

    public async Task<WorkObservation?> ReadAsync(string id) => await _adapter.ReadAsync(id, Cancellation);

    public WorkRef Ref(string id) => new(id[..id.LastIndexOf('.')], id, null);

    public override async ValueTask AdvanceAsync(TimeSpan time)
    {
        Host.Now += time;
        while (State.DueAt(Host.Now) is { Count: > 0 } due)
        {
            await _adapter.WakeAsync(due[0], Cancellation);
            Assert.DoesNotContain(due[0], State.DueAt(Host.Now));
        }
    }
}
