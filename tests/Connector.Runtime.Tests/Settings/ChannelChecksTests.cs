namespace Connector.Runtime.Tests.Settings;

public sealed class ChannelChecksTests
{
    [Theory]
    [InlineData("\"support@example.org\"", "\"support@example.org\"", "Channels:two:Addresses:0", "is already an address of channel 'one'")]
    [InlineData("\"SUPPORT@example.org\"", "\"support@example.org\"", "Channels:two:Addresses:0", "is already an address of channel 'one'")]
    [InlineData("\"not an address\", \"b@example.org\"", "\"b@example.org\"", "Channels:two:Addresses:0", "must be an email address")]
    [InlineData("\"b+tag@example.org\", \"b@example.org\"", "\"b@example.org\"", "Channels:two:Addresses:0", "must be without +tag: all tags of an address are ours too")]
    [InlineData("\"b@example.org\"", "\"c@example.org\"", "Channels:two:From", "must be one of the channel's addresses")]
    [InlineData("\"b@example.org\"", "\"B team\"", "Channels:two:From", "must be a sender")]
    public void Load_AddressesOfSecondChannel_AreChecked(string addresses, string from, string key, string limit)
    {
        using var loading = new Loading();
        var faults = loading.Load(Two(addresses, from)).Faults;
        Assert.Contains((key, limit), faults.Select(f => (f.Key, f.Limit)));
    }

    [Fact]
    public void Load_ChannelWithoutAddresses_IsNoFault()
    {
        using var loading = new Loading();
        Assert.Empty(loading.Load(Two("", "\"b@example.org\"")).Faults);
    }

    [Fact]
    [Trait("Requirement", "D-42")]
    public void Load_NeverCcOfEachForm_IsNoFault()
    {
        using var loading = new Loading();
        var loaded = loading.Load("""{ "Rules": { "NeverCc": ["a@example.com", "@example.com", "*.example.com", "*.sub.example.com"] } }""");
        Assert.Empty(loaded.Faults);
        Assert.Equal(4, loaded.Settings!.Rules.NeverCc.Count);
    }

    [Theory]
    [InlineData("""{ "Instance": "awa", "Queue": "suport" }""", "Channels:two:Route:Queue", "must be a queue of instance 'awa'", "did you mean support?")]
    [InlineData("""{ "Instance": "awa" }""", "Channels:two:Route:Queue", "must be a queue of instance 'awa'", "there are: support")]
    [InlineData("""{ "Instance": "genesys", "Queue": "support" }""", "Channels:two:Route:Instance", "must be one of Instances", "there are: awa, off")]
    [InlineData("""{ "Instance": "off", "Queue": "q" }""", "Channels:two:Route:Instance", "this instance is not enabled", "set Instances:off:Enabled to true, or route elsewhere")]
    public void Load_RouteThatLeadsNowhere_IsAFault(string route, string key, string limit, string hint)
    {
        using var loading = new Loading();
        var fault = loading.Load(Two("\"b@example.org\"", "\"b@example.org\"", route)).Faults[0];
        Assert.Equal((key, limit, hint), (fault.Key, fault.Limit, fault.Hint));
    }

    [Theory]
    [InlineData("""{ "Drop": "drop/one" }""", "Channels:two:Intake:Drop", "is already the folder of Channels:one:Intake:Drop")]
    [InlineData("""{ "Drop": "drop/../drop/one/" }""", "Channels:two:Intake:Drop", "is already the folder of Channels:one:Intake:Drop")]
    [InlineData("""{ "Drop": "../elsewhere" }""", "Channels:two:Intake:Drop", "must be absolute, or inside the data folder")]
    [InlineData("""{ "Drop": "." }""", "Channels:two:Intake:Drop", "must be absolute, or inside the data folder")]
    [InlineData("""{ "Drop": "d", "Maildir": "d" }""", "Channels:two:Intake:Maildir", "is already the folder of Channels:two:Intake:Drop")]
    public void Load_IntakeFoldersThatCollideOrEscape_AreFaults(string intake, string key, string limit)
    {
        using var loading = new Loading();
        var fault = Assert.Single(loading.Load(Two("\"b@example.org\"", "\"b@example.org\"", intake: intake)).Faults);
        Assert.Equal((key, limit), (fault.Key, fault.Limit));
    }

    [Fact]
    public void Load_AbsoluteDropFolderOutsideData_IsAllowed()
    {
        using var loading = new Loading();
        var intake = $$"""{ "Drop": "{{loading.Folder.At("spool")}}" }""";
        Assert.Empty(loading.Load(Two("\"b@example.org\"", "\"b@example.org\"", intake: intake)).Faults);
    }

    private static string Two(string addresses, string from, string route = """{ "Instance": "awa", "Queue": "support" }""", string intake = "{}") => $$"""
        { "Channels": {
            "one": { "Addresses": ["support@example.org"], "From": "support@example.org", "Intake": { "Drop": "drop/one" }, "Route": { "Instance": "awa", "Queue": "support" } },
            "two": { "Addresses": [{{addresses}}], "From": {{from}}, "Intake": {{intake}}, "Route": {{route}} } },
          "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [ { "Id": "support" } ] } }, "off": { "Plugin": "Awa", "Enabled": false } } }
        """;
}
