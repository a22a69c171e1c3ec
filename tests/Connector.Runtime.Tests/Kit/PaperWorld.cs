using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Runtime.Hosting;
using Connector.Runtime.Reconciling;
using Connector.Runtime.Settings.Loading;
using Connector.Runtime.Tests.Settings;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Kit;

/// <summary>The real parts with a platform whose whole state is a JSON file (<c>tests/Plugins/Paper</c>): a test makes it drift by writing the file.</summary>
internal sealed class PaperWorld : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly TempFolder _folder;
    private int _mails;

    private PaperWorld(TempFolder folder, ConnectorApp app) => (_folder, App) = (folder, app);

    public ConnectorApp App { get; }

    private string File => Path.Combine(_folder.Path, "vendor.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PaperWorld> OpenAsync(string codes = "{}", CapacityFreed freed = CapacityFreed.AtAccepted)
    {
        var folder = new TempFolder();
        var settings = $$"""
            {
              "Data": { "Folder": "data" }, "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" }, "Plugins": { "Folders": [ {{JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, "sample-plugins"))}} ] },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
                "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "cloud", "Queue": "q1" } } },
              "Instances": { "cloud": { "Plugin": "Paper", "Codes": {{codes}}, "Options": { "File": {{JsonSerializer.Serialize(Path.Combine(folder.Path, "vendor.json"))}}, "Freed": "{{freed}}" } } }
            }
            """;
        var loaded = SettingsLoader.Load(new() { File = folder.Write("appsettings.json", settings), Folder = folder.Path });
        Assert.Empty(loaded.Faults);
        var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, NullLoggerFactory.Instance, TimeProvider.System, Token);
        var world = new PaperWorld(folder, app);
        world.Change(s => s.Codes.AddRange([new("r", "Issue resolved"), new("t", "Task created"), new("c", "Closed due to customer inactivity")]));
        await app.StartInstancesAsync(Token);
        Assert.Equal("Running", app.Instances.Find("cloud")!.Status.State.ToString());
        return world;
    }

    public Sheet Vendor => System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Sheet>(System.IO.File.ReadAllText(File), Json)! : new();

    public void Change(Action<Sheet> change)
    {
        var sheet = Vendor;
        change(sheet);
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(sheet, Json));
    }

    /// <summary>The vendor's item of an interaction becomes another, with news to tell or without.</summary>
    public void Item(long interaction, Func<WorkObservation, WorkObservation> change, bool news = true) => Change(s =>
    {
        var at = s.Items.FindIndex(i => i.InteractionId == RecordId.Interaction(interaction));
        var changed = change(s.Items[at]);
        s.Items[at] = news ? changed with { Rank = changed.Rank + 10 } : changed;
    });

    public WorkObservation ItemOf(long interaction) => Vendor.Items.Last(i => i.InteractionId == RecordId.Interaction(interaction));

    /// <summary>The codes given by the system are mapped.</summary>
    public async Task MapAsync()
    {
        await App.Sweeps.RunAsync(Runtime.Sweeps.VendorSweep.CodeSync, null, dryRun: false, Token);
        var plan = Plan.Of(await App.Store.Codes.ReadAsync("cloud", Token), "cloud", App.Setup);
        Assert.IsType<Answer.Done>((await GiveAsync(new ApplyPlan { Instance = "cloud", Plan = plan.Fingerprint, At = App.Clock.Now, By = Admin, Correlation = "c" })).Answer);
    }

    public async Task<long> MailAsync()
    {
        var raw = $"From: c{++_mails}@example.net\r\nTo: support@example.org\r\nSubject: Lamp\r\nMessage-ID: <m{_mails}@example.net>\r\n\r\nHello {_mails}\r\n";
        var line = await App.Intake.TakeAsync("support", Encoding.ASCII.GetBytes(raw), $"mail {_mails}", Token);
        Assert.True(RecordId.TryParse(line.Decision!.InteractionId, 'i', out var id));
        await App.DrainAsync(Token);
        return id;
    }

    /// <summary>A mail that an agent has accepted, on both sides.</summary>
    public async Task<long> WorkAsync(string agent = "ann")
    {
        var id = await MailAsync();
        Item(id, i => i with { State = WorkState.Accepted, Agent = agent });
        await ObserveAsync(id);
        Assert.Equal(InteractionState.WorkInProgress, (await InteractionAsync(id)).State);
        return id;
    }

    public Task<Outcome> ObserveAsync(long id) => GiveAsync(new Observed { Instance = "cloud", Work = ItemOf(id), At = App.Clock.Now, By = Actor.OfInstance("cloud"), Correlation = "seen" });

    public async Task<Outcome> GiveAsync(Input input)
    {
        var outcome = await App.Door.HandleAsync(input, Urgency.Command, Token);
        await App.DrainAsync(Token);
        return outcome;
    }

    public Task<Outcome> AsAgentAsync(Func<DateTimeOffset, Actor, InteractionCommand> command, string agent = "ann") => GiveAsync(command(App.Clock.Now, Actor.OfAgent(agent)));

    public Task<Outcome> CloseAsync(long id, string code = "issue_resolved") => AsAgentAsync((at, by) => new AgentClose { InteractionId = id, Code = code, At = at, By = by, Correlation = "c" });

    public Task<Outcome> HoldAsync(long id) => AsAgentAsync((at, by) => new AgentHold { InteractionId = id, At = at, By = by, Correlation = "c" });

    public async Task<ReconciliationReport> ReconcileAsync(bool repair)
    {
        var report = await App.Reconciler.RunAsync([App.Instances.Find("cloud")!], new(App.Clock.Now, Admin, "r", repair, EndUnknown: true), Token);
        await App.DrainAsync(Token);
        return report;
    }

    /// <summary>Changes a record, or adds a row, behind the rules' back.</summary>
    public Task BendAsync(object row) => App.Store.WritePath(new Bending(), () => App.Setup).HandleAsync(new Bend(row) { At = App.Clock.Now, By = Admin, Correlation = "bend" }, Urgency.Command, Token);

    private sealed record Bend(object Row) : Input;

    private sealed class Bending : IRules
    {
        public LookUp LookUpFor(Input input) => new LookUp.None();

        public Outcome Decide(Input input, Known known, Given given) => ((Bend)input).Row is IRecord { Version: > 0 } record
            ? new(new Answer.Done()) { Updates = [record] }
            : new(new Answer.Done()) { Inserts = [((Bend)input).Row] };
    }

    public async Task<Interaction> InteractionAsync(long id)
    {
        await using var db = App.Store.Read();
        return await db.Interactions.FirstAsync(i => i.Id == id, Token);
    }

    public async Task<IReadOnlyList<OutboxRow>> OutboxAsync(long interaction)
    {
        await using var db = App.Store.Read();
        return await db.Outbox.Where(o => o.InteractionId == interaction).OrderBy(o => o.Id).ToListAsync(Token);
    }

    public static Actor Admin => new("admin:root", AgentRole.Administrator);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The file as the plugin has it.</summary>
    public sealed record Sheet
    {
        public List<VendorCode> Codes { get; init; } = [];
        public List<VendorQueue> Queues { get; init; } = [];
        public List<VendorAgent> Agents { get; init; } = [];
        public List<TransferTarget> Targets { get; init; } = [];
        public List<WorkObservation> Items { get; init; } = [];
        public List<string> Calls { get; init; } = [];
        public string? Refuse { get; set; }
    }
}
