using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Runtime.Settings;

namespace Connector.Runtime.Tests.Settings;

public sealed class SetupFactoryTests
{
    private static readonly SigningKey[] Keys = [new('a', [1, 2, 3])];

    [Fact]
    [Trait("Requirement", "R133")]
    public void Create_InstanceThatOffersWork_RoutesAsQueueOfOurs()
    {
        var setup = Of(Loading.Good(), Capability.RouteWork | Capability.Offers);
        Assert.Equal(RoutingSource.AWA, setup.Channel("support")!.RoutingSource);
        Assert.Equal(RoutingSource.CCaaS, Of(Loading.Good(), Capability.RouteWork).Channel("support")!.RoutingSource);
    }

    [Fact]
    public void Create_SettingNamesTheSource_ItWins()
    {
        var settings = Loading.Good(SettingsLoaderTests.TwoChannels.Replace("\"Queue\": \"support\"", "\"Queue\": \"support\", \"Source\": \"CCaaS\"", StringComparison.Ordinal));
        Assert.Equal(RoutingSource.CCaaS, Of(settings, Capability.Offers).Channel("sales")!.RoutingSource);
    }

    [Fact]
    public void Create_ChannelSettings_BecomeTheEnginesChannel()
    {
        var channel = Of(Loading.Good(SettingsLoaderTests.TwoChannels)).Channel("sales")!;
        Assert.Equal(("sales", "Sales", "sales@example.org", "awa", "support"), (channel.Id, channel.FromName, channel.FromAddress, channel.Instance, channel.Queue));
        Assert.Equal(TimeSpan.FromMinutes(5), channel.Rules.WrapUpTimeout);
    }

    [Fact]
    public void Create_AddressInAnyCaseOrWithTag_IsOurs()
    {
        var setup = Of(Loading.Good());
        Assert.True(setup.IsOwnAddress("Support+abc@EXAMPLE.org"));
        Assert.False(setup.IsOwnAddress("support@example.com"));
    }

    [Fact]
    [Trait("Requirement", "R186")]
    public void Create_CatalogueRenamesABuiltInCode_BuiltInNameStays()
    {
        CatalogueCode code = new() { Id = 1, Tenant = "default", Key = "issue_resolved", Label = "Other", State = CodeState.Retired };
        var codes = Catalogue.Of("default", [code, code with { Id = 2, Key = "refund", Label = "Refund", State = CodeState.Active }, code with { Id = 3, Key = "old" }], []);
        var setup = SetupFactory.Create(Loading.Good(), new Dictionary<string, Capability>(), Keys, [new("ann", "Ann@example.org", AgentRole.Agent)], codes);
        Assert.Equal("Issue resolved", setup.Codes["issue_resolved"]);
        Assert.Equal("Refund", setup.Codes["refund"]);
        Assert.DoesNotContain("old", setup.Codes.Keys);
        Assert.Equal("ann", setup.AgentsByAddress["ann@example.org"].Id);
    }

    private static Setup Of(ConnectorSettings settings, Capability capability = Capability.None) =>
        SetupFactory.Create(settings, new Dictionary<string, Capability> { ["awa"] = capability }, Keys, []);
}
