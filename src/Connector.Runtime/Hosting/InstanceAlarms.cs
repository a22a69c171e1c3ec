using Connector.Engine.Door;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage.Rows;
using InstanceStatus = Connector.Runtime.Plugins.Instances.InstanceStatus;

namespace Connector.Runtime.Hosting;

/// <summary>Tells the audit when an instance stops doing its work without anybody having asked for it, and when it does it again.</summary>
internal sealed class InstanceAlarms(ConnectorApp app)
{
    private readonly Dictionary<string, InstanceState> _alarmed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the audit has not been told yet; news until <see cref="Told"/>.</summary>
    public IReadOnlyList<Alarm> Look() => [.. app.Instances.All.Select(i => new Alarm(i.Id, i.Status, _alarmed.TryGetValue(i.Id, out var before) ? before : null)).Where(IsNews)];

    public AuditEntry LineOf(Alarm alarm, IFresh fresh) => app.Store.Audit.Line(
        fresh, app.Clock.Now, Actor.OfInstance(alarm.Instance).Name, $"instance {alarm.Now.State.ToString().ToLowerInvariant()}", alarm.Instance, alarm.Before?.ToString(), Words(alarm.Now));

    public void Told(IEnumerable<Alarm> alarms)
    {
        foreach (var alarm in alarms)
            if (Alarms(alarm.Now.State)) _alarmed[alarm.Instance] = alarm.Now.State;
            else _alarmed.Remove(alarm.Instance);
    }

    private static bool IsNews(Alarm alarm) => Alarms(alarm.Now.State) ? alarm.Before != alarm.Now.State : alarm.Now.TakesCalls && alarm.Before is not null;

    private static bool Alarms(InstanceState state) => state is InstanceState.Parked or InstanceState.Failed or InstanceState.Incompatible or InstanceState.Idle;

    private static string Words(InstanceStatus status) =>
        $"{status.State}{(status.Reason is null ? "" : $": {status.Reason}")}{(status.Until is null ? "" : $", until {status.Until:u}")}";
}

/// <param name="Before">The state it alarmed with before; null: it did its work.</param>
internal sealed record Alarm(string Instance, InstanceStatus Now, InstanceState? Before);
