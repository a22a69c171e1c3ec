using System.Text.Json.Nodes;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Instances;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Tests.Vendors;

/// <summary>A host whose mail is routed by the stub vendor, with everything moving by itself.</summary>
internal sealed class VendorHost : IAsyncDisposable
{
    public const string Secret = "pl4nted-client-s3cret";
    private readonly TempFolder _plugins = new();
    private int _mails;

    private VendorHost(StubVendor vendor) => Vendor = vendor;

    public StubVendor Vendor { get; }

    public HostFixture Host { get; } = new();

    public PluginInstance Instance => Host.App.Instances.Find("vendor")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<VendorHost> StartAsync(Action<HostFixture>? change = null, bool moving = true)
    {
        var world = new VendorHost(await StubVendor.StartAsync());
        var assembly = typeof(StubPlugin).Assembly.Location;
        world._plugins.Write($"Stub/{Path.GetFileName(assembly)}", await File.ReadAllBytesAsync(assembly, Cancellation));
        world._plugins.Write("Stub/plugin.json", $$"""
            { "id": "Stub", "vendor": "Test", "version": "1.0.0", "assembly": "{{Path.GetFileName(assembly)}}", "type": "{{typeof(StubPlugin).FullName}}", "contract": "1.0",
              "channels": ["Email"], "delivery": "poll", "routingSource": "CCaaS", "status": "experimental", "owner": "tests" }
            """);
        world.Host.Folder.Write("vendor.secret", Secret);
        world.Host.Settings["Plugins"] = new JsonObject { ["Folders"] = new JsonArray(world._plugins.Path) };
        world.Host.Settings["Channels"] = JsonNode.Parse("""
            { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>", "Route": { "Instance": "vendor", "Queue": "q1" } } }
            """);
        world.Host.Settings["Instances"]!["vendor"] = JsonNode.Parse($$"""
            { "Plugin": "Stub", "Options": { "BaseUrl": "{{world.Vendor.BaseUrl}}", "ClientSecret": "secret:file:vendor.secret" } }
            """);
        change?.Invoke(world.Host);
        await world.Host.InitializeAsync();
        if (moving) await world.Host.App.StartAsync(Cancellation);
        return world;
    }

    /// <summary>A mail comes in; the row that is to route it.</summary>
    public async Task<long> MailAsync(string from = "anna@customer.example")
    {
        var line = await Host.App.Intake.TakeAsync("support", Mails.Plain(from, $"Lamp {++_mails}", "It is broken.", null), "test", Cancellation);
        Assert.True(Engine.RecordId.TryParse(line.Decision!.InteractionId, 'i', out var interaction));
        await using var db = Host.App.Store.Read();
        return (await db.Outbox.SingleAsync(o => o.InteractionId == interaction && o.Destination == "vendor", Cancellation)).Id;
    }

    public async Task<OutboxRow> RowAsync(long id)
    {
        await using var db = Host.App.Store.Read();
        return await db.Outbox.SingleAsync(o => o.Id == id, Cancellation);
    }

    public Task UntilAsync(long row, OutboxState state) => UntilAsync(async () => (await RowAsync(row)).State == state);

    public Task UntilAsync(InstanceState state) => UntilAsync(() => Task.FromResult(Instance.Status.State == state));

    public Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await so()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    public Task<ApiAnswer> WishAsync(string wish) => Host.AsAdmin().PostAsync($"admin/instances/vendor/{wish}");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Vendor.DisposeAsync();
        _plugins.Dispose();
    }
}
