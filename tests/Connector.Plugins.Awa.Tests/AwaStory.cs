using Connector.Adapters.Contract;
using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Tests;

/// <summary>Plays acts on two hosts and checks after each one what must always hold.</summary>
internal sealed class AwaStory : IAsyncDisposable
{
    private static readonly string[] Agents = ["ann", "bob", "cat"];
    private readonly Dictionary<string, int> _rounds = [];
    private readonly HashSet<string> _ended = [];
    private HashSet<string> _offersBefore = [];
    private readonly AwaOptions _options;
    private readonly AwaRig[] _hosts;

    private AwaStory(AwaOptions options, AwaRig[] hosts) => (_options, _hosts) = (options, hosts);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MemoryInstanceState State => _hosts[0].State;

    public static async Task<AwaStory> BeginAsync()
    {
        var options = new AwaOptions
        {
            Queues = [new() { Id = "support" }, new() { Id = "billing", Skills = ["money"] }],
            Agents = [AwaRig.Agent_("ann", 1), AwaRig.Agent_("bob", 2, "money"), AwaRig.Agent_("cat", 3, "money", "german")],
        };
        var state = new MemoryInstanceState();
        return new(options, [await AwaRig.StartedAsync(options, state), await AwaRig.StartedAsync(options, state)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    /// <summary>A conflict is a right answer to a call that makes no sense now; nothing else is.</summary>
    public async Task PlayAsync(Act act)
    {
        _offersBefore = [.. (await OffersAsync()).Select(o => o.OfferId)];
        try
        {
            await CallAsync(act, _hosts[act.Host], Agents[act.Who], $"i-{act.What}");
        }
        catch (ConflictException)
        {
            Assert.NotEqual(ActKind.End, act.Kind);
        }
    }

    public async Task CheckAsync(Act act)
    {
        var items = (await State.ListAsync("item", Cancellation)).Select(Awa.Desk.DeskJson.Item).ToArray();
        var seats = (await _hosts[act.Host].Awa.AgentsAsync(Cancellation)).ToDictionary(a => a.Agent);
        await CheckNothingIsLostAsync(items);
        await CheckOffersAsync(items, seats);
        CheckNobodyIsForgotten(items, seats);
        CheckEvents(items);
        CheckLedger(items, seats);
        Assert.All(State.Events, e => Assert.StartsWith(e.ExternalId + ":", e.EventId, StringComparison.Ordinal));
    }

    private async Task CallAsync(Act act, AwaRig host, string agent, string interaction)
    {
        var id = $"{interaction}.{_rounds.GetValueOrDefault(interaction, 1)}";
        switch (act.Kind)
        {
            case ActKind.Route:
            case ActKind.Reroute:
            case ActKind.Assign:
                await RouteAsync(act, host, agent, interaction);
                break;
            case ActKind.Accept when await host.OfferAsync(agent) is { } offer:
                await host.Awa.AcceptAsync(offer.OfferId, agent, Cancellation);
                break;
            case ActKind.Reject when await host.OfferAsync(agent) is { } offer:
                await host.Awa.RejectAsync(offer.OfferId, agent, null, Cancellation);
                break;
            case ActKind.TimePasses:
                await AdvanceAsync(host, TimeSpan.FromSeconds(10 + (act.What * 10)));
                break;
            case ActKind.Hold:
                await host.Awa.HoldAsync(host.Ref(id), host.Mark(), Cancellation);
                break;
            case ActKind.Resume:
                await host.Awa.ResumeAsync(host.Ref(id), host.Mark(), Cancellation);
                break;
            case ActKind.End:
                await host.Awa.EndAsync(host.Ref(id), EndStage.Closed, host.Mark(), Cancellation);
                if (_rounds.ContainsKey(interaction))
                    _ended.Add(id);
                break;
            case ActKind.ComeIn:
                await host.SignAsync(agent);
                break;
            case ActKind.GoAway:
                await host.SignAsync(agent, act.What % 2 == 0 ? AgentPresence.Away : AgentPresence.Offline);
                break;
        }
    }

    private async Task RouteAsync(Act act, AwaRig host, string agent, string interaction)
    {
        var round = _rounds.GetValueOrDefault(interaction) is var last && (last == 0 || act.Kind != ActKind.Route) ? last + 1 : last;
        _rounds[interaction] = round;
        await host.RouteAsync(interaction, round, work => work with
        {
            Queue = act.What % 2 == 0 ? "support" : "billing",
            Size = act.What == 7 ? 2 : 1,
            WaitingSince = host.Host.Now,
            AssignTo = act.Kind == ActKind.Assign ? agent : null,
            PreferredAgent = act.What % 3 == 0 ? agent : null,
            PreferredWait = act.What == 6 ? TimeSpan.FromSeconds(45) : TimeSpan.Zero,
        });
    }

    private async Task AdvanceAsync(AwaRig host, TimeSpan time)
    {
        await host.AdvanceAsync(time);
        foreach (var other in _hosts)
            other.Host.Now = host.Host.Now;
    }

    private async Task<WorkOffer[]> OffersAsync()
    {
        var offers = new List<WorkOffer>();
        foreach (var agent in Agents)
            offers.AddRange(await _hosts[0].Awa.OffersAsync(agent, Cancellation));
        return [.. offers];
    }

    private async Task CheckNothingIsLostAsync(WorkItem[] items)
    {
        foreach (var (interaction, round) in _rounds)
        {
            var id = $"{interaction}.{round}";
            var known = Array.Find(items, i => i.Id == id) ?? Awa.Desk.DeskJson.Item((await State.GetAsync("done", id, Cancellation))!);
            Assert.Equal(_ended.Contains(id), known.IsFinished);
            Assert.Single(items.Where(i => i.InteractionId == interaction).Append(known).DistinctBy(i => i.Id));
        }
    }

    private async Task CheckOffersAsync(WorkItem[] items, Dictionary<string, QueueAgent> seats)
    {
        var offers = await OffersAsync();
        Assert.Equal(offers.Length, offers.Select(o => o.InteractionId).Distinct().Count());
        foreach (var offer in offers.Where(o => !_offersBefore.Contains(o.OfferId)))
        {
            var agent = seats[offer.Agent];
            Assert.Equal(AgentPresence.Available, agent.Presence);
            Assert.True(agent.Used[ChannelType.Email] <= agent.Limit[ChannelType.Email], $"{offer.OfferId} lifts {offer.Agent} above the limit");
            Assert.DoesNotContain(offer.Agent, items.Single(i => i.OfferId == offer.OfferId).Declined);
        }
    }

    /// <summary>Whoever waits either can be taken by nobody, was declined by all who could, or waits for a preferred agent who is there.</summary>
    private void CheckNobodyIsForgotten(WorkItem[] items, Dictionary<string, QueueAgent> seats)
    {
        foreach (var item in items.Where(i => i.State == ItemState.Queued && !(_hosts[0].Host.Now < i.PreferredUntil)))
        {
            var wanted = _options.Queues.Single(q => q.Id == item.Queue).Skills;
            Assert.DoesNotContain(seats.Values, seat =>
                seat.Presence == AgentPresence.Available
                && wanted.All(seat.Skills.Contains)
                && seat.Used[ChannelType.Email] + item.Size <= seat.Limit[ChannelType.Email]
                && !item.Declined.Contains(seat.Agent));
        }
    }

    /// <summary>Whoever only listens ends up with the same picture.</summary>
    private void CheckEvents(WorkItem[] items)
    {
        var last = State.Events.GroupBy(e => e.ExternalId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Observed.Rank)!.Observed);
        foreach (var item in items)
            Assert.Equal((item.State.ToString(), item.Agent), (last[item.Id].State.ToString(), last[item.Id].Agent));
    }

    /// <summary>Capacity in use, kept along the way, is what the stored items add up to.</summary>
    private static void CheckLedger(WorkItem[] items, Dictionary<string, QueueAgent> seats)
    {
        var load = Workload.Of(items);
        Assert.All(seats.Values, seat => Assert.Equal(load.Used(seat.Agent, ChannelType.Email), seat.Used[ChannelType.Email]));
    }
}
