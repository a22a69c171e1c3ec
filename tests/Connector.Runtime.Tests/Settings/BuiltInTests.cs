using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Tests.Settings;

public sealed class BuiltInTests
{
    [Fact]
    [Trait("Requirement", "H30")]
    public void Load_SampleFileUnedited_EqualsBuiltIn()
    {
        using var loading = new Loading();
        var sample = SettingsLoader.Load(new() { Folder = loading.Folder.Path, File = SampleFile() });
        Assert.Empty(sample.Faults);
        Assert.Equal(Exported(loading.Load().Settings!), Exported(sample.Settings!));
    }

    [Fact]
    public void SampleFile_AgainstBuiltInText_SaysTheSame()
    {
        var sample = JsonNode.Parse(File.ReadAllText(SampleFile()));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(BuiltIn.Json), sample));
    }

    [Fact]
    public void Load_Nothing_DiffersFromPropertyDefaultsOnlyByTheExamples()
    {
        var settings = Loading.Good();
        Assert.Equal(["support"], settings.Channels.Keys);
        Assert.Equal(["awa"], settings.Instances.Keys);
        var bare = settings with { Channels = new ConnectorSettings().Channels, Instances = new ConnectorSettings().Instances };
        Assert.Equal(Exported(new()), Exported(bare));
    }

    [Fact]
    [Trait("Requirement", "R193")]
    public void Load_Nothing_WrapUpTimeoutIsTwoMinutes() =>
        Assert.Equal(TimeSpan.FromSeconds(120), Loading.Good().Channels["support"].Rules.WrapUpTimeout);

    private static string Exported(ConnectorSettings settings) => SettingsExport.Effective(settings).ToJsonString(JsonSerializerOptions.Default);

    private static string SampleFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "appsettings.sample.json"));
}
