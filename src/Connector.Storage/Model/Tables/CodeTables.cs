using Connector.Engine.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class CatalogueCodeTable : IEntityTypeConfiguration<CatalogueCode>
{
    public void Configure(EntityTypeBuilder<CatalogueCode> builder)
    {
        builder.ById("CatalogueCodes", r => r.Id);
        builder.Index("CatalogueCodes_Key", r => new { r.Tenant, r.Key }, unique: true);
    }
}

internal sealed class CodeMappingTable : IEntityTypeConfiguration<CodeMapping>
{
    public const string Holds = "\"EndedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<CodeMapping> builder)
    {
        builder.ById("CodeMappings", r => r.Id);
        builder.IndexWhere("CodeMappings_VendorId", Holds, r => new { r.Tenant, r.Instance, r.Queue, r.VendorId }, unique: true);
        builder.IndexWhere("CodeMappings_Code", Holds, r => new { r.Tenant, r.Instance, r.Queue, r.Code }, unique: true);
    }
}

internal sealed class VendorEntryTable : IEntityTypeConfiguration<VendorEntry>
{
    public void Configure(EntityTypeBuilder<VendorEntry> builder)
    {
        builder.ById("VendorEntries", r => r.Id);
        builder.Index("VendorEntries_VendorId", r => new { r.Tenant, r.Instance, r.Kind, r.VendorId }, unique: true);
    }
}
