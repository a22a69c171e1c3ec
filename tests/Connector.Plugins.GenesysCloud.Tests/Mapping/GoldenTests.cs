using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.WireMock;

namespace Connector.Plugins.GenesysCloud.Tests.Mapping;

/// <summary>What the vendor sends, beside what is made of it: every body of the stubs, and odd ones of our own.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> Names => [.. Payloads().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Observe_PayloadOfTheVendor_IsTheObservationBesideIt(string name)
    {
        var conversation = JsonSerializer.Deserialize(File.ReadAllText(Payloads()[name]), GenesysJson.Default.EmailConversation)!;
        var seen = JsonSerializer.Serialize(ConversationMapping.Observe(conversation, Facts), Json);
        var expected = Path.Combine(Here, "golden", $"{name}.json");
        Assert.True(File.Exists(expected), $"golden/{name}.json is missing; it would be:\n{seen}");
        Assert.Equal(JsonNode.Parse(File.ReadAllText(expected))!.ToJsonString(Json), JsonNode.Parse(seen)!.ToJsonString(Json));
    }

    [Fact]
    public void Golden_Files_AllHaveTheirPayload() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Here, "golden")).Select(f => Path.GetFileNameWithoutExtension(f)).Except(Payloads().Keys));

    private static string Here { get; } = Path.Combine(Path.GetDirectoryName(WireMockFiles.Mocks)!, "tests", "Connector.Plugins.GenesysCloud.Tests", "Mapping");

    private static MappingFacts Facts => new()
    {
        AgentOf = id => id switch
        {
            Known.AnnId => "ann",
            Known.BobId => "bob",
            _ => id,
        },
        CodeOf = code => code == "Issue resolved" ? Known.IssueResolved : code,
        AsOf = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero),
    };

    private static Dictionary<string, string> Payloads() =>
        Directory.EnumerateFiles(Path.Combine(WireMockFiles.Mocks, "GenesysCloud", "__files", "conversation"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Here, "payloads")))
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => f);
}
