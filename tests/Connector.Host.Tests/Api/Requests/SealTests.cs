using System.Security.Cryptography;
using Connector.Host.Api.Requests;

namespace Connector.Host.Tests.Api.Requests;

public sealed class SealTests
{
    private readonly Seal _seal = new("ck_a_secret", "1");

    [Theory]
    [InlineData("")]
    [InlineData("""{ "key": "Schlüssel" }""")]
    public void Open_BySameKeys_IsAsItWasClosed(string answer)
    {
        var kept = _seal.Close(answer);

        Assert.Equal(answer, new Seal("ck_a_secret", "1").Open(kept));
        Assert.NotEqual(kept, _seal.Close(answer));
    }

    [Theory]
    [InlineData("ck_b_secret", "1")]
    [InlineData("ck_a_secret", "2")]
    public void Open_ByOtherKeys_IsRefused(string apiKey, string idempotencyKey)
    {
        var kept = _seal.Close("answer");

        Assert.ThrowsAny<CryptographicException>(() => new Seal(apiKey, idempotencyKey).Open(kept));
    }

    [Fact]
    public void Open_OfAnEarlierProgram_IsAsItStands() => Assert.Equal("""{"id":"i-1"}""", _seal.Open("""{"id":"i-1"}"""));
}
