using System.Text.Json.Serialization;
using Connector.Runtime.Hosting;
using Connector.Runtime.Intake.Health;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;

namespace Connector.Host.Api.Health;

/// <summary>Whether the host does its work: a failed part shows in the total.</summary>
internal sealed record Readiness(string Status, IReadOnlyList<PartHealth> Degraded)
{
    public const string Ready = "ready", NotWell = "degraded", Unready = "unready";

    public static async Task<Readiness> OfAsync(ConnectorApp app, CancellationToken cancellation)
    {
        try
        {
            await app.Store.Settings.GetAsync("clock.offset", cancellation);
        }
        catch (StoreException e)
        {
            return new(Unready, [new("store", "Unavailable", e.Message)]);
        }
        List<PartHealth> parts = [.. Store(app), .. Instances(app), .. Intake(app)];
        return new(parts.Count == 0 ? Ready : NotWell, parts);
    }

    private static IEnumerable<PartHealth> Store(ConnectorApp app) => app.IsMute ? [new("store", "NotWritable")] : [];

    /// <summary>What an administrator switched off or paused is as it should be.</summary>
    private static IEnumerable<PartHealth> Instances(ConnectorApp app) =>
        app.Instances.All.Where(i => i.Status.State is InstanceState.Failed or InstanceState.Incompatible or InstanceState.Degraded or InstanceState.Parked or InstanceState.Idle)
            .Select(i => new PartHealth($"instance {i.Id}", i.Status.State.ToString()));

    private static IEnumerable<PartHealth> Intake(ConnectorApp app) =>
        app.IntakeHealth.Sources.Where(s => s.State is IntakeState.Unreadable or IntakeState.StoreDown).Select(s => new PartHealth($"intake {s.Channel}", s.State.ToString(), s.Reason));
}

/// <param name="Reason">What keeps it from its work, where that is known.</param>
internal sealed record PartHealth(string Part, string State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
