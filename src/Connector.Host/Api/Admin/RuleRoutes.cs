using Connector.Engine.Settings;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings;

namespace Connector.Host.Api.Admin;

/// <summary>Rules that can go stale while the host runs: people leave, templates change.</summary>
internal static class RuleRoutes
{
    public static void Map(RouteGroupBuilder operate) => operate.MapGet("/notifications/validate", (ConnectorApp app) => Check(app.Setup))
        .WithSummary("Notification rules that refer to missing roles, addresses or templates");

    private static NotificationCheck Check(Setup setup)
    {
        var faults = setup.Channels.Values.OrderBy(c => c.Id, StringComparer.Ordinal)
            .SelectMany(c => c.Rules.NotificationFaults(setup.AgentsByAddress.ContainsKey).Select(f => new SettingFault($"Channels:{c.Id}:Rules:{f.Key}", f.Problem, f.Value))).ToList();
        return new(faults.Count == 0, faults);
    }
}

internal sealed record NotificationCheck(bool Valid, IReadOnlyList<SettingFault> Faults);
