using System.Text.Json.Nodes;
using Connector.Runtime.Plugins.Catalog;

namespace Connector.Runtime.Tests.Plugins;

public sealed class ConventionsTests
{
    private static readonly string[] Headings =
        ["## What it connects", "## Set-up at the vendor", "## Options", "## Can and cannot", "## Errors you may see", "## Try it"];

    public static TheoryData<string> Plugins => [.. PluginSources.Ids];

    [Fact]
    public void Folders_OfPlugins_HoldAManifestEachAndUniqueIds()
    {
        var folders = Directory.EnumerateDirectories(PluginSources.Root).Select(f => Path.GetFileName(f)).ToArray();
        Assert.Equal(folders.Order(), PluginSources.Ids.Order());
        Assert.Equal(folders.Length, folders.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Manifest_OfThePlugin_HasNoFaultAndItsFoldersName(string id)
    {
        var (manifest, faults) = ManifestReader.Read(Path.Combine(PluginSources.Root, id));
        Assert.Empty(faults);
        Assert.Equal(id, manifest!.Id);
        Assert.Equal(PluginState.Loaded, Samples.Shipped.Find(id)!.State);
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Readme_OfThePlugin_HasTheHouseHeadingsInOrder(string id) =>
        Assert.Equal(Headings, PluginSources.Text(id, "README.md").Split('\n').Select(l => l.TrimEnd()).Where(l => l.StartsWith("## ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Readme_OfThePlugin_NamesEveryOptionWithItsDefaultAndRange(string id)
    {
        var told = PluginSources.Rows(PluginSources.Text(id, "README.md"));
        var rows = SchemaRows.Of(Samples.Shipped.Find(id)!.Schema()!).ToArray();
        Assert.Equal(rows.Select(r => r.Name).Order(), told.Keys.Order());
        foreach (var (name, value, range) in rows)
        {
            Assert.Equal((name, value), (name, told[name][1]));
            Assert.Equal((name, range ?? told[name][2]), (name, told[name][2]));
        }
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Schema_OfThePlugin_DescribesEveryOption(string id) => Described(Samples.Shipped.Find(id)!.Schema()!, id);

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Quality_OfThePlugin_AnswersEveryRule(string id)
    {
        var rules = PluginSources.Rows(PluginSources.Text("", "README.md").Split("## Quality scale")[1]).Keys;
        var answers = PluginSources.Json(id, "quality.json");
        Assert.Equal(rules.Order(), answers.Select(a => a.Key).Order());
        foreach (var (rule, answer) in answers)
        {
            var state = answer!["state"]?.ToString();
            Assert.Contains(state, new[] { "done", "todo", "exempt" });
            Assert.True(state == "done" || answer["reason"]?.ToString().Length > 5, $"{rule} is {state} without a reason");
        }
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Quality_OfAStablePlugin_LeavesNothingToDo(string id) =>
        Assert.False(PluginSources.Json(id, "plugin.json")["status"]!.ToString() == "stable" && PluginSources.Json(id, "quality.json").Any(a => a.Value!["state"]!.ToString() == "todo"));

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Stubs_OfThePlugin_AreThere(string id) =>
        Assert.True(
            PluginSources.Json(id, "quality.json")["stubs"]!["state"]!.ToString() == "exempt"
            || Directory.Exists(Path.Combine(Path.GetDirectoryName(PluginSources.Root)!, "mocks", id)));

    [Fact]
    public void Readme_OfAllPlugins_ListsEachWithItsStatus() =>
        Assert.All(PluginSources.Ids, id => Assert.Matches(
            $@"(?m)^\| \[{id}\]\({id}/README\.md\) \| .* \| {PluginSources.Json(id, "plugin.json")["status"]} \|", PluginSources.Text("", "README.md")));

    private static void Described(JsonNode node, string path)
    {
        foreach (var (name, option) in node["properties"]?.AsObject() ?? [])
        {
            Assert.True(option!["description"] is not null, $"{path}.{name} has no description");
            Described(option["items"] ?? option, $"{path}.{name}");
        }
    }
}
