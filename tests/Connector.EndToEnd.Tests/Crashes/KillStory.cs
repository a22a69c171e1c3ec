using System.Net;
using System.Text.Json;
using Connector.EndToEnd.Tests.Kit;
using Connector.Storage.Rows;
using OutboxState = Connector.Engine.Outbound.OutboxState;

namespace Connector.EndToEnd.Tests.Crashes;

/// <summary>
/// Each round: customers write so many mails, agents answer what they are offered, and the host is killed at a moment drawn from a fixed seed, then
/// started again. After the last round it finishes in peace.
/// </summary>
internal sealed class KillStory(Workspace work, string? connection, int rounds)
{
    public const int MailsARound = 500;

    private static readonly TimeSpan Peace = TimeSpan.FromMinutes(5);
    private static readonly string[] Agents = ["ann", "ben"];

    private readonly Random _random = new(20260302);
    private string[] _keys = [];

    public List<(Letter Letter, string Root)> Mails { get; } = [];

    /// <summary>Replies a host has confirmed to an agent: ids of our messages.</summary>
    public List<string> Confirmed { get; } = [];

    /// <summary>The work items of the queue at the end.</summary>
    public IReadOnlyList<(string Interaction, string State, string? Agent)> Items { get; private set; } = [];

    public async Task TellAsync()
    {
        Settle();
        var host = await work.RunAsync();
        _keys = await Task.WhenAll(Agents.Select(a => KeyAsync(host, a)));
        for (var round = 0; round < rounds; round++)
        {
            Write(round);
            await UntilKilledAsync(host, (KillMoment)(round % 3));
            host = await work.RunAsync();
        }
        await FinishAsync(host);
    }

    private void Settle() => work.Settle($$"""
        { "Data": { "ConnectionString": {{JsonSerializer.Serialize(connection)}} },
          "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [{ "Id": "support" }], "OfferTimeout": "1h", "Agents": [
            { "Id": "ann", "Email": "ann@example.org", "Capacity": { "Email": 30 }, "Available": true },
            { "Id": "ben", "Email": "ben@example.org", "Capacity": { "Email": 20 }, "Available": true }] } } } }
        """);

    private void Write(int round)
    {
        var mails = Correspondence.Make(MailsARound, 0.3, seed: round, prefix: $"r{round}-");
        foreach (var (letter, _) in mails) work.DropMail($"{letter.Id.Split('@')[0]}.eml", letter.Bytes);
        Mails.AddRange(mails);
    }

    private async Task UntilKilledAsync(RunningHost host, KillMoment moment)
    {
        var answering = Task.WhenAll(_keys.Select(key => Task.Run(() => AnswerAsync(host.With(key), host.Process))));
        await using (var store = await StoreReading.OpenAsync(work, connection))
            await ReachedAsync(store, moment);
        await host.KillAsync();
        await answering;
    }

    /// <summary>Far enough into the round that what was being read at the last kill has been read since: a mail that dies twice is held on purpose.</summary>
    private async Task ReachedAsync(StoreReading store, KillMoment moment)
    {
        var (mails, routed, sent) = (Directory.GetFiles(work.Drop).Length - _random.Next(100, 450), await RoutedAsync(store) + _random.Next(50, 250), Sent() + _random.Next(5, 40));
        await Until.TrueAsync($"the moment to kill: {moment}", async () => moment switch
        {
            KillMoment.TakingMail => Directory.GetFiles(work.Drop).Length <= mails,
            KillMoment.Routing => await RoutedAsync(store) >= routed,
            _ => Sent() >= sent,
        }, Peace);
    }

    private static Task<int> RoutedAsync(StoreReading store) => store.CountAsync(db => db.ExternalRefs);

    private int Sent() => Directory.Exists(work.Outgoing) ? Directory.GetFiles(work.Outgoing, "*.eml").Length : 0;

    /// <summary>An agent who accepts what is offered and answers it, until the host is gone.</summary>
    private async Task AnswerAsync(Api desk, ConnectorProcess host)
    {
        while (!host.HasEnded)
        {
            try
            {
                foreach (var offer in (await desk.GetAsync("offers?wait=1")).With(HttpStatusCode.OK).Json.AsArray())
                    if (await desk.PostAsync($"offers/{offer!["id"]}/accept") is { Status: HttpStatusCode.OK }) await ReplyAsync(desk, (string)offer["interactionId"]!);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
            {
                await Until.TrueAsync("a host that answers no more has ended", () => host.HasEnded);
            }
        }
    }

    private async Task ReplyAsync(Api desk, string interaction)
    {
        var reply = (await desk.PostAsync($"interactions/{interaction}/reply", new { text = $"Your request {interaction} is looked after." })).With(HttpStatusCode.OK);
        lock (Confirmed) Confirmed.Add((string)reply.Json["messageId"]!);
    }

    private async Task FinishAsync(RunningHost host)
    {
        await using (var store = await StoreReading.OpenAsync(work, connection))
        {
            await Until.TrueAsync("all mail is taken", () => Directory.GetFiles(work.Drop).Length == 0, Peace);
            await Until.TrueAsync("nothing waits to leave or to be looked at", async () =>
                await store.CountAsync(db => db.Outbox.Where(r => r.State <= OutboxState.Started)) + await store.CountAsync(db => db.Inbox.Where(e => e.State == InboxState.Pending)) == 0, Peace);
        }
        Items = [.. (await host.Admin.GetAsync("work-items")).With(HttpStatusCode.OK).Json.AsArray().Select(w => ((string)w!["interactionId"]!, (string)w["state"]!, (string?)w["agent"]))];
        await host.StopAsync();
    }

    private static async Task<string> KeyAsync(RunningHost host, string agent) =>
        (string)(await host.Admin.PostAsync("admin/keys", new { role = "Agent", agent })).With(HttpStatusCode.OK).Json["key"]!;
}
