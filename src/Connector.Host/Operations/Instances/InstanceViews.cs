using Connector.Contracts;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Settings;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Instances;

/// <summary>A configured instance: what hosts say of it, and what administrators want of it.</summary>
/// <param name="State">As the latest running host sees it; <c>NotRunning</c> when no host runs.</param>
/// <param name="Budget">Calls to the vendor in the last minute of how many; null for an instance that calls nobody.</param>
/// <param name="Polling">Null for an instance that is not polled.</param>
internal sealed record InstanceView(
    string Id, string Plugin, string State, string? Reason, bool Enabled, bool Paused, string? ChangedBy, IReadOnlyList<string> Capabilities, string? Host,
    DateTimeOffset? SeenAt, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastErrorAt, string? LastError,
    HttpStanding? Budget, PollView? Polling)
{
    public const string NotRunning = nameof(NotRunning);

    public static InstanceView Of(string id, InstanceSettings settings, InstanceDesired? wanted, Storage.Rows.InstanceStatus? seen, bool hostRuns, Poll? poll) => new(
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
        seen?.LastError,
        hostRuns ? InstanceDetails.Read(seen?.Details).Http : null,
        PollView.Of(poll, InstanceDetails.Read(hostRuns ? seen?.Details : null).Poll));
}

/// <summary>How an instance is polled.</summary>
/// <param name="PolledAt">When a poll was last answered and its events were safe.</param>
/// <param name="By">The host that polls it.</param>
/// <param name="Failures">Polls that failed one after the other, and why the last one did.</param>
/// <param name="GapFrom">The last time in which nobody looked for longer than meant.</param>
internal sealed record PollView(
    TimeSpan? Every, DateTimeOffset? PolledAt, string? By, int Failures, string? Trouble, DateTimeOffset? GapFrom, DateTimeOffset? GapTo, string? GapReason)
{
    public static PollView? Of(Poll? stored, Runtime.Inbox.Polling.PollStanding? standing) => stored is null && standing is null
        ? null
        : new(standing?.Every, stored?.PolledAt, stored?.HeldBy, standing?.Failures ?? 0, standing?.Trouble, stored?.GapFrom, stored?.GapTo, stored?.GapReason);
}

/// <summary>The probes of one instance.</summary>
internal sealed record CheckResult(string Instance, bool Ok, IReadOnlyList<Probe> Probes);
