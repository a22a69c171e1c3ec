using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Tests.Settings;

public sealed class SettingsExportTests
{
    [Fact]
    public void Effective_WrittenAndLoadedAgain_GivesTheSame()
    {
        var first = SettingsExport.Effective(Loading.Good(SettingsLoaderTests.TwoChannels));
        var again = SettingsExport.Effective(Loading.Good(first.ToJsonString()));
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public void Effective_OfPeriodsAndSizes_ReadsAsPeopleWriteThem()
    {
        var tree = SettingsExport.Effective(Loading.Good());
        Assert.Equal("2m", (string?)tree["Rules"]!["WrapUpTimeout"]);
        Assert.Equal("25MB", (string?)tree["Mail"]!["Limit"]);
        Assert.Equal("InteractionFirst", (string?)tree["Channels"]!["support"]!["IntakeMode"]);
    }

    [Fact]
    public void Origins_OfEachLayer_NameIt()
    {
        using var loading = new Loading();
        loading.Environment["CONNECTOR__RULES__CCLIMIT"] = "7";
        var origins = SettingsExport.Origins(loading.Load("""{ "Tenant": "acme" }""", new() { ["Data:Folder"] = "d" })).ToDictionary(o => o.Key);
        Assert.Equal(new SettingOrigin("Tenant", "\"acme\"", $"file {SettingsRequest.DefaultFile}"), origins["Tenant"]);
        Assert.Equal(new SettingOrigin("Rules:CcLimit", "7", "environment CONNECTOR__RULES__CCLIMIT"), origins["Rules:CcLimit"]);
        Assert.Equal("command line", origins["Data:Folder"].Source);
        Assert.Equal("built-in", origins["Rules:WrapUpTimeout"].Source);
        Assert.Equal("built-in", origins["Channels:support:Addresses:0"].Source);
    }

    [Fact]
    public void Origins_OfRuleInheritedByAChannel_NameTheGlobalLayer()
    {
        using var loading = new Loading();
        var origins = SettingsExport.Origins(loading.Load(SettingsLoaderTests.TwoChannels)).ToDictionary(o => o.Key);
        Assert.Equal("file appsettings.json", origins["Channels:help:Rules:WrapUpTimeout"].Source);
        Assert.Equal("built-in", origins["Channels:help:Rules:MaxHops"].Source);
    }
}
