using Connector.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> builder) => builder.ToTable("SigningKeys").HasKey(r => new { r.Tenant, r.Id });
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder) => builder.ToTable("ApiKeys").HasKey(r => new { r.Tenant, r.Id });
}

internal sealed class StoreSettingTable : IEntityTypeConfiguration<StoreSetting>
{
    public void Configure(EntityTypeBuilder<StoreSetting> builder) => builder.ToTable("Settings").HasKey(r => new { r.Tenant, r.Key });
}

internal sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder) => builder.ToTable("Counters").HasKey(r => new { r.Tenant, r.Name });
}

internal sealed class SweepRunTable : IEntityTypeConfiguration<SweepRun>
{
    public void Configure(EntityTypeBuilder<SweepRun> builder)
    {
        builder.ById("SweepRuns", r => r.Id);
        builder.Index("SweepRuns_Sweep", r => new { r.Tenant, r.Sweep });
    }
}

internal sealed class UploadTable : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder) => builder.ToTable("Uploads").HasKey(r => new { r.Tenant, r.Hash });
}

internal sealed class IdempotencyTable : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder) =>
        builder.ToTable("IdempotencyRecords").HasKey(r => new { r.Tenant, r.Key });
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ById("AuditEntries", r => r.Id);
        builder.Index("AuditEntries_At", r => new { r.Tenant, r.At });
    }
}
