using System.Text;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Settings;
using Connector.Engine.Outbound;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Mail;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Reconciling;
using Connector.Runtime.Settings.Loading;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Settings;
using Connector.Storage.Writing;
using Connector.Vendors.Simulated.Genesys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>The real host and the real plugin against a vendor with a memory of its own, over real HTTP. Business time is moved by hand, and the machine time of both.</summary>
internal sealed class SagaWorld : IAsyncDisposable
{
    public const string Support = "11111111-1111-4111-8111-111111111111";
    public const string Billing = "22222222-2222-4222-8222-222222222222";
    public const string Ann = "ann@example.org";
    public const string Bob = "bob@example.org";
    public const string AnnId = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string BobId = "aaaaaaaa-0000-4000-8000-000000000002";
    public const string IssueResolved = "dddddddd-0000-4000-8000-000000000001";

    private readonly TempFolder _folder;
    private readonly ShiftedTime _machine;
    private int _mails;

    private SagaWorld(TempFolder folder, ShiftedTime machine, GenesysSimulator vendor, ConnectorApp app) => (_folder, _machine, Vendor, App) = (folder, machine, vendor, app);

    public GenesysSimulator Vendor { get; }

    public SimulatedCloud Cloud => Vendor.Cloud;

    public ConnectorApp App { get; private set; }

    /// <summary>Machine time goes by: what was read of the vendor's lists is old, a minute's budget of calls is there again.</summary>
    public void Later(TimeSpan by) => _machine.Shift(by);

    public static Actor Admin { get; } = new("admin:root", AgentRole.Administrator);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="transfers">How long a transfer may be open.</param>
    public static async Task<SagaWorld> OpenAsync(string transfers = "60s")
    {
        var machine = new ShiftedTime();
        var vendor = await GenesysSimulator.StartAsync(new SimulatedCloud(machine));
        var folder = new TempFolder();
        folder.Write("secret", GenesysSimulator.ClientSecret);
        folder.Write("appsettings.json", $$"""
            {
              "Data": { "Folder": "data" }, "Clock": { "Virtual": true }, "Rules": { "WrapUpTimeout": "10m", "MaxWrapUp": "30m", "TransferTimeout": "{{transfers}}" },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
                "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "genesys", "Queue": "{{Support}}" } } },
              "Instances": { "genesys": { "Plugin": "GenesysCloud", "Options": { "Domain": "mypurecloud.example", "ApiUrl": "{{vendor.Url}}", "LoginUrl": "{{vendor.Url}}",
                "ClientId": "{{GenesysSimulator.ClientId}}", "ClientSecret": "secret:file:secret", "CallsPerMinute": 6000, "VisibleWithin": "00:00:00.1", "SearchableWithin": "00:00:01", "PollEvery": "00:00:01" } } }
            }
            """);
        var world = new SagaWorld(folder, machine, vendor, await StartAsync(folder, machine));
        await world.App.Door.HandleAsync(world.Catalogue(), Urgency.Sweep, Token);
        return world;
    }

    /// <summary>The host is gone with what it was doing, and started again on the same store.</summary>
    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        App = await StartAsync(_folder, _machine);
        await App.Store.Outbox.ReleaseOrphansAsync(["nobody"], Token);
    }

    public async Task<long> MailAsync(string? subject = null)
    {
        var raw = $"From: customer{++_mails}@example.net\r\nTo: support@example.org\r\nSubject: {subject ?? $"Lamp {_mails}"}\r\nMessage-ID: <m{_mails}@example.net>\r\n\r\nHello\r\n";
        var line = await App.Intake.TakeAsync("support", Encoding.ASCII.GetBytes(raw), $"mail {_mails}", Token);
        Assert.True(RecordId.TryParse(line.Decision!.InteractionId, 'i', out var id));
        return id;
    }

    /// <summary>Mail that Ann has taken at the vendor.</summary>
    public async Task<long> WorkAsync()
    {
        var id = await MailAsync();
        await SettleAsync();
        Assert.True(Cloud.Accept(Conversation(id), AnnId));
        await SettleAsync();
        return id;
    }

    /// <summary>The customer answers our last mail.</summary>
    public async Task AnswerAsync(long id)
    {
        await using var db = App.Store.Read();
        var sent = await db.Set<Message>().Where(m => m.InteractionId == id && m.Direction == Direction.Outbound).OrderBy(m => m.Id).LastAsync(Token);
        var ours = MailReader.Read((await App.Store.RawMails.GetAsync(sent.Id, Token))!);
        var raw = $"From: {ours.To[0].Address}\r\nTo: {ours.ReplyTo[0].Address}\r\nSubject: Re: {ours.Subject}\r\nMessage-ID: <a{++_mails}@example.net>\r\nIn-Reply-To: <{ours.MessageId}>\r\n\r\nThe new one\r\n";
        var line = await App.Intake.TakeAsync("support", Encoding.ASCII.GetBytes(raw), $"answer {_mails}", Token);
        Assert.Equal(RecordId.Interaction(id), line.Decision!.InteractionId);
    }

    public string Conversation(long id) => Assert.Single(Cloud.Of(RecordId.Interaction(id))).Id;

    public async Task<Answer> DoAsync(InteractionCommand command) => (await App.Door.HandleAsync(command, Urgency.Command, Token)).Answer;

    /// <summary>What an administrator says, and all that follows of it.</summary>
    public async Task GiveAsync(Input input)
    {
        Assert.IsType<Answer.Done>((await App.Door.HandleAsync(input, Urgency.Command, Token)).Answer);
        await SettleAsync();
    }

    public async Task<ReconciliationReport> ReconcileAsync(bool repair)
    {
        var report = await App.Reconciler.RunAsync([App.Instances.Find("genesys")!], new(App.Clock.Now, Admin, "r", repair, EndUnknown: true), Token);
        await SettleAsync();
        return report;
    }

    public Task<Answer> ReplyAsync(long id, string agent) => DoAsync(new AgentReply { InteractionId = id, At = App.Clock.Now, By = Actor.OfAgent(agent), Correlation = "test", Text = "We look into it." });

    public Task<Answer> CloseAsync(long id, string agent, string? code = "issue_resolved") => DoAsync(new AgentClose { InteractionId = id, At = App.Clock.Now, By = Actor.OfAgent(agent), Correlation = "test", Code = code });

    public async Task<Answer> TransferAsync(long id, string agent, string? queue = null, string? to = null) => await DoAsync(new AgentTransfer
    {
        InteractionId = id, At = App.Clock.Now, By = Actor.OfAgent(agent), Correlation = "test", Queue = queue, Agent = to,
        Authorised = await App.Transfers.AuthorisedAsync(await InteractionAsync(id), Token),
    });

    /// <summary>Until the outbox has nothing more to do, waits and doubts included; no longer than half a minute of machine time, a minute of business time.</summary>
    public async Task SettleAsync()
    {
        for (var step = 0; step < 120; step++)
        {
            await App.DrainAsync(Token);
            if (!await BusyAsync()) return;
            _machine.Shift(Step);
            await App.Time.AdvanceAsync(Step, Token);
        }
    }

    public async Task<Interaction> InteractionAsync(long id) => await ReadAsync<Interaction>(q => q.Where(i => i.Id == id).FirstAsync(Token));

    public async Task<Transfer> TransferOfAsync(long id) => await ReadAsync<Transfer>(q => q.Where(t => t.InteractionId == id).OrderBy(t => t.Id).LastAsync(Token));

    public async Task<IReadOnlyList<WrapUpSegment>> SegmentsAsync(long id) => await ReadAsync<WrapUpSegment, List<WrapUpSegment>>(q => q.Where(s => s.InteractionId == id).OrderBy(s => s.Id).ToListAsync(Token));

    public async Task<int> LoadAsync(string agent) =>
        await ReadAsync<Engine.Routing.CapacityEntry, int>(q => q.Where(e => e.Agent == agent).SumAsync(e => e.Delta, Token));

    public async Task<IReadOnlyList<OutboxRow>> OutboxAsync() => await ReadAsync<OutboxRow, List<OutboxRow>>(q => q.OrderBy(o => o.Id).ToListAsync(Token));

    public Task<T> ReadAsync<T>(Func<IQueryable<T>, Task<T>> read) where T : class => ReadAsync<T, T>(read);

    public async Task<TResult> ReadAsync<T, TResult>(Func<IQueryable<T>, Task<TResult>> read) where T : class
    {
        await using var db = App.Store.Read();
        return await read(db.Set<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Vendor.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(Vendor.Violations);
    }

    private Task<bool> BusyAsync() =>
        ReadAsync<OutboxRow, bool>(q => q.AnyAsync(o => o.Destination != OutboxDestination.Mail && (o.State == OutboxState.Waiting || o.State == OutboxState.Started), Token));

    private CatalogueRead Catalogue() => new()
    {
        At = App.Clock.Now,
        By = Actor.Sweep("code-sync"),
        Correlation = "test",
        Instance = "genesys",
        Codes = [.. Cloud.Codes.Select(c => new VendorCode(c.Id, c.Name))],
        Named = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty
            .Add("issue_resolved", "Issue resolved").Add("task_created", "Task created").Add("customer_inactivity", "Closed due to customer inactivity"),
    };

    private static async Task<ConnectorApp> StartAsync(TempFolder folder, TimeProvider machine)
    {
        var loaded = SettingsLoader.Load(new() { File = folder.At("appsettings.json"), Folder = folder.Path });
        Assert.Empty(loaded.Faults);
        var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, NullLoggerFactory.Instance, machine, Token);
        await app.StartInstancesAsync(Token);
        Assert.Equal(InstanceState.Running, app.Instances.Find("genesys")!.Status.State);
        return app;
    }
}
