using System.Text.Json.Nodes;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Seeding;
using Connector.Runtime.Settings.Loading;
using Connector.Storage.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>A seeded store in a folder of its own (or a database of its own), with the real door over it.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-scenario-").FullName;
    private readonly PostgresServer? _server;
    private string? _database;

    private Place(PostgresServer? server) => _server = server;

    public ConnectorApp App { get; private set; } = null!;

    /// <summary>Business time of the seed.</summary>
    public DateTimeOffset Now { get; private set; }

    public static async Task<Place> MakeAsync(ScenarioFile scenario, Templates templates, PostgresServer? server, CancellationToken cancellation)
    {
        var place = new Place(server);
        if (server is not null) place._database = await server.NewDatabaseAsync();
        var settings = Laid(await ReadAsync("settings", cancellation), scenario.Settings);
        if (place._database is not null) settings["Data"] = new JsonObject { ["ConnectionString"] = place._database };
        var seed = Laid(await ReadAsync(scenario.World, cancellation), scenario.Seed);
        await File.WriteAllTextAsync(Path.Combine(place._folder, "appsettings.json"), settings.ToJsonString(), cancellation);
        await File.WriteAllTextAsync(Path.Combine(place._folder, "seed.json"), seed.ToJsonString(), cancellation);
        place.Now = seed["now"]!.GetValue<DateTimeOffset>();
        await place.SeedAsync(templates, scenario.Capabilities, cancellation);
        return place;
    }

    /// <summary>A worker's intake that stands at one business time.</summary>
    public MailIntake IntakeAt(DateTimeOffset now) =>
        new(App.Door, new FixedClock(now), () => App.Setup, App.Intake.Size, InFlight.Open(Path.Combine(_folder, Guid.NewGuid().ToString("N"))), NullLogger<MailIntake>.Instance);

    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        if (_server is not null && _database is not null) await _server.DropAsync(_database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opened again after seeding, so that seeded agents are known.</summary>
    private async Task SeedAsync(Templates templates, IReadOnlyDictionary<string, string> capabilities, CancellationToken cancellation)
    {
        await using (var first = await OpenAsync(cancellation))
        {
            var seeded = await Seeder.SeedAsync(first, Path.Combine(_folder, "seed.json"), cancellation);
            foreach (var (key, values) in seeded.Keys) templates.Learn(key, System.Text.Json.JsonSerializer.SerializeToNode(values, Engine.Seeding.SeedJson.Default.SeededKey));
            await first.Store.Status.BeatAsync(new() { Tenant = first.Store.Tenant, Host = "before" }, [.. capabilities.Select(c => SeenBefore(first, c.Key, c.Value))], cancellation: cancellation);
        }
        App = await OpenAsync(cancellation);
    }

    private static Storage.Rows.InstanceStatus SeenBefore(ConnectorApp app, string instance, string capabilities) =>
        new() { Tenant = app.Store.Tenant, Host = "before", Instance = instance, State = "Running", Capabilities = (long)Enum.Parse<Contracts.Capability>(capabilities) };

    private Task<ConnectorApp> OpenAsync(CancellationToken cancellation)
    {
        var loaded = SettingsLoader.Load(new SettingsRequest { Folder = _folder });
        if (loaded.Faults.Count > 0) throw new InvalidDataException(string.Join("; ", loaded.Faults));
        return ConnectorApp.OpenAsync(loaded, AppMode.Command, NullLoggerFactory.Instance, TimeProvider.System, cancellation);
    }

    private static async Task<JsonObject> ReadAsync(string world, CancellationToken cancellation) => JsonNode.Parse(
        await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "worlds", $"{world}.json"), cancellation), null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!.AsObject();

    private static JsonObject Laid(JsonObject under, JsonObject? over)
    {
        foreach (var (key, value) in over ?? [])
            under[key] = value is JsonObject inner && under[key] is JsonObject old ? Laid(old.DeepClone().AsObject(), inner) : value?.DeepClone();
        return under;
    }
}
