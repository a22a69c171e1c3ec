using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>Client credentials for a token.</summary>
internal sealed class GenesysLogin(HttpClient http, string clientId, string clientSecret)
{
    private const string Call = "POST /oauth/token";

    public async ValueTask<AccessToken> FetchAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token");
        request.Options.Set(HttpRepeat.Allow, true);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));
        request.Content = new ByteArrayContent("grant_type=client_credentials"u8.ToArray());
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var answer = await Sending.SendAsync(http, request, Call, cancellation);
        if (!answer.IsSuccess) throw GenesysErrors.Of(Call, answer.Status, answer.RetryAfter, answer.Body);
        return Token(answer.Read(GenesysJson.Default.TokenAnswer, Call));
    }

    private static AccessToken Token(TokenAnswer answer) =>
        answer is { AccessToken.Length: > 0, ExpiresIn: > 0 }
            ? new(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn.Value))
            : throw new UnavailableException($"{Call} answered without a token or its life");
}
