using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class SegmentTable : IEntityTypeConfiguration<WrapUpSegment>
{
    public void Configure(EntityTypeBuilder<WrapUpSegment> builder)
    {
        builder.ById("Segments", r => r.Id);
        builder.Index("Segments_Interaction", r => r.InteractionId);
        builder.IndexWhere("Segments_Awaiting", "\"AwaitingConfirmation\" = 1", r => new { r.Tenant, r.Id });
    }
}

internal sealed class TransferTable : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ById("Transfers", r => r.Id);
        builder.Index("Transfers_Interaction", r => r.InteractionId);
        builder.DueBy(nameof(Transfer.DueAt));
    }
}

internal sealed class ExternalRefTable : IEntityTypeConfiguration<ExternalRef>
{
    public void Configure(EntityTypeBuilder<ExternalRef> builder)
    {
        builder.ById("ExternalRefs", r => r.Id);
        builder.Index("ExternalRefs_ExternalId", r => new { r.Instance, r.ExternalId });
        builder.Index("ExternalRefs_Interaction", r => r.InteractionId);
    }
}

internal sealed class CapacityTable : IEntityTypeConfiguration<CapacityEntry>
{
    public void Configure(EntityTypeBuilder<CapacityEntry> builder)
    {
        builder.ById("CapacityEntries", r => r.Id);
        builder.Index("CapacityEntries_Agent", r => new { r.Tenant, r.Agent });
        builder.Index("CapacityEntries_Interaction", r => r.InteractionId);
    }
}

internal sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ById("Notifications", r => r.Id);
        builder.Index("Notifications_Agent", r => new { r.Tenant, r.Agent });
        builder.IndexWhere("Notifications_Interaction", "\"InteractionId\" IS NOT NULL", r => r.InteractionId);
    }
}

/// <summary>Lanes hold unfinished rows (waiting, started, dead); Ready is the order in which one destination is served.</summary>
internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    /// <summary>Not done with: a dead letter stops its lane.</summary>
    public const string Unfinished = "\"DoneAt\" IS NULL";

    /// <summary>By what a claim does not change, so that it leaves the indexes alone.</summary>
    public const string Claimable = "\"DoneAt\" IS NULL AND \"DeadSince\" IS NULL";

    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ById("Outbox", r => r.Id);
        builder.Index("Outbox_Interaction", r => r.InteractionId);
        builder.IndexWhere("Outbox_Lane", Unfinished, r => new { r.InteractionId, r.Destination, r.LaneVersion, r.LaneNumber });
        builder.HasIndex(r => new { r.Tenant, r.Destination, r.Priority, r.NotBefore, r.Id }, "Outbox_Ready")
            .HasFilter(Claimable).IsDescending(false, false, true, false, false);
    }
}

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ById("Activities", r => r.Id);
        builder.IndexWhere("Activities_Interaction", "\"InteractionId\" IS NOT NULL", r => r.InteractionId);
        builder.IndexWhere("Activities_Case", "\"CaseId\" IS NOT NULL", r => r.CaseId);
    }
}
