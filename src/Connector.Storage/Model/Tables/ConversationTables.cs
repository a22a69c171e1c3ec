using Connector.Engine.Cases;
using Connector.Engine.Contacts;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connector.Storage.Model.Tables;

internal sealed class InteractionTable : IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ById("Interactions", r => r.Id);
        builder.IndexWhere("Interactions_Thread", "\"ThreadId\" IS NOT NULL", r => r.ThreadId);
        builder.IndexWhere("Interactions_Case", "\"CaseId\" IS NOT NULL", r => r.CaseId);
        builder.IndexWhere("Interactions_RefersTo", "\"RefersTo\" IS NOT NULL", r => r.RefersTo);
        builder.IndexWhere("Interactions_Open", "\"ClosedAt\" IS NULL", r => new { r.Tenant, r.Id });
        builder.IndexWhere("Interactions_Closed", "\"ClosedAt\" IS NOT NULL", r => new { r.Tenant, r.ClosedAt });
        builder.IndexWhere("Interactions_Owner", "\"Owner\" IS NOT NULL", r => new { r.Owner, r.Tenant, r.Id });
        builder.DueBy(nameof(Interaction.InactivityDue));
        builder.DueBy(nameof(Interaction.WrapUpDue));
        builder.DueBy(nameof(Interaction.SafetyDue));
    }
}

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ById("Cases", r => r.Id);
        builder.Index("Cases_Number", r => new { r.Tenant, r.Number }, unique: true);
        builder.IndexWhere("Cases_Thread", "\"ThreadId\" IS NOT NULL", r => r.ThreadId);
        builder.IndexWhere("Cases_FollowUpOf", "\"FollowUpOf\" IS NOT NULL", r => r.FollowUpOf);
        builder.DueBy(nameof(Case.CloseDue));
    }
}

internal sealed class CaseMergeTable : IEntityTypeConfiguration<CaseMerge>
{
    public void Configure(EntityTypeBuilder<CaseMerge> builder)
    {
        builder.ById("CaseMerges", r => r.Id);
        builder.Index("CaseMerges_Source", r => r.SourceId);
    }
}

internal sealed class CaseThreadTable : IEntityTypeConfiguration<CaseThread>
{
    public void Configure(EntityTypeBuilder<CaseThread> builder)
    {
        builder.ById("Threads", r => r.Id);
        builder.IndexWhere("Threads_Token", "\"Token\" IS NOT NULL", r => new { r.Tenant, r.Token }, unique: true);
        builder.IndexWhere("Threads_ClientIndex", "\"ClientIndex\" IS NOT NULL", r => r.ClientIndex);
        builder.IndexWhere("Threads_RedirectTo", "\"RedirectTo\" IS NOT NULL", r => r.RedirectTo);
    }
}

internal sealed class ParticipantTable : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ById("Participants", r => r.Id);
        builder.Index("Participants_Thread", r => r.ThreadId);
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ById("People", r => r.Id);
        builder.Index("People_Address", r => new { r.Tenant, r.Address });
    }
}
