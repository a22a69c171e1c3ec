using Connector.Engine.Settings;

namespace Connector.Host.Api.Security;

/// <summary>Who may call what. Commands on interactions and cases are open to every key: there the engine decides by role and owner.</summary>
internal static class Roles
{
    /// <summary>Brings mail in.</summary>
    public static readonly AgentRole[] Intake = [AgentRole.Integration, AgentRole.ChannelManager, AgentRole.Administrator];

    /// <summary>Looks after channels: what waits, what failed, what is held.</summary>
    public static readonly AgentRole[] Operate = [AgentRole.ChannelManager, AgentRole.Supervisor, AgentRole.Administrator];

    public static readonly AgentRole[] Administer = [AgentRole.Administrator];

    public static TBuilder For<TBuilder>(this TBuilder routes, AgentRole[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var names = roles.Select(r => r.ToString()).ToArray();
        return routes.RequireAuthorization(p => p.RequireRole(names)).WithMetadata(new RequiredRoles(string.Join(", ", names)));
    }
}

/// <summary>Tells a caller without the role which ones would do.</summary>
internal sealed record RequiredRoles(string Names);
