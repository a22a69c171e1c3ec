using Connector.Host.Cli.Running;

namespace Connector.Host.Tests.Cli;

public sealed class MeantTests
{
    [Theory]
    [InlineData("statsu", "status")]
    [InlineData("rnu", "run")]
    [InlineData("Quarantin", "quarantine")]
    [InlineData("zebra", null)]
    public void Nearest_OfWord_IsTheOneMeantOrNone(string written, string? meant) =>
        Assert.Equal(meant, Meant.Nearest(written, ["run", "status", "quarantine", "config"]));
}
