using Connector.EndToEnd.Tests.Kit;
using Connector.WireMock;

namespace Connector.EndToEnd.Tests.Demo;

/// <summary>The story with a vendor outside: the built host, its plugin, and the real WireMock on the vendor's stubs.</summary>
public sealed class VendorDemoTests
{
    [Theory]
    [InlineData("GenesysCloud")]
    [Trait("Requirement", "H31")]
    [Trait("Requirement", "R134")]
    public async Task Demo_OfAVendor_EndsInStepWithItsStubs(string vendor)
    {
        if ((await WireMockFiles.FindAsync()).Missing is { } missing) Assert.Skip(missing);
        await using var work = new Workspace();
        var story = (await work.CallAsync("demo", "--vendor", vendor)).With(0);
        Assert.DoesNotContain("NOT KNOWN TO THE STUBS", story.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("  NOT ", story.Out, StringComparison.Ordinal);
        Assert.Contains(": Confirmed;", story.Out, StringComparison.Ordinal);
        Assert.Contains("Confirmed, code issue_resolved", story.Out, StringComparison.Ordinal);
        var ended = story.Out.Split('\n').Single(l => l.StartsWith("i-", StringComparison.Ordinal));
        Assert.Contains("ClosedComplete", ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_StubsThatDoNotAnswer_SaysWhere()
    {
        await using var work = new Workspace();
        Assert.Contains("no stubs answer at http://127.0.0.1:1/", (await work.CallAsync("demo", "--vendor", "GenesysCloud", "--stubs", "http://127.0.0.1:1")).With(1).Error, StringComparison.Ordinal);
    }
}
