using Connector.Engine.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

/// <summary>Messages_MailKey is the one index in random order on the way of a mail; being unique it also stops two hosts from taking one mail twice.</summary>
internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ById("Messages", r => r.Id);
        builder.IndexWhere("Messages_MailKey", "\"MailKey\" <> 0", r => new { r.MailKey, r.CanonicalHash, r.Tenant }, unique: true);
        builder.IndexWhere("Messages_Thread", "\"ThreadId\" IS NOT NULL", r => r.ThreadId);
        builder.IndexWhere("Messages_Interaction", "\"InteractionId\" IS NOT NULL", r => r.InteractionId);
        builder.IndexWhere("Messages_Case", "\"CaseId\" IS NOT NULL", r => r.CaseId);
    }
}

internal sealed class RawMailTable : IEntityTypeConfiguration<RawMail>
{
    public void Configure(EntityTypeBuilder<RawMail> builder) => builder.ById("RawMails", r => r.Id);
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ById("Receipts", r => r.Id);
        builder.Index("Receipts_Message", r => r.MessageId);
    }
}

internal sealed class QuarantineTable : IEntityTypeConfiguration<QuarantineItem>
{
    public void Configure(EntityTypeBuilder<QuarantineItem> builder)
    {
        builder.ById("Quarantine", r => r.Id);
        builder.Index("Quarantine_State", r => new { r.State, r.Tenant, r.Id });
        builder.IndexWhere("Quarantine_MailKey", "\"State\" = 0", r => r.MailKey);
    }
}
