namespace Connector.Contracts.Tests;

public sealed class ErrorsTests
{
    [Fact]
    public void AdapterException_Children_NameTheirConsequenceAndNothingElseDoes()
    {
        var children = typeof(AdapterException).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(AdapterException))).ToList();
        Assert.Equal(["ConflictException", "RejectedException", "ThrottledException", "UnauthorizedException", "UnavailableException"], children.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(children, t => Assert.True(t.IsSealed));
    }

    [Fact]
    public void ThrottledException_CarriesTheVendorsWait() =>
        Assert.Equal(TimeSpan.FromSeconds(42), new ThrottledException("slow down", TimeSpan.FromSeconds(42)).RetryAfter);
}
