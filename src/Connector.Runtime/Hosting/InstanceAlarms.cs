using Connector.Engine.Door;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Hosting;

/// <summary>Writes into the audit when an instance stops doing its work without anybody having asked for it, and when it does it again.</summary>
internal sealed class InstanceAlarms(ConnectorApp app)
{
    private readonly Dictionary<string, InstanceState> _alarmed = new(StringComparer.OrdinalIgnoreCase);

    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var instance in app.Instances.All)
        {
            var now = instance.Status;
            if (Alarms(now.State) ? _alarmed.TryGetValue(instance.Id, out var told) && told == now.State : !now.TakesCalls || !_alarmed.ContainsKey(instance.Id)) continue;
            await app.Store.Audit.AddAsync(app.Clock.Now, Actor.OfInstance(instance.Id).Name, $"instance {now.State.ToString().ToLowerInvariant()}", instance.Id,
                _alarmed.TryGetValue(instance.Id, out var before) ? before.ToString() : null, Words(now), cancellation);
            if (Alarms(now.State)) _alarmed[instance.Id] = now.State;
            else _alarmed.Remove(instance.Id);
        }
    }

    private static bool Alarms(InstanceState state) => state is InstanceState.Parked or InstanceState.Failed or InstanceState.Incompatible or InstanceState.Idle;

    private static string Words(InstanceStatus status) =>
        $"{status.State}{(status.Reason is null ? "" : $": {status.Reason}")}{(status.Until is null ? "" : $", until {status.Until:u}")}";
}
