using Connector.Contracts;
using Connector.Runtime.Settings;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Instances;

/// <summary>A configured instance: what hosts say of it, and what administrators want of it.</summary>
/// <param name="State">As the latest running host sees it; <c>NotRunning</c> when no host runs.</param>
internal sealed record InstanceView(
    string Id, string Plugin, string State, string? Reason, bool Enabled, bool Paused, string? ChangedBy, IReadOnlyList<string> Capabilities, string? Host,
    DateTimeOffset? SeenAt, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastErrorAt, string? LastError)
{
    public const string NotRunning = nameof(NotRunning);

    public static InstanceView Of(string id, InstanceSettings settings, InstanceDesired? wanted, Storage.Rows.InstanceStatus? seen, bool hostRuns) => new(
        id,
        settings.Plugin,
        hostRuns && seen is not null ? seen.State : NotRunning,
        hostRuns ? seen?.Reason : "no host is running",
        wanted?.Enabled ?? settings.Enabled,
        wanted?.Paused ?? false,
        wanted?.ChangedBy,
        seen is null ? [] : [.. Enum.GetValues<Capability>().Where(c => c != Capability.None && ((Capability)seen.Capabilities).HasFlag(c)).Select(c => c.ToString())],
        seen?.Host,
        seen?.At,
        seen?.LastSuccessAt,
        seen?.LastErrorAt,
        seen?.LastError);
}

/// <summary>The probes of one instance.</summary>
internal sealed record CheckResult(string Instance, bool Ok, IReadOnlyList<Probe> Probes);
