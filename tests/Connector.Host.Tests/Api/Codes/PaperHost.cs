using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Routing;
using Connector.Storage.Writing;

namespace Connector.Host.Tests.Api.Codes;

/// <summary>A host whose mail is routed by a platform that is one JSON file (<c>tests/Plugins/Paper</c>).</summary>
public sealed class PaperHost : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public HostFixture Host { get; } = new();

    private string Vendor => Path.Combine(Host.Folder.Path, "vendor.json");

    public async ValueTask InitializeAsync()
    {
        Host.Settings["Plugins"] = new JsonObject { ["Folders"] = new JsonArray(Path.Combine(AppContext.BaseDirectory, "sample-plugins")) };
        Host.Settings["Channels"] = JsonNode.Parse("""{ "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>", "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "cloud", "Queue": "q1" } } }""");
        Host.Settings["Instances"]!["cloud"] = new JsonObject { ["Plugin"] = "Paper", ["Options"] = new JsonObject { ["File"] = Vendor } };
        Change(v =>
        {
            v["codes"] = JsonNode.Parse("""[{ "id": "r", "name": "Issue resolved" }, { "id": "t", "name": "Task created" }, { "id": "c", "name": "Closed due to customer inactivity" }]""");
            v["queues"] = JsonNode.Parse("""[{ "id": "q1", "name": "Billing" }]""");
            v["agents"] = JsonNode.Parse("""[{ "id": "a1", "name": "Ann", "email": "ann@example.org" }]""");
            v["targets"] = JsonNode.Parse("""[{ "queue": "q2", "name": "Sales" }, { "agent": "ben", "name": "Ben" }]""");
        });
        await Host.InitializeAsync();
    }

    public JsonObject Read() => File.Exists(Vendor) ? JsonNode.Parse(File.ReadAllText(Vendor))!.AsObject() : [];

    public void Change(Action<JsonObject> change)
    {
        var vendor = Read();
        change(vendor);
        File.WriteAllText(Vendor, vendor.ToJsonString());
    }

    internal IReadOnlyList<string> Calls => [.. Read()["calls"]!.AsArray().Select(c => (string)c!)];

    /// <summary>A mail that an agent of the vendor has accepted.</summary>
    public async Task<string> WorkAsync(string agent = "ann")
    {
        var id = await Host.MailAsync();
        Item(id, i => (i["state"], i["agent"], i["rank"]) = ("Accepted", agent, (long)i["rank"]! + 1));
        await ObserveAsync(id);
        return id;
    }

    internal void Item(string interaction, Action<JsonNode> change) => Change(v => change(v["items"]!.AsArray().Last(i => (string?)i!["interactionId"] == interaction)!));

    public async Task ObserveAsync(string interaction)
    {
        var work = Read()["items"]!.AsArray().Last(i => (string?)i!["interactionId"] == interaction).Deserialize<WorkObservation>(Json)!;
        await Host.App.Door.HandleAsync(new Observed { Instance = "cloud", Work = work, At = Host.App.Clock.Now, By = Actor.OfInstance("cloud"), Correlation = "seen" }, Urgency.Result, CancellationToken.None);
        await Host.App.DrainAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
