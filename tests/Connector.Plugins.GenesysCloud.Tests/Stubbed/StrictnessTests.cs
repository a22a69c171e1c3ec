using System.Net;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;

namespace Connector.Plugins.GenesysCloud.Tests.Stubbed;

/// <summary>The stubs refuse what the vendor does not describe, and a test that asked it fails.</summary>
[Collection(GenesysStubs.Collection)]
public sealed class StrictnessTests(GenesysStubs stubs)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H32")]
    public async Task Route_PluginThatSendsAnExtraField_FailsItsTest()
    {
        var around = new Surroundings { Handler = () => new Tampering(body => body.Insert(1, "\"extra\":1,")) };
        await using var rig = await StubRig.NewAsync(stubs, verifies: false, around: around);
        await Assert.ThrowsAsync<RejectedException>(async () => await rig.Genesys.RouteAsync(rig.Work(), rig.Mark(), Cancellation));
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await stubs.VerifyAsync(Cancellation));
        Assert.Contains("no stub for POST /api/v2/conversations/emails", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "H32")]
    [InlineData("GET", "/api/v2/conversations/emails/" + Known.Conversation + "?expand=all", true, null)]
    [InlineData("DELETE", "/api/v2/conversations/emails/" + Known.Conversation, true, null)]
    [InlineData("GET", "/api/v2/conversations/voice/" + Known.Conversation, true, null)]
    [InlineData("GET", "/api/v2/routing/queues?pageSize=100&pageNumber=1", false, null)]
    [InlineData("GET", "/api/v2/routing/queues?pageSize=100&pageNumber=1&x=1", true, null)]
    [InlineData("POST", "/oauth/token", false, "grant_type=client_credentials&scope=all")]
    [InlineData("PATCH", "/api/v2/conversations/emails/" + Known.Conversation, true, """{"state":"disconnected","held":true}""")]
    [InlineData("POST", "/api/v2/routing/wrapupcodes", true, """{"name":"x","active":true}""")]
    public async Task Stubs_WhatIsNotDescribed_IsRefusedAndShows(string method, string path, bool withToken, string? body)
    {
        await stubs.ResetAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = stubs.Url };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (withToken) request.Headers.Add("Authorization", "Bearer stub-token");
        if (body is not null) request.Content = new StringContent(body, null, "application/json");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(async () => await stubs.VerifyAsync(Cancellation));
    }
}
