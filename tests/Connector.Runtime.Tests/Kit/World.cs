using System.Text;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Threads;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;
using Connector.Runtime.Tests.Settings;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Kit;

/// <summary>The real parts on a store of their own, with the built-in queue and a clock moved by hand. Nothing moves unless told.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Settings = """
        {
          "Data": { "Folder": "data" }, "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" },
          "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
            "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "awa", "Queue": "support" } } },
          "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [ { "Id": "support" } ],
            "Agents": [ { "Id": "ann", "Email": "ann@example.org", "Capacity": { "Email": 50 } }, { "Id": "ben", "Email": "ben@example.org", "Capacity": { "Email": 50 } } ] } } }
        }
        """;

    private readonly TempFolder _folder;
    private int _mails;

    private World(TempFolder folder, ConnectorApp app) => (_folder, App) = (folder, app);

    public ConnectorApp App { get; }

    public DateTimeOffset Now => App.Clock.Now;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<World> OpenAsync(TempFolder? folder = null, int? smtpPort = null)
    {
        folder ??= new TempFolder();
        var loaded = SettingsLoader.Load(new() { File = folder.Write("appsettings.json", Settings.Replace("\"Clock\"", smtpPort is null ? "\"Clock\"" : $"\"Mail\": {{ \"Smtp\": {{ \"Host\": \"127.0.0.1\", \"Port\": {smtpPort}, \"Security\": \"None\" }} }}, \"Clock\"", StringComparison.Ordinal)), Folder = folder.Path });
        Assert.Empty(loaded.Faults);
        var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, NullLoggerFactory.Instance, TimeProvider.System, Token);
        await app.StartInstancesAsync(Token);
        return new World(folder, app);
    }

    /// <summary>A customer's mail; its interaction.</summary>
    public async Task<long> MailAsync(string from = "anna@example.net", string subject = "Lamp")
    {
        var raw = $"From: {from}\r\nTo: support@example.org\r\nSubject: {subject}\r\nMessage-ID: <m{++_mails}@example.net>\r\n\r\nHello {_mails}\r\n";
        var line = await App.Intake.TakeAsync("support", Encoding.ASCII.GetBytes(raw), $"mail {_mails}", Token);
        Assert.True(RecordId.TryParse(line.Decision!.InteractionId, 'i', out var id));
        return id;
    }

    /// <summary>Mails that the agent has accepted.</summary>
    public async Task<IReadOnlyList<long>> WorkAsync(int count, string agent = "ann")
    {
        var ids = new List<long>();
        for (var i = 0; i < count; i++) ids.Add(await MailAsync($"customer{i}@example.net"));
        await App.DrainAsync(Token);
        await App.Offers.SetPresenceAsync(agent, AgentPresence.Available, Token);
        foreach (var offer in await App.Offers.OffersAsync(agent, Token)) await App.Offers.AcceptAsync(offer.Id, agent, Token);
        await App.DrainAsync(Token);
        return ids;
    }

    public Task<Outcome> DoAsync(Func<DateTimeOffset, Actor, InteractionCommand> command, string agent = "ann") =>
        App.Door.HandleAsync(command(Now, Actor.OfAgent(agent)), Urgency.Command, Token);

    public Task<Outcome> HoldAsync(long id) => DoAsync((at, by) => new AgentHold { InteractionId = id, At = at, By = by, Correlation = "test" });

    public Task<Outcome> ResumeAsync(long id) => DoAsync((at, by) => new AgentResume { InteractionId = id, At = at, By = by, Correlation = "test" });

    public Task<Outcome> CloseAsync(long id) => DoAsync((at, by) => new AgentClose { InteractionId = id, At = at, By = by, Correlation = "test" });

    public async Task<Interaction> InteractionAsync(long id)
    {
        await using var db = App.Store.Read();
        return await db.Interactions.FirstAsync(i => i.Id == id, Token);
    }

    public async Task<IReadOnlyList<OutboxRow>> OutboxAsync(long interaction)
    {
        await using var db = App.Store.Read();
        return await db.Outbox.Where(o => o.InteractionId == interaction).OrderBy(o => o.LaneVersion).ThenBy(o => o.LaneNumber).ToListAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Dispose();
    }
}
