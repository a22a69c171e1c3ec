using System.Text.Encodings.Web;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Host.Api.Problems;
using Connector.Runtime.Hosting;
using Connector.Storage.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Connector.Host.Api.Security;

/// <summary><c>Authorization: Bearer KEY</c> or <c>X-Api-Key: KEY</c>. A key of an integration acts for the agent in <c>X-Agent</c>.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ConnectorApp app)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "ApiKey", KeyHeader = "X-Api-Key", AgentHeader = "X-Agent";

    /// <summary>The key as it was sent; null: none was.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        const string bearer = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)) return authorization[bearer.Length..].Trim();
        return request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key.Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } text) return AuthenticateResult.NoResult();
        if (await app.Store.Keys.FindAsync(text, Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("the key is unknown, wrong or revoked");
        return AuthenticateResult.Success(new(CallerOf(key).ToPrincipal(Scheme.Name), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problem.WriteAsync(Context, ApiRules.KeyRequired, result.Failure?.Message ?? $"send a key as 'Authorization: Bearer KEY' or '{KeyHeader}: KEY'");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var roles = Context.GetEndpoint()?.Metadata.GetMetadata<RequiredRoles>()?.Names;
        return Problem.WriteAsync(Context, RuleNames.Forbidden, roles is null ? "not for this key" : $"this needs a key of role {roles}");
    }

    private Caller CallerOf(ApiKey key)
    {
        var agent = Request.Headers[AgentHeader].ToString();
        if (agent.Length == 0 || agent == key.Agent) return new(key.Id, key.Role, key.Agent);
        if (key.Role != AgentRole.Integration)
            throw new RefusedException(RuleNames.Forbidden, $"{AgentHeader}: only a key of role Integration acts for another agent");
        var known = app.Setup.AgentsByAddress.Values.FirstOrDefault(a => a.Id == agent)
            ?? throw new RefusedException(RuleNames.Forbidden, $"{AgentHeader}: there is no agent '{agent}'");
        return new(key.Id, known.Role, known.Id);
    }
}
