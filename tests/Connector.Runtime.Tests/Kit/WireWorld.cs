using System.Text;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Settings.Loading;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Plugins;
using Connector.Runtime.Tests.Settings;
using Connector.Storage.Writing;
using Connector.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Kit;

/// <summary>The real parts with a vendor at the other end of a real wire. Machine and business time move only when told.</summary>
internal sealed class WireWorld : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private int _mails;

    private WireWorld(TempFolder folder, WireVendor vendor, ManualTime time, ConnectorApp app) => (_folder, Vendor, Time, App) = (folder, vendor, time, app);

    public WireVendor Vendor { get; }
    public ManualTime Time { get; }
    public ConnectorApp App { get; private set; }

    public PluginInstance Instance => App.Instances.Find("wire")!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WireWorld> OpenAsync(RepeatKind repeat, string lag = "00:00:30")
    {
        var (folder, vendor, time) = (new TempFolder(), new WireVendor(), new ManualTime());
        folder.Write("appsettings.json", $$"""
            {
              "Data": { "Folder": "data" }, "Plugins": { "Folders": [ "{{Samples.Folder}}" ] },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
                "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "wire", "Queue": "support" } } },
              "Instances": { "wire": { "Plugin": "Wire", "Options": { "Url": "{{vendor.Url}}", "Repeat": "{{repeat}}", "Lag": "{{lag}}" } } }
            }
            """);
        return new(folder, vendor, time, await StartAsync(folder, time));
    }

    /// <summary>The host is gone as by a kill, and started again: what it held comes back in doubt.</summary>
    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        App = await StartAsync(_folder, Time);
        await App.Store.Outbox.ReleaseOrphansAsync(["nobody"], Token);
    }

    public async Task<long> MailAsync()
    {
        var raw = $"From: customer{++_mails}@example.net\r\nTo: support@example.org\r\nSubject: Lamp {_mails}\r\nMessage-ID: <m{_mails}@example.net>\r\n\r\nHello\r\n";
        var line = await App.Intake.TakeAsync("support", Encoding.ASCII.GetBytes(raw), $"mail {_mails}", Token);
        Assert.True(RecordId.TryParse(line.Decision!.InteractionId, 'i', out var id));
        return id;
    }

    /// <summary>Routed, and taken by the agent at the vendor.</summary>
    public async Task<long> WorkAsync()
    {
        var id = await MailAsync();
        await App.DrainAsync(Token);
        var item = Vendor.Items.Last();
        Vendor.Change(item.Id, "Accepted");
        await App.Door.HandleAsync(new Observed
        {
            At = App.Clock.Now, By = Actor.OfInstance("wire"), Correlation = "test", Instance = "wire",
            Work = new() { ExternalId = item.Id, InteractionId = item.Interaction, Round = item.Round, State = WorkState.Accepted, Agent = "ann", Rank = 2, At = App.Clock.Now },
        }, Urgency.Command, Token);
        await App.DrainAsync(Token);
        return id;
    }

    public Task<Outcome> HoldAsync(long id) =>
        App.Door.HandleAsync(new AgentHold { InteractionId = id, At = App.Clock.Now, By = Actor.OfAgent("ann"), Correlation = "test" }, Urgency.Command, Token);

    public Task<Outcome> RetryAsync(OutboxRow row) =>
        App.Door.HandleAsync(new RetryOutbox { OutboxId = row.Id, At = App.Clock.Now, By = new Actor("admin:key-1"), Correlation = "test" }, Urgency.Command, Token);

    public Task DrainAsync() => App.DrainAsync(Token);

    /// <summary>Time passes, then what is due is done.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        Time.Advance(by);
        await DrainAsync();
    }

    /// <summary>The last row of that operation.</summary>
    public async Task<OutboxRow> RowAsync(string operation)
    {
        await using var db = App.Store.Read();
        return await db.Outbox.Where(o => o.Operation == operation).OrderBy(o => o.Id).LastAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Vendor.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<ConnectorApp> StartAsync(TempFolder folder, ManualTime time)
    {
        var loaded = SettingsLoader.Load(new() { File = folder.At("appsettings.json"), Folder = folder.Path });
        Assert.Empty(loaded.Faults);
        var app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, NullLoggerFactory.Instance, time, Token);
        await app.StartInstancesAsync(Token);
        Assert.Equal(InstanceState.Running, app.Instances.Find("wire")!.Status.State);
        return app;
    }
}
