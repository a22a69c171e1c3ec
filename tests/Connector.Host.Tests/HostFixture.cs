using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Connector.Engine.Settings;
using Connector.Host.Api;
using Connector.Host.Api.Security;
using Connector.Host.Logging;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings.Loading;
using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests;

/// <summary>A whole host in a folder of its own: real store, real queue, real HTTP on a free port. What moves by itself is driven by hand.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private readonly LockedText _log = new();
    private ILoggerFactory? _loggers;
    private ConnectorApp? _app;
    private ApiServer? _api;

    public TempFolder Folder { get; } = new();

    /// <summary>Laid over the built-in settings; set before the host is started.</summary>
    public JsonObject Settings { get; } = JsonNode.Parse("""
        {
          "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" },
          "Seed": { "Enabled": true },
          "Api": { "Url": "http://127.0.0.1:0" },
          "Instances": { "awa": { "Plugin": "Awa", "Options": {
            "Queues": [{ "Id": "support" }],
            "Agents": [{ "Id": "ann", "Email": "ann@example.org", "Capacity": { "Email": 1000 } }, { "Id": "ben", "Email": "ben@example.org", "Capacity": { "Email": 1000 } }] } } }
        }
        """)!.AsObject();

    public Dictionary<string, string> Environment { get; } = [];

    internal ConnectorApp App => _app!;

    internal ApiServer Api => _api!;

    public string AdminKey { get; private set; } = "";

    public ILogger Logger => _loggers!.CreateLogger("Test");

    /// <summary>All that was logged so far, as JSON lines.</summary>
    public string Log => _log.ToString();

    public async ValueTask InitializeAsync()
    {
        var file = Folder.Write("appsettings.json", Settings.ToJsonString());
        var loaded = SettingsLoader.Load(new() { File = file, Folder = Folder.Path, Environment = Environment });
        Assert.Empty(loaded.Faults);
        var redaction = new Redaction();
        _loggers = LogSetup.Create(_log, json: true, TimeProvider.System, redaction);
        _app = await ConnectorApp.OpenAsync(loaded, AppMode.Host, _loggers, TimeProvider.System, CancellationToken.None);
        redaction.Mask = _app.Mask;
        await _app.StartInstancesAsync(CancellationToken.None);
        var keys = new AdminKeyFile(_app.Folder.Root);
        await keys.EnsureAsync(_app.Store.Keys, _app.Clock.Now, CancellationToken.None);
        AdminKey = keys.Read()!;
        _api = await ApiServer.StartAsync(_app, _loggers, CancellationToken.None);
    }

    internal async Task<ApiCaller> AsAsync(AgentRole role, string? agent = null) =>
        new(this, await App.Store.Keys.CreateApiKeyAsync(role, agent, "test", App.Clock.Now));

    internal ApiCaller AsAdmin() => new(this, AdminKey);

    internal HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(Api.Address) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A mail comes in and is routed; answers the id of its interaction.</summary>
    public async Task<string> MailAsync(string from = "anna@customer.example", string subject = "Where is my order", string text = "It has not come.", string? extra = null)
    {
        var line = await App.Intake.TakeAsync("support", Mails.Plain(from, subject, text, extra), "test", CancellationToken.None);
        await App.DrainAsync(CancellationToken.None);
        return line.Decision.InteractionId!;
    }

    /// <summary>A mail comes in, is offered to the agent and accepted; answers the id of its interaction.</summary>
    public async Task<string> WorkAsync(string agent = "ann", string from = "anna@customer.example")
    {
        foreach (var other in (string[])["ann", "ben"])
            await App.Offers.SetPresenceAsync(other, other == agent ? Contracts.AgentPresence.Available : Contracts.AgentPresence.Offline, CancellationToken.None);
        var id = await MailAsync(from);
        var offer = (await App.Offers.OffersAsync(agent, CancellationToken.None)).First(o => o.Offer.InteractionId == id);
        await App.Offers.AcceptAsync(offer.Id, agent, CancellationToken.None);
        await App.DrainAsync(CancellationToken.None);
        return id;
    }

    /// <summary>Beside the host, on its database.</summary>
    public void Sql(string text)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(App.Folder.Root, "connector.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
        _loggers?.Dispose();
        Folder.Dispose();
    }
}
