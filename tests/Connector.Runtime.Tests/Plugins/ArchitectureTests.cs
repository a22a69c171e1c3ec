using System.Reflection;
using System.Xml.Linq;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Plugins translate; the rules live in the engine.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] RuleNouns = ["Engine", "Interactions", "Cases", "Threads", "Participants", "WrapUp", "Transfers", "Contacts"];

    [Fact]
    [Trait("Requirement", "H11")]
    public void PluginAssemblies_OfOurs_ReferenceOnlyTheContract() =>
        Assert.All(Assemblies(), assembly => Assert.Equal(
            ["Connector.Contracts"],
            assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(name => name.StartsWith("Connector.", StringComparison.Ordinal) || name == "connector")));

    [Fact]
    [Trait("Requirement", "H11")]
    public void PluginAssemblies_HoldNoRuleNamespace() =>
        Assert.All(Assemblies().SelectMany(a => a.GetTypes()), type => Assert.Empty((type.Namespace ?? "").Split('.').Intersect(RuleNouns)));

    [Fact]
    [Trait("Requirement", "H11")]
    public void PluginProjects_ReferenceNoOtherProject() =>
        Assert.All(PluginSources.Ids, id =>
        {
            var project = XDocument.Load(Directory.EnumerateFiles(Path.Combine(PluginSources.Root, id), "*.csproj").Single());
            Assert.Empty(project.Descendants("ProjectReference"));
        });

    [Fact]
    public void Host_ReferencesNoPluginAssembly() =>
        Assert.DoesNotContain(
            typeof(Runtime.Plugins.Catalog.PluginCatalog).Assembly.GetReferencedAssemblies(),
            r => r.Name!.StartsWith("Connector.Plugins.", StringComparison.Ordinal));

    private static IEnumerable<Assembly> Assemblies()
    {
        var shipped = Samples.Shipped.Plugins.Select(p => p.Entry!.OptionsType.Assembly).ToArray();
        Assert.NotEmpty(shipped);
        return shipped;
    }
}
