using System.Security.Claims;
using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Host.Api.Security;

/// <summary>Whose key came with the request, and for which agent it acts.</summary>
internal sealed record Caller(string KeyId, AgentRole Role, string? Agent)
{
    public const string KeyClaim = "key", AgentClaim = "agent";

    /// <summary>As it stands in activity and audit.</summary>
    public Actor Actor => Agent is not null
        ? Actor.OfAgent(Agent, Role)
        : new Actor($"{(Role == AgentRole.Administrator ? "admin" : Role.ToString().ToLowerInvariant())}:{KeyId}", Role);

    /// <summary>May look at and decide about everybody's work.</summary>
    public bool SeesAll => Role is AgentRole.Supervisor or AgentRole.Administrator;

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(KeyClaim) ?? throw new InvalidOperationException("the route lets in requests without a key"),
        Enum.Parse<AgentRole>(user.FindFirstValue(ClaimTypes.Role)!),
        user.FindFirstValue(AgentClaim));

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity([new(KeyClaim, KeyId), new(ClaimTypes.Role, Role.ToString())], scheme);
        if (Agent is not null) identity.AddClaim(new(AgentClaim, Agent));
        return new(identity);
    }
}
