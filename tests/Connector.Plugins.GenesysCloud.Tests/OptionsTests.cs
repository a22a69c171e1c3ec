using System.ComponentModel.DataAnnotations;

namespace Connector.Plugins.GenesysCloud.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Good_Options_HaveNoFault() => Assert.Empty(Faults(Good()));

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new GenesysCloudOptions();
        Assert.Equal(("Connector", 300, 50, 100, true), (options.Provider, options.CallsPerMinute, options.PollShare, options.SearchLimit, options.ProbeWrites));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)), (options.PollEvery, options.Timeout));
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)), (options.VisibleWithin, options.SearchableWithin));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), TimeSpan.FromDays(7)), (options.SearchWindow, options.DirectoryFor, options.KeepFinished));
        Assert.Equal(WrapUpPlace.Communication, options.WrapUpOn);
    }

    [Fact]
    public void Least_LegalValues_HaveNoFault()
    {
        var options = Good();
        (options.CallsPerMinute, options.PollShare, options.SearchLimit) = (10, 1, 1);
        (options.PollEvery, options.Timeout, options.VisibleWithin) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100));
        (options.SearchableWithin, options.SearchWindow) = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (options.DirectoryFor, options.KeepFinished) = (TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));
        Assert.Empty(Faults(options));
    }

    [Theory]
    [InlineData("eu.example-cloud.test")]
    [InlineData("apne3.pure.cloud")]
    [InlineData("edee1.eusc-pure.cloud")]
    public void Domain_OfARegionNobodyKnewYet_IsTaken(string domain)
    {
        var options = Good();
        options.Domain = domain;
        Assert.Empty(Faults(options));
        Assert.Equal(($"https://api.{domain}/", $"https://login.{domain}/"), (GenesysCloudOptionsRules.Api(options).ToString(), GenesysCloudOptionsRules.Login(options).ToString()));
    }

    [Theory]
    [InlineData("https://mypurecloud.de")]
    [InlineData("localhost")]
    [InlineData("my purecloud.de")]
    [InlineData("mypurecloud.de/api")]
    public void Domain_ThatIsNone_IsAFault(string domain) => Assert.Equal(["Domain"], FaultsWith(o => o.Domain = domain));

    [Theory]
    [InlineData("http://gateway.example.org")]
    [InlineData("https://gateway.example.org/api")]
    [InlineData("https://user:secret@gateway.example.org")]
    [InlineData("https://gateway.example.org?x=1")]
    [InlineData("ftp://gateway.example.org")]
    [InlineData("gateway.example.org")]
    public void Url_ThatIsNotAHostOverTls_IsAFault(string url)
    {
        Assert.Equal(["ApiUrl"], FaultsWith(o => o.ApiUrl = url));
        Assert.Equal(["LoginUrl"], FaultsWith(o => o.LoginUrl = url));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8090")]
    [InlineData("http://localhost:8090/")]
    [InlineData("http://[::1]:8090")]
    [InlineData("https://gateway.example.org:8443")]
    public void Url_OfAStubOrGateway_IsTaken(string url) => Assert.Empty(FaultsWith(o => o.ApiUrl = url));

    [Fact]
    public void Many_Faults_AreAllToldAtOnce()
    {
        var options = new GenesysCloudOptions { Provider = "pureCloud email", Queues = ["q", "", "Q"], TimeoutCodes = [" "], Division = " ", PollShare = 91, CallsPerMinute = 1, Timeout = TimeSpan.FromHours(1) };
        string[] expected =
        [
            "CallsPerMinute", "ClientId", "ClientSecret", "Division", "Domain", "PollShare", "Provider", "Queues:1", "Queues:2", "Timeout", "TimeoutCodes:0",
        ];
        Assert.Equal(expected, Faults(options).Order(StringComparer.Ordinal));
    }

    private static GenesysCloudOptions Good() => new() { Domain = "mypurecloud.de", ClientId = "c", ClientSecret = "s" };

    private static IEnumerable<string> FaultsWith(Action<GenesysCloudOptions> change)
    {
        var options = Good();
        change(options);
        return Faults(options);
    }

    private static string[] Faults(GenesysCloudOptions options)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        return [.. results.SelectMany(r => r.MemberNames), .. new GenesysCloudPlugin().Validate(options).Select(f => f.Path)];
    }
}
