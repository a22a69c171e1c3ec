using Connector.Engine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class AutomaticSentTable : IEntityTypeConfiguration<AutomaticSent>
{
    public void Configure(EntityTypeBuilder<AutomaticSent> builder)
    {
        builder.ById("AutomaticSent", r => r.Id);
        builder.Index("AutomaticSent_Address", r => new { r.AddressHash, r.At });
        builder.Index("AutomaticSent_At", r => new { r.Tenant, r.At });
    }
}
