using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Demo;

/// <summary>A new folder with the settings of the story, so that everything in it can be looked at afterwards with the ordinary commands.</summary>
internal sealed record DemoFolder(string Path, string SettingsFile)
{
    private const string Settings = """
        {
          // Two agents with different capacity share one queue; business time is moved by the story.
          "Data": { "Folder": "data" },
          "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" },
          "Channels": {
            "support": {
              "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
              "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "awa", "Queue": "support" }
            }
          },
          "Instances": {
            "awa": {
              "Plugin": "Awa", "Enabled": true,
              "Options": {
                "Queues": [ { "Id": "support", "Skills": [] } ],
                "Agents": [
                  { "Id": "ann", "Email": "ann@example.org", "Skills": [], "Capacity": { "Email": 2 } },
                  { "Id": "ben", "Email": "ben@example.org", "Skills": [], "Capacity": { "Email": 1 } }
                ]
              }
            }
          }
        }
        """;

    public static DemoFolder Make(Invocation call) => Make(call, Settings, new Dictionary<string, string>());

    /// <param name="secrets">Files that the settings refer to, and what stands in them.</param>
    public static DemoFolder Make(Invocation call, string settings, IReadOnlyDictionary<string, string> secrets)
    {
        var path = Free(call.Get(GlobalOptions.Data) is { } data ? call.Path(data) : call.Path("connector-demo"));
        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, "appsettings.json");
        File.WriteAllText(file, settings + "\n");
        foreach (var (name, secret) in secrets) File.WriteAllText(System.IO.Path.Combine(path, name), secret);
        return new DemoFolder(path, file);
    }

    /// <summary>Never tells a story into a folder that has one already.</summary>
    private static string Free(string path)
    {
        var free = path;
        for (var n = 2; Directory.Exists(free) && Directory.EnumerateFileSystemEntries(free).Any(); n++) free = $"{path}-{n}";
        return free;
    }
}
