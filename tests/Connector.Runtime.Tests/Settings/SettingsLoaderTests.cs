using Connector.Contracts;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Tests.Settings;

public sealed class SettingsLoaderTests
{
    [Fact]
    public void Load_FileWithCommentsAndTrailingCommas_IsRead() =>
        Assert.Equal("acme", Loading.Good("""
            { /* ours */ "Tenant": "acme", // the one
            }
            """).Tenant);

    [Fact]
    [Trait("Requirement", "R193")]
    public void Load_WrapUpTimeoutOf30s_Applies() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Loading.Good("""{ "Rules": { "WrapUpTimeout": "30s" } }""").Rules.WrapUpTimeout);

    [Fact]
    public void Load_FileNamesOneSetting_OthersKeepTheirDefaults()
    {
        var rules = Loading.Good("""{ "Rules": { "Outbound": { "InactivityPeriod": "7d" } } }""").Rules;
        Assert.Equal(TimeSpan.FromDays(7), rules.Outbound.InactivityPeriod);
        Assert.Equal(TimeSpan.FromDays(5), rules.Inbound.InactivityPeriod);
        Assert.Equal(48, rules.CcLimit);
    }

    [Fact]
    public void Load_EmptySectionInFile_KeepsDefaultsOfItsValues() =>
        Assert.Equal(TimeSpan.FromDays(30), Loading.Good("""{ "Rules": { "Outbound": {} } }""").Rules.Outbound.InactivityPeriod);

    [Fact]
    public void Load_RulesOfChannel_LieOverTheGlobalOnesKeyByKey()
    {
        var settings = Loading.Good(TwoChannels);
        Assert.Equal(TimeSpan.FromMinutes(5), settings.Channels["sales"].Rules.WrapUpTimeout);
        Assert.Equal(10, settings.Channels["sales"].Rules.CcLimit);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.Channels["help"].Rules.WrapUpTimeout);
        Assert.Equal(48, settings.Channels["help"].Rules.CcLimit);
    }

    [Fact]
    public void Load_FileNamesChannels_BuiltInExampleIsGone() =>
        Assert.Equal(["help", "sales"], Loading.Good(TwoChannels).Channels.Keys.Order());

    [Fact]
    public void Load_EveryLayerSetsTheFolder_CommandLineWinsThenEnvironmentThenFile()
    {
        using var loading = new Loading();
        const string file = """{ "Data": { "Folder": "by-file" }, "Tenant": "by-file" }""";
        Assert.Equal("by-file", loading.Load(file).Settings!.Data.Folder);
        loading.Environment["CONNECTOR__DATA__FOLDER"] = "by-environment";
        Assert.Equal("by-environment", loading.Load().Settings!.Data.Folder);
        var all = loading.Load(null, new() { ["Data:Folder"] = "by-command" });
        Assert.Equal("by-command", all.Settings!.Data.Folder);
        Assert.Equal("by-file", all.Settings.Tenant);
        Assert.Equal(loading.Folder.At("by-command"), all.DataFolder.Root);
    }

    [Fact]
    public void Load_EnvironmentIntoListsAndNumbers_IsConverted()
    {
        using var loading = new Loading();
        loading.Environment["CONNECTOR__Channels__support__Addresses__1"] = "help@example.org";
        loading.Environment["CONNECTOR__MAIL__TRUSTEDAUTHSERVERS__0"] = "mx.example.org";
        loading.Environment["CONNECTOR__RULES__CCLIMIT"] = "7";
        loading.Environment["CONNECTOR__RULES__REMINDERPERIOD"] = "off";
        loading.Environment["UNRELATED__TENANT"] = "nobody";
        var loaded = loading.Load();
        Assert.Empty(loaded.Faults);
        Assert.Equal(["support@example.org", "help@example.org"], loaded.Settings!.Channels["support"].Addresses);
        Assert.Equal(["mx.example.org"], loaded.Settings.Mail.TrustedAuthServers);
        Assert.Equal(7, loaded.Settings.Channels["support"].Rules.CcLimit);
        Assert.Null(loaded.Settings.Rules.ReminderPeriod);
    }

    [Fact]
    public void Load_VoiceChannelWithOwnInstance_IsBound()
    {
        var settings = Loading.Good("""
            { "Instances": { "box": { "Plugin": "Awa", "Options": { "Queues": ["calls"] }, "Agents": { "v-17": "ann" } } },
              "Channels": { "line": { "Type": "voice", "Route": { "Instance": "box", "Queue": "calls", "Source": "CCaaS" } } } }
            """);
        Assert.Equal(ChannelType.Voice, settings.Channels["line"].Type);
        Assert.Equal("ann", settings.Instances["box"].Agents["v-17"]);
        Assert.True(settings.Instances["box"].Enabled);
    }

    [Fact]
    public void ToConfiguration_OfLoaded_GivesOptionsOfAnInstance()
    {
        using var loading = new Loading();
        var configuration = loading.Load().ToConfiguration();
        Assert.Equal("support", configuration["Instances:awa:Options:Queues:0:Id"]);
        Assert.Equal("3", configuration["Instances:awa:Options:Agents:0:Capacity:Email"]);
    }

    internal const string TwoChannels = """
        { "Rules": { "WrapUpTimeout": "1m" },
          "Channels": {
            "help": { "Addresses": ["help@example.org"], "From": "help@example.org", "Route": { "Instance": "awa", "Queue": "support" } },
            "sales": { "Addresses": ["sales@example.org"], "From": "Sales <sales@example.org>", "Route": { "Instance": "awa", "Queue": "support" },
                       "Rules": { "WrapUpTimeout": "5m", "CcLimit": 10 } } } }
        """;
}
