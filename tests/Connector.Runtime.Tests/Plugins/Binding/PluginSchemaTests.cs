using System.Text.Json.Nodes;
using Connector.Runtime.Plugins.Binding;

namespace Connector.Runtime.Tests.Plugins.Binding;

public sealed class PluginSchemaTests
{
    private static readonly JsonNode Schema = PluginSchema.Of(typeof(HouseOptions));

    [Fact]
    [Trait("Requirement", "H06")]
    public void Of_Options_HasTypesDefaultsTextsRangesAndSecretMarks()
    {
        Assert.Equal("object", Text("type"));
        Assert.Equal("What it is called.", Text("properties.Name.description"));
        Assert.Equal(("string", "period", "30s", "1s", "1h"), (Text("properties.Wait.type"), Text("properties.Wait.format"), Text("properties.Wait.default"), Text("properties.Wait.minimum"), Text("properties.Wait.maximum")));
        Assert.Equal(("true", "Opens it.", null), (Text("properties.Token.writeOnly"), Text("properties.Token.description"), Text("properties.Token.default")));
        Assert.Equal("""["Name"]""", Schema["required"]!.ToJsonString());
        Assert.Equal(("2", "1", "9"), (Text("properties.Doors.items.properties.Size.default"), Text("properties.Doors.items.properties.Size.minimum"), Text("properties.Doors.items.properties.Size.maximum")));
        Assert.Equal("""["Wood","Steel"]""", Node("properties.Doors.items.properties.Kind.enum")!.ToJsonString());
    }

    [Fact]
    public void Of_Options_RefusesUnknownKeysAtEveryLevel()
    {
        Assert.Equal(("false", "false"), (Text("additionalProperties"), Text("properties.Doors.items.additionalProperties")));
        Assert.Equal("integer", Text("properties.Limits.additionalProperties.type"));
    }

    [Theory]
    [InlineData("""{ "Name": "x", "Wait": "2m", "Doors": [ { "Id": "a", "Kind": "Steel" } ] }""", null)]
    [InlineData("""{ "Nmae": "x", "Name": "x" }""", "Nmae is not in the schema")]
    [InlineData("""{ "Name": "x", "Doors": [ { "Id": "a", "Size": 10 } ] }""", "Doors.0.Size is above 9")]
    [InlineData("""{ "Wait": "2m" }""", "Name is missing")]
    [InlineData("""{ "Name": 3 }""", "Name is no string")]
    public void Of_Options_TellsGoodFromBad(string json, string? fault) => Assert.Equal(fault, SchemaCheck.Fault(Schema, JsonNode.Parse(json)!));

    [Fact]
    [Trait("Requirement", "H06")]
    public void Of_EveryShippedPlugin_CanBeMade() =>
        Assert.All(Samples.Shipped.Plugins, p => Assert.NotEmpty(p.Schema()!["properties"]!.AsObject()));

    [Fact]
    [Trait("Requirement", "H06")]
    public void Of_Awa_TheSampleOptionsValidate()
    {
        var options = JsonNode.Parse("""
            { "Queues": [ { "Id": "support", "Skills": [] } ],
              "Agents": [ { "Id": "ann", "Email": "ann@example.org", "Skills": [], "Capacity": { "Email": 3 } } ] }
            """)!;
        Assert.Null(SchemaCheck.Fault(Samples.Shipped.Find("Awa")!.Schema()!, options));
    }

    private static JsonNode? Node(string path) => path.Split('.').Aggregate((JsonNode?)Schema, (node, name) => node?[name]);

    private static string? Text(string path) => Node(path)?.ToString();
}
