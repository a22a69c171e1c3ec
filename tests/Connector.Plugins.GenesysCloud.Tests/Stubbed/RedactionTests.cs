using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Stubbed;

/// <summary>Planted words appear in no log line and no error, whatever goes wrong.</summary>
[Collection(GenesysStubs.Collection)]
public sealed class RedactionTests(GenesysStubs stubs)
{
    private const string Planted = "planted.customer@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Started")]
    [InlineData("BadRequest")]
    [InlineData("Unavailable")]
    [InlineData("NotJson")]
    [InlineData("Reset")]
    [InlineData("TokenRefused")]
    [InlineData("FailedInside")]
    public async Task Route_WordsOfTheCustomer_AreNeitherLoggedNorTold(string fault)
    {
        var around = new Surroundings();
        await using var rig = await StubRig.NewAsync(stubs, around: around);
        await rig.FaultAsync(fault);
        var error = await Record.ExceptionAsync(async () => await rig.Genesys.RouteAsync(
            rig.Work() with { From = Planted, FromName = "planted name", Subject = "planted subject", To = Planted }, rig.Mark(), Cancellation));
        Assert.Equal(fault == "Started", error is null);
        var said = string.Join('\n', around.Log.All.Append(error?.ToString() ?? ""));
        foreach (var word in new[] { "planted", "stub-secret", "stub-token" }) Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
    }
}
