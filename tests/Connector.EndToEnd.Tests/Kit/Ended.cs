using System.Text.Json.Nodes;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>What a command left when it ended.</summary>
internal sealed record Ended(int ExitCode, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out) ?? throw new InvalidOperationException("no JSON");

    /// <summary>JSON lines.</summary>
    public IReadOnlyList<JsonNode> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    /// <summary>Itself, if it ended with the code.</summary>
    public Ended With(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, expected {exitCode}\n{Out}\n{Error}");
        return this;
    }
}
