using Connector.Engine.Messages;
using Connector.Host.Operations.Cursors;
using Connector.Host.Operations.Instances;
using Connector.Host.Operations.Sweeps;
using Connector.Storage.Rows;
using Connector.Storage.Stores;

namespace Connector.Host.Operations.Status;

/// <summary>How things stand, as the store knows it.</summary>
/// <param name="Running">Whether any host has given a sign of life within 15 seconds, or answers.</param>
/// <param name="Health">What those hosts that could be asked say of themselves.</param>
internal sealed record StatusView(
    bool Running, string Summary, string Tenant, string DataFolder, ClockView Clock, IReadOnlyList<HostView> Hosts, IReadOnlyList<HostHealth> Health, IReadOnlyList<InstanceView> Instances,
    IReadOnlyList<OutboxStanding> Outbox, IReadOnlyList<OutboxGroup> DeadLetters, IReadOnlyList<QuarantineCount> Quarantine, IReadOnlyList<InboxStanding> Inbox,
    IReadOnlyList<CursorView> Cursors, IReadOnlyList<SweepView> Sweeps, LastSuccesses Last);

/// <summary>A host by its last sign of life.</summary>
internal sealed record HostView(string Host, bool Alive, string? Address, long ProcessId, string Version, DateTimeOffset StartedAt, DateTimeOffset SeenAt)
{
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static HostView Of(HostHeartbeat h, TimeProvider machine) => new(h.Host, IsAlive(h, machine), h.Address, h.ProcessId, h.ProductVersion, h.StartedAt, h.At);

    public static bool IsAlive(HostHeartbeat h, TimeProvider machine) => machine.GetUtcNow() - h.At < Silence;
}

internal sealed record ClockView(bool Virtual, DateTimeOffset Now, TimeSpan Offset);

/// <param name="OldestAge">How long the oldest row that is not dead has waited.</param>
internal sealed record OutboxStanding(string Destination, long Waiting, long Started, long Dead, TimeSpan? OldestAge);

internal sealed record QuarantineCount(QuarantineReason Reason, int Held);

internal sealed record InboxStanding(string Instance, long Waiting);

/// <summary>When something last went well.</summary>
internal sealed record LastSuccesses(DateTimeOffset? MailIn, DateTimeOffset? MailOut, DateTimeOffset? VendorCall);
