using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Demo.Vendors;

/// <summary>What the story needs to know of one vendor's stubs: <c>mocks/VENDOR/demo.json</c>.</summary>
/// <param name="Instance">An entry of <c>Instances</c>; <c>{stubs}</c> stands for the stubs' address.</param>
/// <param name="Secrets">Files that its references name, and what stands in them.</param>
/// <param name="Queue">The vendor's id of the queue mail is routed to.</param>
/// <param name="SecondQueue">The queue it is handed to.</param>
/// <param name="Taken">An agent takes the work at the vendor.</param>
/// <param name="TakenAgain">Another one takes it from the second queue.</param>
internal sealed record StubStory(JsonObject Instance, IReadOnlyDictionary<string, string> Secrets, string Queue, string SecondQueue, StubStep Taken, StubStep TakenAgain)
{
    public static StubStory Read(string vendor)
    {
        var file = Path.Combine(Folder(vendor), "demo.json");
        return JsonSerializer.Deserialize(File.ReadAllBytes(file), StubStoryJson.Default.StubStory) ?? throw new CommandFailedException($"{file} is empty");
    }

    /// <summary>The stubs as they ship beside the host.</summary>
    public static string Folder(string vendor)
    {
        var all = Path.Combine(AppContext.BaseDirectory, "mocks");
        string[] there = [.. Directory.EnumerateDirectories(all).Where(f => File.Exists(Path.Combine(f, "demo.json"))).Select(f => Path.GetFileName(f))];
        return there.FirstOrDefault(v => v.Equals(vendor, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Path.Combine(all, found)
            : throw new WrongCallException($"there are no stubs for '{vendor}'; there are some for {string.Join(", ", there)}. Without --vendor the story is told on the built-in queue.");
    }

    /// <summary>Settings of a host whose one channel is routed by the vendor.</summary>
    public string Settings(Uri stubs)
    {
        var settings = JsonNode.Parse("""
            {
              "Data": { "Folder": "data" },
              "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" },
              "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>", "Intake": { "Drop": "drop/support" } } },
              "Instances": {}
            }
            """)!;
        settings["Channels"]!["support"]!["Route"] = new JsonObject { [nameof(Instance)] = "vendor", [nameof(Queue)] = Queue };
        settings["Instances"]!["vendor"] = JsonNode.Parse(Instance.ToJsonString().Replace("{stubs}", stubs.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        return settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}

/// <summary>Something people do at the vendor: a scenario of the stubs is put into a state.</summary>
internal sealed record StubStep(string Scenario, string State);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StubStory))]
internal sealed partial class StubStoryJson : JsonSerializerContext;
