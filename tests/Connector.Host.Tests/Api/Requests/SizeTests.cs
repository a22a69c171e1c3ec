using System.Net;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Api.Requests;

public sealed class SizeTests
{
    [Fact]
    public async Task Bodies_BeyondTheLimit_AreRefusedOrQuarantined()
    {
        await using var host = new HostFixture();
        host.Settings["Mail"] = JsonNode.Parse("""{ "Limit": "20KB" }""");
        await host.InitializeAsync();
        var admin = host.AsAdmin();

        var large = await admin.PostAsync("mail", Mails.Plain("a@customer.example", "Large", new string('x', 30_000)));
        var huge = await admin.PostAsync("mail", Mails.Plain("a@customer.example", "Huge", new string('x', 200_000)));
        var upload = await admin.PostAsync("uploads", new ByteArrayContent(new byte[30_000]));

        Assert.Equal("TooLarge", (string?)large.Json["decision"]!["quarantineReason"]);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (huge.Status, huge.Rule));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (upload.Status, upload.Rule));
    }
}
