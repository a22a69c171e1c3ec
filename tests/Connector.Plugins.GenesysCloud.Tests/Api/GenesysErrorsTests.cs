using System.Net;
using System.Text;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Tests.Api;

/// <summary>Vendor error in, type out; and what must not come out.</summary>
public sealed class GenesysErrorsTests
{
    [Theory]
    [InlineData(400, "bad.request", typeof(RejectedException))]
    [InlineData(400, "invalid.value", typeof(RejectedException))]
    [InlineData(400, "constraint.validation", typeof(RejectedException))]
    [InlineData(400, "not.a.user", typeof(RejectedException))]
    [InlineData(400, "email.error.invalid.queue", typeof(RejectedException))]
    [InlineData(400, "too.many.create.email.parameters", typeof(RejectedException))]
    [InlineData(400, "email.error.internal.provider", typeof(RejectedException))]
    [InlineData(400, "conversations.error.transfer.same.party", typeof(RejectedException))]
    [InlineData(400, "conversations.error.queue.not.found", typeof(RejectedException))]
    [InlineData(400, "postino.error.transfer.replace.external", typeof(RejectedException))]
    [InlineData(400, "feature.not.enabled", typeof(RejectedException))]
    [InlineData(400, "missing.wrapup.code", typeof(RejectedException))]
    [InlineData(400, "duplicate.name", typeof(RejectedException))]
    [InlineData(400, "conversations.error.transfer.not.connected", typeof(ConflictException))]
    [InlineData(400, "postino.error.transfer.not.connected", typeof(ConflictException))]
    [InlineData(400, "postino.error.transfer.canceled", typeof(ConflictException))]
    [InlineData(400, "conversation.error.participant.no.active.conversations", typeof(ConflictException))]
    [InlineData(400, "invalid.status", typeof(ConflictException))]
    [InlineData(401, "authentication.required", typeof(UnauthorizedException))]
    [InlineData(401, "bad.credentials", typeof(UnauthorizedException))]
    [InlineData(401, "ip.not.authorized", typeof(UnauthorizedException))]
    [InlineData(403, "missing.permissions", typeof(UnauthorizedException))]
    [InlineData(403, "missing.division.permission", typeof(RejectedException))]
    [InlineData(404, "not.found", typeof(RejectedException))]
    [InlineData(408, "client.timeout", typeof(UnavailableException))]
    [InlineData(409, "request.conflict", typeof(ConflictException))]
    [InlineData(413, "request.entity.too.large", typeof(RejectedException))]
    [InlineData(429, "too.many.requests", typeof(ThrottledException))]
    [InlineData(429, "too.many.requests.retry.after", typeof(ThrottledException))]
    [InlineData(500, "internal.server.error", typeof(UnavailableException))]
    [InlineData(503, "service.unavailable", typeof(UnavailableException))]
    [InlineData(504, "gateway.timeout", typeof(UnavailableException))]
    public void Of_CodeOfTheVendor_IsItsConsequence(int status, string code, Type expected)
    {
        var error = GenesysErrors.Of("POST /x", (HttpStatusCode)status, null, Body(code));
        Assert.IsType(expected, error);
        Assert.Equal($"POST /x answered {status} {code}, contextId c0de-1", error.Message);
    }

    [Fact]
    public void Of_LoginThatIsRefused_NeedsAPerson() =>
        Assert.IsType<UnauthorizedException>(GenesysErrors.Of("POST /oauth/token", HttpStatusCode.BadRequest, null, """{"error":"invalid_client","description":"client not found"}"""u8));

    [Fact]
    public void Of_WaitOfHours_IsPassedOn() =>
        Assert.Equal(TimeSpan.FromHours(4), Assert.IsType<ThrottledException>(GenesysErrors.Of("GET /x", HttpStatusCode.TooManyRequests, TimeSpan.FromHours(4), Body("too.many.requests"))).RetryAfter);

    [Fact]
    public void Of_BodyThatQuotesWhatWasSent_ShowsNothingOfIt()
    {
        var body = """{"message":"anna@example.org may not","code":"anna@example.org","status":400,"contextId":"see anna@example.org","details":["hunter2"]}""";
        Assert.Equal("POST /x answered 400", GenesysErrors.Of("POST /x", HttpStatusCode.BadRequest, null, Encoding.UTF8.GetBytes(body)).Message);
    }

    [Fact]
    public void Of_NoJson_IsDecidedByTheStatus() => Assert.IsType<UnavailableException>(GenesysErrors.Of("GET /x", HttpStatusCode.BadGateway, null, "<html>"u8));

    private static byte[] Body(string code) => Encoding.UTF8.GetBytes($$"""{"message":"anna@example.org","code":"{{code}}","contextId":"c0de-1","details":[],"errors":[]}""");
}
