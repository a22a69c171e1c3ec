using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>Ten thousand events of a vendor, each told one to three times in random order while agents act: both sides end as when told in order, and write no more than was asked.</summary>
public sealed class StormTests
{
    private const int Conversations = 200;
    private const int Events = 10_000;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H12")]
    [Trait("Requirement", "H14")]
    public async Task Events_DoubledAndShuffledWhileAgentsAct_EndAsInOrder()
    {
        var inOrder = await RunAsync(seed: 7, shuffled: false);
        var storm = await RunAsync(seed: 7, shuffled: true);
        var other = inOrder.Story.Zip(storm.Story).Where(both => both.First != both.Second).Select(both => $"in order {both.First}, in the storm {both.Second}").FirstOrDefault();
        Assert.True(inOrder.Final.SequenceEqual(storm.Final), other);
    }

    private static async Task<(IReadOnlyList<string> Story, IReadOnlyList<(InteractionState, string?, string, string?, CodeSource?)> Final)> RunAsync(int seed, bool shuffled)
    {
        await using var world = await SagaWorld.OpenAsync(transfers: "2h");
        var ids = new List<long>();
        for (var n = 0; n < Conversations; n++) ids.Add(await world.MailAsync());
        await world.SettleAsync();
        var play = new StormPlay(world, ids, new Random(seed));
        var told = new List<VendorEvent>();
        while (play.Events.Count < Events)
        {
            play.Move();
            if (play.Events.Count - told.Count < 400 && play.Events.Count < Events) continue;
            await TellAsync(world, [.. play.Events.Skip(told.Count)], shuffled ? new Random(seed + told.Count) : null);
            told = [.. play.Events];
            Assert.Equal(Theirs(world, ids), await OursAsync(world, ids));
            await play.ActAsync();
            await world.SettleAsync();
        }
        play.End();
        await TellAsync(world, [.. play.Events.Skip(told.Count)], shuffled ? new Random(seed) : null);
        await world.SettleAsync();
        Assert.InRange(play.Acts, 250, int.MaxValue);
        await InStepAsync(world, ids);
        return (play.Story, await FinalAsync(world, ids));
    }

    private static async Task TellAsync(SagaWorld world, VendorEvent[] events, Random? shuffle)
    {
        world.Later(TimeSpan.FromMinutes(1));
        VendorEvent[] told = shuffle is null ? events : [.. events.SelectMany(e => Enumerable.Repeat(e, shuffle.Next(1, 4)))];
        shuffle?.Shuffle(told);
        foreach (var batch in told.Chunk(50))
        {
            await world.App.Inbox.TakeAsync("genesys", batch, Token);
            if (shuffle?.Next(3) == 0) await world.App.Inbox.PumpAsync(Token);
        }
        await world.App.DrainAsync(Token);
    }

    /// <summary>Whatever has been told, in whatever order: our side is where the vendor's is, before anybody here acts on it.</summary>
    private static IEnumerable<(int, InteractionState)> Theirs(SagaWorld world, IReadOnlyList<long> ids) => ids.Select((id, n) => (n, world.Cloud.Conversation(world.Conversation(id)).Owner?.State switch
    {
        null => InteractionState.New,
        "parked" => InteractionState.OnHold,
        _ => InteractionState.WorkInProgress,
    }));

    private static async Task<IEnumerable<(int, InteractionState)>> OursAsync(SagaWorld world, IReadOnlyList<long> ids)
    {
        var ours = await world.ReadAsync<Interaction, Dictionary<long, InteractionState>>(q => q.ToDictionaryAsync(i => i.Id, i => i.State, Token));
        return ids.Select((id, n) => (n, ours[id]));
    }

    /// <summary>Owner, queue and code are the vendor's; each agent's load is that of their items; each write was asked for once.</summary>
    private static async Task InStepAsync(SagaWorld world, IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
        {
            var theirs = world.Cloud.Conversation(world.Conversation(id));
            var ours = await world.InteractionAsync(id);
            Assert.Equal(theirs.LastOwner!.Code is not null ? InteractionState.ClosedComplete : theirs.LastOwner.State == "parked" ? InteractionState.OnHold : InteractionState.WorkInProgress, ours.State);
            Assert.Equal(theirs.LastOwner.User == SagaWorld.AnnId ? SagaWorld.Ann : SagaWorld.Bob, ours.Owner);
            Assert.Equal(theirs.LastOwner.Queue, ours.Queue);
        }
        foreach (var agent in new[] { SagaWorld.Ann, SagaWorld.Bob })
            Assert.Equal(await world.ReadAsync<Interaction, int>(q => Task.FromResult(q.Count(i => i.Owner == agent && (i.State == InteractionState.WorkInProgress || i.State == InteractionState.WrapUp)))), await world.LoadAsync(agent));
        var outbox = await world.OutboxAsync();
        Assert.DoesNotContain(outbox, o => o.State == OutboxState.Dead);
        Assert.InRange(world.Vendor.Calls.Count(c => c.IsWrite), 0, outbox.Count(o => o.Destination != OutboxDestination.Mail));
        Assert.Empty(await world.ReadAsync<Transfer, List<Transfer>>(q => Task.FromResult(q.Where(t => t.State == TransferState.Requested || t.State == TransferState.Accepted).ToList())));
    }

    private static async Task<IReadOnlyList<(InteractionState, string?, string, string?, CodeSource?)>> FinalAsync(SagaWorld world, IReadOnlyList<long> ids)
    {
        var final = new List<(InteractionState, string?, string, string?, CodeSource?)>();
        foreach (var id in ids)
        {
            var i = await world.InteractionAsync(id);
            final.Add((i.State, i.Owner, i.Queue, i.Code, i.CodeSource));
        }
        return final;
    }
}

/// <summary>People at the vendor, and agents here. The moves at the vendor are the same for a seed, whatever has been told.</summary>
internal sealed class StormPlay(SagaWorld world, IReadOnlyList<long> ids, Random random)
{
    private readonly string[] _conversations = [.. ids.Select(world.Conversation)];
    private readonly Dictionary<string, int> _told = [];

    public List<VendorEvent> Events { get; } = [];

    /// <summary>What was done here and there, so that the first difference between two runs can be told.</summary>
    public List<string> Story { get; } = [];

    /// <summary>How often somebody here did what the vendor must hear.</summary>
    public int Acts { get; private set; }

    /// <summary>Somebody does something at the vendor, if it can be done.</summary>
    public void Move()
    {
        var c = _conversations[random.Next(_conversations.Length)];
        var (user, kind) = (random.Next(2) == 0 ? SagaWorld.AnnId : SagaWorld.BobId, random.Next(8));
        var queue = random.Next(2) == 0 ? SagaWorld.Support : SagaWorld.Billing;
        var moved = kind switch
        {
            0 or 1 => world.Cloud.Accept(c, user),
            2 => world.Cloud.Offer(c, user),
            3 => world.Cloud.Park(c),
            4 or 5 => world.Cloud.Resume(c),
            6 => world.Cloud.TransferToQueue(c, queue),
            _ => world.Cloud.TransferToUser(c, user),
        };
        Story.Add($"{Events.Count}: move {kind} of {Array.IndexOf(_conversations, c)}: {moved}");
        if (moved) Tell(c);
    }

    /// <summary>What agents do here meanwhile: owners put work on hold and take it up again, which the vendor hears; supervisors note, which it does not.</summary>
    public async Task ActAsync()
    {
        foreach (var (id, n) in ids.Select((id, n) => (id, n)))
        {
            if (n % 4 == 0) await world.DoAsync(new AgentNote { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent(SagaWorld.Ann), Correlation = "test", Text = "seen" });
            if (n % 4 == 1) await PutAsideOrTakeUpAsync(await world.InteractionAsync(id));
        }
    }

    private async Task PutAsideOrTakeUpAsync(Interaction work)
    {
        InteractionCommand? act = work.State switch
        {
            InteractionState.WorkInProgress => new AgentHold { InteractionId = work.Id, At = world.App.Clock.Now, By = Actor.OfAgent(work.Owner!), Correlation = "test" },
            InteractionState.OnHold => new AgentResume { InteractionId = work.Id, At = world.App.Clock.Now, By = Actor.OfAgent(work.Owner!), Correlation = "test" },
            _ => null,
        };
        if (act is null) return;
        Story.Add($"{Events.Count}: {act.GetType().Name} of {ids.ToList().IndexOf(work.Id)} by {work.Owner}, at the vendor {world.Cloud.Conversation(world.Conversation(work.Id)).LastOwner?.State}");
        Assert.IsType<Answer.Done>(await world.DoAsync(act));
        Acts++;
    }

    /// <summary>Everybody ends with an owner; every other one with a code.</summary>
    public void End()
    {
        foreach (var (c, n) in _conversations.Select((c, n) => (c, n)))
        {
            if (world.Cloud.Conversation(c).Alerting is not null && world.Cloud.Decline(c)) Tell(c);
            if (world.Cloud.Accept(c, n % 3 == 0 ? SagaWorld.AnnId : SagaWorld.BobId) || world.Cloud.Resume(c)) Tell(c);
            if (n % 2 == 0) continue;
            if (world.Cloud.EndByAgent(c)) Tell(c);
            if (world.Cloud.Choose(c, SagaWorld.IssueResolved)) Tell(c);
        }
    }

    private void Tell(string conversation)
    {
        var n = _told[conversation] = _told.GetValueOrDefault(conversation) + 1;
        Events.Add(new($"{conversation}:storm:{n}", conversation, "storm", world.Cloud.Now, new WorkObservation { ExternalId = conversation, State = WorkState.Queued, Rank = 0, At = world.Cloud.Now }));
    }
}
