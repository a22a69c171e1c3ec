using Connector.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class InboxTable : IEntityTypeConfiguration<InboxEvent>
{
    public const string Pending = "\"State\" = 0";

    public void Configure(EntityTypeBuilder<InboxEvent> builder)
    {
        builder.ToTable("Inbox").HasKey(r => new { r.Tenant, r.Instance, r.EventId });
        builder.IndexWhere("Inbox_Pending", Pending, r => new { r.Tenant, r.Instance, r.NotBefore, r.Sequence });
        builder.IndexWhere("Inbox_PendingItem", Pending, r => new { r.Tenant, r.Instance, r.ExternalId });
    }
}

internal sealed class InstanceDocumentTable : IEntityTypeConfiguration<InstanceDocumentRow>
{
    public void Configure(EntityTypeBuilder<InstanceDocumentRow> builder)
    {
        builder.ToTable("InstanceDocuments").HasKey(r => new { r.Tenant, r.Instance, r.Kind, r.Id });
        builder.DueBy(nameof(InstanceDocumentRow.DueAt));
    }
}

internal sealed class CursorTable : IEntityTypeConfiguration<Cursor>
{
    public void Configure(EntityTypeBuilder<Cursor> builder) => builder.ToTable("Cursors").HasKey(r => new { r.Tenant, r.Instance });
}

internal sealed class PollTable : IEntityTypeConfiguration<Poll>
{
    public void Configure(EntityTypeBuilder<Poll> builder) => builder.ToTable("Polls").HasKey(r => new { r.Tenant, r.Instance });
}

internal sealed class InstanceDesiredTable : IEntityTypeConfiguration<InstanceDesired>
{
    public void Configure(EntityTypeBuilder<InstanceDesired> builder) =>
        builder.ToTable("InstanceDesired").HasKey(r => new { r.Tenant, r.Instance });
}

internal sealed class InstanceStatusTable : IEntityTypeConfiguration<InstanceStatus>
{
    public void Configure(EntityTypeBuilder<InstanceStatus> builder) =>
        builder.ToTable("InstanceStatus").HasKey(r => new { r.Tenant, r.Host, r.Instance });
}

internal sealed class HostHeartbeatTable : IEntityTypeConfiguration<HostHeartbeat>
{
    public void Configure(EntityTypeBuilder<HostHeartbeat> builder) =>
        builder.ToTable("HostHeartbeats").HasKey(r => new { r.Tenant, r.Host });
}
