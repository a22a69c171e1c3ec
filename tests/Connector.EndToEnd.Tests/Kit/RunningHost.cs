using System.Text.Json.Nodes;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>A host that runs, with what it printed at its start.</summary>
internal sealed class RunningHost(ConnectorProcess process, JsonNode places)
{
    public ConnectorProcess Process => process;

    public JsonNode Places => places;

    public Uri Address { get; } = new((string)places["api"]!);

    /// <summary>With the key of the first start.</summary>
    public Api Admin { get; } = new(new Uri((string)places["api"]!), File.ReadAllText((string)places["adminKey"]!).Trim());

    public Api With(string? key) => new(Address, key);

    /// <summary>With a key of the agent's own.</summary>
    public async Task<Api> AgentAsync(string agent) =>
        With((string?)(await Admin.PostAsync("admin/keys", new { role = "Agent", agent })).With(System.Net.HttpStatusCode.OK).Json["key"]);

    /// <summary>SIGTERM, and the exit code is that of a clean end.</summary>
    public async Task StopAsync()
    {
        process.Terminate();
        (await process.EndAsync()).With(0);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.EndAsync();
    }
}
