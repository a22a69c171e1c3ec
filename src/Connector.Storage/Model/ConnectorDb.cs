using Connector.Engine.Cases;
using Connector.Engine.Codes;
using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Model;

/// <summary>The tables, for queries without tracking and as the one source of all statement texts. Nothing is saved through it.</summary>
public sealed class ConnectorDb(DbContextOptions<ConnectorDb> options) : DbContext(options)
{
    public DbSet<Interaction> Interactions => Set<Interaction>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseMerge> CaseMerges => Set<CaseMerge>();
    public DbSet<CaseThread> Threads => Set<CaseThread>();
    public DbSet<MissingMail> MissingMails => Set<MissingMail>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<AutomaticSent> AutomaticSent => Set<AutomaticSent>();
    public DbSet<RawMail> RawMails => Set<RawMail>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<QuarantineItem> Quarantine => Set<QuarantineItem>();
    public DbSet<WrapUpSegment> Segments => Set<WrapUpSegment>();
    public DbSet<CatalogueCode> CatalogueCodes => Set<CatalogueCode>();
    public DbSet<CodeMapping> CodeMappings => Set<CodeMapping>();
    public DbSet<VendorEntry> VendorEntries => Set<VendorEntry>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<ExternalRef> ExternalRefs => Set<ExternalRef>();
    public DbSet<CapacityEntry> CapacityEntries => Set<CapacityEntry>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<InboxEvent> Inbox => Set<InboxEvent>();
    public DbSet<InstanceDocumentRow> InstanceDocuments => Set<InstanceDocumentRow>();
    public DbSet<Cursor> Cursors => Set<Cursor>();
    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<InstanceDesired> InstanceDesired => Set<InstanceDesired>();
    public DbSet<InstanceStatus> InstanceStatus => Set<InstanceStatus>();
    public DbSet<HostHeartbeat> HostHeartbeats => Set<HostHeartbeat>();
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<StoreSetting> Settings => Set<StoreSetting>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<SweepRun> SweepRuns => Set<SweepRun>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicrosecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<long>();
        configurationBuilder.Properties<bool>().HaveConversion<long>();
        configurationBuilder.Properties<int>().HaveConversion<long>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConnectorDb).Assembly);
}
