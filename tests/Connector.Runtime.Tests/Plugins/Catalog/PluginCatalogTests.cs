using System.Runtime.Loader;
using Connector.Contracts;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Tests.Settings;

namespace Connector.Runtime.Tests.Plugins.Catalog;

public sealed class PluginCatalogTests
{
    [Fact]
    [Trait("Requirement", "H01")]
    public void Load_GoodAndBadFolders_ListsAllWithWhatTheyAre()
    {
        var found = Samples.Catalog.Plugins.ToDictionary(p => p.Id, p => p.State);
        Assert.Equal(
            [
                ("Faulty", PluginState.Loaded), ("FaultyLoad", PluginState.Broken), ("Future", PluginState.Incompatible), ("Garbled", PluginState.Broken),
                ("One", PluginState.Loaded), ("Paper", PluginState.Loaded), ("Two", PluginState.Loaded), ("Wire", PluginState.Loaded),
            ],
            found.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
        var one = Samples.Catalog.Find("one")!;
        Assert.Equal(("1.2.3", "Sample", new Version(1, 0)), (one.Manifest!.Version, one.Manifest.Vendor, one.Manifest.Contract));
        Assert.Equal(["RouteWork"], one.Capabilities);
    }

    [Fact]
    [Trait("Requirement", "H01")]
    public void Load_ShippedPlugins_AreAllLoaded()
    {
        Assert.All(Samples.Shipped.Plugins, p => Assert.Equal((PluginState.Loaded, null), (p.State, p.Reason)));
        Assert.Equal(
            ["Check", "EndWork", "HoldWork", "OfferWork", "ReadItem", "RouteWork", "WakeOnDue"],
            Samples.Shipped.Find("Awa")!.Capabilities);
    }

    [Fact]
    [Trait("Requirement", "H02")]
    public void Load_EachPlugin_HasItsOwnContextAndSharesTheContract()
    {
        var (one, two) = (Samples.Catalog.Find("One")!.Entry!.OptionsType.Assembly, Samples.Catalog.Find("Two")!.Entry!.OptionsType.Assembly);
        Assert.NotSame(AssemblyLoadContext.GetLoadContext(one), AssemblyLoadContext.GetLoadContext(two));
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(one));
        Assert.False(File.Exists(Path.Combine(Samples.Folder, "One", "Connector.Contracts.dll")));
        Assert.Contains(one.GetTypes(), t => t.IsAssignableTo(typeof(IAdapter)));
    }

    [Fact]
    [Trait("Requirement", "H10")]
    public void Load_ContractOfAnotherMajor_IsIncompatibleAndSaysWhich()
    {
        var future = Samples.Catalog.Find("Future")!;
        Assert.Equal(PluginState.Incompatible, future.State);
        Assert.Equal("built for contract 2.3; this host has 1.2 and takes 1.0 to 1.2", future.Reason);
    }

    [Fact]
    [Trait("Requirement", "H10")]
    public void Load_ContractOfAHigherMinor_IsIncompatible()
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"), manifest => manifest.Replace("\"contract\": \"1.0\"", $"\"contract\": \"1.{ContractVersion.Minor + 1}\"", StringComparison.Ordinal));
        Assert.Equal(PluginState.Incompatible, Samples.Load([folder.Path]).Plugins[0].State);
    }

    [Fact]
    [Trait("Requirement", "H03")]
    public void Load_PluginThatThrows_TellsTheCauseAndNotTheReflectionAroundIt() =>
        Assert.Equal("InvalidOperationException: this plugin cannot even be made", Samples.Catalog.Find("FaultyLoad")!.Reason);

    [Fact]
    public void Load_BrokenManifest_TellsEveryFault()
    {
        string[] expected =
        [
            "'autostart' is not known", "'vendor' must be", "'version' must be", "'type' must be", "'contract' is 'one'", "'channels' is 'Pigeon'",
            "'routingSource' is 'nobody'; one of AWA, CCaaS", "'id' is 'Garbage' but the folder is 'Garbled'", "'assembly' must be a file name",
        ];
        Assert.All(expected, part => Assert.Contains(part, Samples.Catalog.Find("Garbled")!.Reason!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{", "cannot be read")]
    [InlineData(null, "is missing")]
    public void Load_NoManifestToSpeakOf_IsBrokenWithTheReason(string? json, string reason)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.At("Empty"));
        if (json is not null)
            folder.Write("Empty/plugin.json", json);
        var found = Assert.Single(Samples.Load([folder.Path]).Plugins);
        Assert.Equal(PluginState.Broken, found.State);
        Assert.Contains(reason, found.Reason!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sample.One.OnePlugin", "Sample.One.Nobody", "is not in Sample.One.dll")]
    [InlineData("Sample.One.OnePlugin", "Sample.One.OneOptions", "implements IPlugin<TOptions> 0 times")]
    [InlineData("Sample.One.dll", "Sample.Gone.dll", "FileNotFoundException")]
    public void Load_ManifestNamesWhatIsNotThere_IsBroken(string from, string to, string reason)
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"), manifest => manifest.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(reason, Samples.Load([folder.Path]).Plugins[0].Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PrivateLibraryMissing_ShowsAtLoad()
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"));
        File.Delete(folder.At("One", "Tiny.dll"));
        Assert.Contains("Tiny", Samples.Load([folder.Path]).Plugins[0].Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AssemblyThatIsNone_IsBroken()
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"));
        folder.Write("One/Sample.One.dll", "no assembly at all");
        Assert.Contains("BadImageFormatException", Samples.Load([folder.Path]).Plugins[0].Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SameIdInTwoFolders_TheFirstIsTakenAndTheOtherListed()
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"));
        var ones = Samples.Load([Samples.Folder, folder.Path]).Plugins.Where(p => p.Id == "One").ToArray();
        Assert.Equal([PluginState.Loaded, PluginState.Broken], ones.Select(p => p.State).Order());
        Assert.Contains("already found", ones.Single(p => p.State == PluginState.Broken).Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderThatIsNotThere_TheOthersAreFound() =>
        Assert.NotEmpty(Samples.Load(["/no/such/folder", Samples.Folder]).Plugins);

    [Fact]
    public void Load_HashesSwitchedOn_OnlyUnchangedFilesAreLoaded()
    {
        using var folder = new TempFolder();
        Copy("One", folder.At("One"));
        var hash = Samples.Catalog.Find("One")!.Hash();
        Assert.Equal(PluginState.Loaded, Samples.Load([folder.Path], [hash.ToUpperInvariant()]).Plugins[0].State);
        folder.Write("One/added.txt", "x");
        var refused = Samples.Load([folder.Path], [hash]).Plugins[0];
        Assert.Equal(PluginState.Broken, refused.State);
        Assert.Contains($"{refused.Hash()}, is not in Plugins:AllowedHashes", refused.Reason!, StringComparison.Ordinal);
        Assert.Equal(PluginState.Broken, Samples.Load([folder.Path], []).Plugins[0].State);
    }

    [Fact]
    public void Load_FromSettings_TakesFoldersAndHashes()
    {
        var settings = Samples.Json($$"""{ "Plugins": { "Folders": [ "{{Samples.Folder.Replace("\\", "\\\\", StringComparison.Ordinal)}}" ], "AllowedHashes": [ "00" ] } }""");
        var catalog = PluginCatalog.Load(settings, Microsoft.Extensions.Logging.Abstractions.NullLogger<PluginCatalog>.Instance);
        Assert.Equal(PluginState.Broken, catalog.Find("One")!.State);
        Assert.Equal(PluginState.Broken, catalog.Find("Awa")!.State);
    }

    [Theory]
    [InlineData("null", PluginState.Loaded)]
    [InlineData("\"off\"", PluginState.Loaded)]
    [InlineData("[]", PluginState.Broken)]
    public void Load_AllowedHashes_OffIsOffAndAnEmptyListAllowsNothing(string value, PluginState expected)
    {
        var settings = Samples.Json($$"""{ "Plugins": { "AllowedHashes": {{value}} } }""");
        var catalog = PluginCatalog.Load(settings, Microsoft.Extensions.Logging.Abstractions.NullLogger<PluginCatalog>.Instance);
        Assert.Equal(expected, catalog.Find("Awa")!.State);
    }

    private static void Copy(string plugin, string to, Func<string, string>? manifest = null)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Samples.Folder, plugin)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        if (manifest is not null)
            File.WriteAllText(Path.Combine(to, "plugin.json"), manifest(File.ReadAllText(Path.Combine(to, "plugin.json"))));
    }
}
