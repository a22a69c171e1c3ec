using System.Text.Json.Nodes;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>A folder of one test, in which the connector is called as people call it. The API takes a free port.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly List<ConnectorProcess> _started = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("connector-e2e-").FullName;

    public string Data => Path.Combine(Folder, "connector-data");

    public string Drop => Path.Combine(Data, "drop", "support");

    public string Outgoing => Path.Combine(Data, "outgoing");

    public Dictionary<string, string> Environment { get; } = new() { ["CONNECTOR__Api__Url"] = "http://127.0.0.1:0" };

    /// <summary>Settings of the current folder, which every call here finds by itself.</summary>
    public void Settle(string json) => Write("appsettings.json", JsonNode.Parse(json)!.ToJsonString());

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    /// <summary>As a mail program does it: written beside under a name that is not taken, then renamed.</summary>
    public void DropMail(string name, byte[] mail)
    {
        Directory.CreateDirectory(Drop);
        var half = Path.Combine(Drop, $"{name}.part");
        File.WriteAllBytes(half, mail);
        File.Move(half, Path.Combine(Drop, name));
    }

    internal async Task<Ended> CallAsync(params string[] arguments) => await Start(arguments).EndAsync();

    internal ConnectorProcess Start(params string[] arguments)
    {
        var process = ConnectorProcess.Start(Folder, Environment, arguments);
        _started.Add(process);
        return process;
    }

    internal async Task<RunningHost> RunAsync(params string[] arguments)
    {
        var process = Start(["run", "--json", .. arguments]);
        var places = await Until.SomeAsync("the host says that it runs", () =>
        {
            if (process.HasEnded) Assert.Fail($"the host ended\n{process.Out}\n{process.Error}");
            var line = process.Out;
            return Task.FromResult(line.EndsWith('\n') && JsonNode.Parse(line) is { } told && told["api"] is not null ? told : null);
        });
        return new(process, places);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started) await process.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
