using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Tests.Settings;

public sealed class SettingFaultsTests
{
    [Theory]
    [InlineData("""{ "Tenannt": "x" }""", "Tenannt", "did you mean Tenant?")]
    [InlineData("""{ "Rules": { "WrapupTimeot": "2m" } }""", "Rules:WrapupTimeot", "did you mean WrapUpTimeout?")]
    [InlineData("""{ "Rules": { "IntakeMode": "CaseFirst" } }""", "Rules:IntakeMode", "it stands at Channels:<id>:IntakeMode")]
    [InlineData("""{ "Rules": { "MailLimit": "1MB" } }""", "Rules:MailLimit", "did you mean Mail:Limit?")]
    [InlineData("""{ "Mail": { "Smtp": { "Hots": "mx" } } }""", "Mail:Smtp:Hots", "did you mean Host?")]
    [Trait("Requirement", "R245")]
    public void Load_UnknownKey_IsRefusedByNameWithAHint(string json, string key, string hint)
    {
        var fault = Loading.Single(json);
        Assert.Equal((key, hint), (fault.Key, fault.Hint));
        Assert.Null(fault.Value);
    }

    [Theory]
    [InlineData("""{ "Clock": { "Virtual": "perhaps" } }""", "Clock:Virtual", "must be true or false", "perhaps")]
    [InlineData("""{ "Rules": { "WrapUpTimeout": "soon" } }""", "Rules:WrapUpTimeout", "must be a period", "soon")]
    [InlineData("""{ "Rules": { "WrapUpTimeout": 120 } }""", "Rules:WrapUpTimeout", "must be a period", "120")]
    [InlineData("""{ "Rules": { "CcLimit": 1.5 } }""", "Rules:CcLimit", "must be a whole number", "1.5")]
    [InlineData("""{ "Rules": { "CcLimit": -1 } }""", "Rules:CcLimit", "must be from 0 to 1000", "-1")]
    [InlineData("""{ "Rules": { "CcLimit": null } }""", "Rules:CcLimit", "must be a whole number", "null")]
    [InlineData("""{ "Rules": { "NeverCc": "a@b.example" } }""", "Rules:NeverCc", "must be a list", "a@b.example")]
    [InlineData("""{ "Rules": { "NeverCc": ["example.com"] } }""", "Rules:NeverCc", "must be addresses (a@example.com), domains (@example.com) or sub-domains (*.example.com)", "example.com")]
    [InlineData("""{ "Rules": { "NeverCc": ["*@example.com"] } }""", "Rules:NeverCc", "must be addresses (a@example.com), domains (@example.com) or sub-domains (*.example.com)", "*@example.com")]
    [InlineData("""{ "Rules": { "NeverCc": ["a b@example.com"] } }""", "Rules:NeverCc", "must be addresses (a@example.com), domains (@example.com) or sub-domains (*.example.com)", "a b@example.com")]
    [InlineData("""{ "Rules": { "ReminderPeriod": "0s" } }""", "Rules:ReminderPeriod", "must be longer than zero", "0s")]
    [InlineData("""{ "Rules": { "ReminderPeriod": "-1d" } }""", "Rules:ReminderPeriod", "must be longer than zero", "-1d")]
    [InlineData("""{ "Rules": { "MaxWrapUp": "1m" } }""", "Rules:MaxWrapUp", "must exceed WrapUpTimeout (00:02:00)", "1m")]
    [InlineData("""{ "Rules": { "DefaultWrapUpCode": "Issue Resolved" } }""", "Rules:DefaultWrapUpCode", "must be the key of a code: lower case letters, digits and '_'", "Issue Resolved")]
    [InlineData("""{ "Rules": { "CcAddByMail": "Everybody" } }""", "Rules:CcAddByMail", "must be one of Nobody, Agents, Requester, Participants", "Everybody")]
    [InlineData("""{ "Mail": { "Limit": "25" } }""", "Mail:Limit", "must be a size", "25")]
    [InlineData("""{ "Mail": { "Limit": "1GB" } }""", "Mail:Limit", "must be from 1KB to 256MB", "1GB")]
    [InlineData("""{ "Mail": { "Smtp": { "Port": 0 } } }""", "Mail:Smtp:Port", "must be from 1 to 65535", "0")]
    [InlineData("""{ "Mail": { "Smtp": { "Port": 65536 } } }""", "Mail:Smtp:Port", "must be from 1 to 65535", "65536")]
    [InlineData("""{ "Mail": { "Smtp": { "Host": "mx example:25" } } }""", "Mail:Smtp:Host", "must be the name or address of a server", "mx example:25")]
    [InlineData("""{ "Mail": { "Pickup": "../out" } }""", "Mail:Pickup", "must be absolute, or inside the data folder", "../out")]
    [InlineData("""{ "Mail": { "Pickup": "drop/support" } }""", "Channels:support:Intake:Drop", "is already the folder of Mail:Pickup", "drop/support")]
    [InlineData("""{ "Api": { "Url": "http://0.0.0.0:8420" } }""", "Api:Url", "must be on loopback, or https with Api:Tls", "http://0.0.0.0:8420")]
    [InlineData("""{ "Api": { "Url": "http://*:8420" } }""", "Api:Url", "must be an http or https address without a path", "http://*:8420")]
    [InlineData("""{ "Api": { "PublicUrl": "desk.example.org" } }""", "Api:PublicUrl", "must be an http or https address", "desk.example.org")]
    [InlineData("""{ "Clock": { "Virtual": true, "Start": "tomorrow" } }""", "Clock:Start", "must be an ISO 8601 instant", "tomorrow")]
    [InlineData("""{ "Clock": { "Start": "2026-01-31T09:00:00Z" } }""", "Clock:Start", "only a virtual clock starts elsewhere", "2026-01-31T09:00:00.0000000+00:00")]
    [InlineData("""{ "Tenant": "" }""", "Tenant", "must be 1 to 64 letters, digits, '.', '_' or '-'", "")]
    [InlineData("""{ "Data": { "Folder": " " } }""", "Data:Folder", "must name a folder", " ")]
    [InlineData("""{ "Data": "here" }""", "Data", "must be an object", "here")]
    [InlineData("""{ "Plugins": { "AllowedHashes": ["abc"] } }""", "Plugins:AllowedHashes:0", "must be a SHA-256 of 64 hexadecimal digits", "abc")]
    public void Load_OneWrongValue_IsToldWithKeyLimitAndValue(string json, string key, string limit, string value)
    {
        var fault = Loading.Single(json);
        Assert.Equal((key, limit, value), (fault.Key, fault.Limit, fault.Value));
    }

    [Fact]
    [Trait("Requirement", "H07")]
    public void Load_ManyFaults_AreToldAllAtOnce()
    {
        using var loading = new Loading();
        loading.Environment["CONNECTOR__CLOCK__VIRTUAL"] = "2";
        var loaded = loading.Load("""
            { "Nonsense": 1, "Api": { "Url": "ftp://x" }, "Rules": { "WrapUpTimeout": "0s", "CcLimit": "many" },
              "Channels": { "a b": { "Addresses": ["nobody"], "From": "x@example.org", "Route": { "Instance": "awe", "Queue": "support" }, "Rules": { "Nope": true } } } }
            """);
        Assert.Null(loaded.Settings);
        Assert.Equal(
            ["Api:Url", "Channels:a b", "Channels:a b:Addresses:0", "Channels:a b:From", "Channels:a b:Route:Instance", "Channels:a b:Rules:Nope", "Clock:Virtual", "Nonsense", "Rules:CcLimit", "Rules:WrapUpTimeout"],
            loaded.Faults.Select(f => f.Key));
        Assert.Contains("CONNECTOR__CLOCK__VIRTUAL", loaded.Faults.Single(f => f.Key == "Clock:Virtual").Hint, StringComparison.Ordinal);
        Assert.StartsWith("did you mean awa?", loaded.Faults.Single(f => f.Key == "Channels:a b:Route:Instance").Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"Tenant\": \"x\"\n  \"Data\": {}\n}", "line 3, column 3")]
    [InlineData("{ \"Tenant\": \"x\"", "line 1")]
    [InlineData("", "line 1")]
    public void Load_BrokenJson_NamesLineAndColumn(string json, string place)
    {
        var fault = Loading.Single(json);
        Assert.Equal("--settings", fault.Key);
        Assert.Contains(place, fault.Limit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{ "Tenant": "a", "Tenant": "b" }""")]
    [InlineData("""{ "Tenant": "a", "tenant": "b" }""")]
    public void Load_JsonThatIsNoSettings_IsAFault(string json) => Assert.Equal("--settings", Loading.Single(json).Key);

    [Fact]
    public void Load_NamedFileIsMissing_IsAFault()
    {
        using var loading = new Loading();
        var loaded = SettingsLoader.Load(new() { Folder = loading.Folder.Path, File = "other.json" });
        var fault = Assert.Single(loaded.Faults);
        Assert.Equal(("the file does not exist", loading.Folder.At("other.json")), (fault.Limit, fault.Value));
        Assert.Null(loaded.Settings);
    }

    [Fact]
    public void Load_SettingsFileIsAFolder_IsAFault()
    {
        using var loading = new Loading();
        var loaded = SettingsLoader.Load(new() { Folder = loading.Folder.Path, File = "." });
        Assert.StartsWith("the file cannot be read", Assert.Single(loaded.Faults).Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FaultInInheritedRule_IsToldOnceAndNotForEachChannel() =>
        Assert.Equal("Rules:OfferTimeout", Loading.Single("""{ "Rules": { "OfferTimeout": "0s" } }""").Key);

    [Fact]
    public void Load_RulesOfChannelFitOnlyTogetherWithGlobalOnes_FaultNamesTheChannel()
    {
        var json = SettingsLoaderTests.TwoChannels.Replace("\"WrapUpTimeout\": \"5m\"", "\"WrapUpTimeout\": \"20m\"", StringComparison.Ordinal);
        Assert.Equal("Channels:sales:Rules:MaxWrapUp", Loading.Single(json).Key);
    }
}
