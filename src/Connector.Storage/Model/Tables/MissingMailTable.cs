using Connector.Engine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class MissingMailTable : IEntityTypeConfiguration<MissingMail>
{
    public void Configure(EntityTypeBuilder<MissingMail> builder)
    {
        builder.ById("MissingMails", r => r.Id);
        builder.Index("MissingMails_Key", r => r.Key);
    }
}
