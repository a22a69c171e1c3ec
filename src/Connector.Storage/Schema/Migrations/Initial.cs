using Connector.Storage.Model;
using Connector.Storage.Postgres;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Schema.Migrations;

/// <summary>The first schema. Written by hand for both databases; never changed once released: a change is a further migration.</summary>
[DbContext(typeof(ConnectorDb))]
[Migration(Id)]
internal sealed class Initial : Migration
{
    public const string Id = "20260101000000_Initial";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var script = new TableScript(migrationBuilder);
        Conversations(script);
        Mail(script);
        Work(script);
        Store(script);
        script.OnPostgres($"CREATE SEQUENCE \"{PostgresNumbers.Records}\" INCREMENT BY {PostgresNumbers.Block}");
    }

    private static void Conversations(TableScript script)
    {
        script.Table("Threads", "Id",
            "Id int, Tenant text, Version int, Channel text, MailboxGroup text, Token text?, BareSubject text, Sent int, Numbered int, " +
            "ClientIndex int?, RedirectTo int?, Reopens int, ReopensFrom int?, CreatedAt int, LastActivityAt int");
        script.Index("Threads_ClientIndex", "Threads", "ClientIndex", where: "\"ClientIndex\" IS NOT NULL");
        script.Index("Threads_RedirectTo", "Threads", "RedirectTo", where: "\"RedirectTo\" IS NOT NULL");
        script.Index("Threads_Token", "Threads", "Tenant, Token", where: "\"Token\" IS NOT NULL", unique: true);
        script.Table("Participants", "Id",
            "Id int, Tenant text, Version int, ThreadId int, Ordinal int, Role int, Address text, Name text, Agent text?, SeenUpTo int, UndeliverableSince int?, " +
            "AddedBy text, AddedByMessage int?, AddedAt int, LeftAt int?");
        script.Index("Participants_Thread", "Participants", "ThreadId");
        script.Table("People", "Id", "Id int, Tenant text, Version int, Kind int, Key text, Address text, Name text, Role int?");
        script.Index("People_Address", "People", "Tenant, Address");
        script.Table("Interactions", "Id",
            "Id int, Tenant text, Version int, Channel text, ChannelType int, Direction int, State int, ThreadId int?, CaseId int?, " +
            "RefersTo int?, CustomerType int, CustomerId text, CustomerAddress text, CustomerName text, Subject text, Owner text?, " +
            "PreviousOwner text?, RoutingSource int, Instance text, Queue text, Round int, Size int, ExternalId text?, ObservedRank int, " +
            "ObservedState text, CreatedAt int, UpdatedAt int, WaitingSince int, LastHumanAt int, FirstResponseAt int?, InactivityDue int?, " +
            "WrapUpDue int?, SafetyDue int?, ClosedAt int?, Code text?, CodeSource int?, NoCodeReason text?");
        script.Index("Due_Interactions_InactivityDue", "Interactions", "Tenant, InactivityDue", where: "\"InactivityDue\" IS NOT NULL");
        script.Index("Due_Interactions_SafetyDue", "Interactions", "Tenant, SafetyDue", where: "\"SafetyDue\" IS NOT NULL");
        script.Index("Due_Interactions_WrapUpDue", "Interactions", "Tenant, WrapUpDue", where: "\"WrapUpDue\" IS NOT NULL");
        script.Index("Interactions_RefersTo", "Interactions", "RefersTo", where: "\"RefersTo\" IS NOT NULL");
        script.Index("Interactions_Case", "Interactions", "CaseId", where: "\"CaseId\" IS NOT NULL");
        script.Index("Interactions_Thread", "Interactions", "ThreadId", where: "\"ThreadId\" IS NOT NULL");
        script.Table("Cases", "Id",
            "Id int, Tenant text, Version int, Number int, Channel text, State int, ThreadId int?, Subject text, Description text, Origin text, " +
            "PendingReason text?, CloseReason text?, Disposition text?, Assignee text?, CreatedBy text, UpdatedBy text, CreatedAt int, " +
            "UpdatedAt int, AssignedAt int?, ResolvedAt int?, ClosedAt int?, CloseDue int?, MergedInto int?, DuplicateOf int?, FollowUpOf int?");
        script.Index("Cases_Number", "Cases", "Tenant, Number", unique: true);
        script.Index("Cases_Thread", "Cases", "ThreadId", where: "\"ThreadId\" IS NOT NULL");
        script.Index("Cases_FollowUpOf", "Cases", "FollowUpOf", where: "\"FollowUpOf\" IS NOT NULL");
        script.Index("Due_Cases_CloseDue", "Cases", "Tenant, CloseDue", where: "\"CloseDue\" IS NOT NULL");
        script.Table("CaseMerges", "Id",
            "Id int, Tenant text, Version int, SourceId int, TargetId int, At int, By text, SourceState int, SourceCloseDue int?, ThreadId int?, " +
            "GaveThread int, Interactions text, People text, UndoneAt int?");
        script.Index("CaseMerges_Source", "CaseMerges", "SourceId");
        script.Table("Segments", "Id",
            "Id int, Tenant text, Version int, InteractionId int, Agent text?, State int, Code text?, Source int?, Notes text, OpenedAt int, " +
            "SubmittedAt int?, ConfirmedAt int?, AwaitingConfirmation int, AppliedLate int");
        script.Index("Segments_Interaction", "Segments", "InteractionId");
        script.Table("Transfers", "Id",
            "Id int, Tenant text, Version int, InteractionId int, State int, SourceQueue text, SourceAgent text?, TargetQueue text?, " +
            "TargetAgent text?, RequestedBy text, Inward int, Reason text?, RequestedAt int, AcceptedAt int?, AssignedAt int?, EndedAt int?, " +
            "DueAt int?");
        script.Index("Due_Transfers_DueAt", "Transfers", "Tenant, DueAt", where: "\"DueAt\" IS NOT NULL");
        script.Index("Transfers_Interaction", "Transfers", "InteractionId");
        script.Table("Activities", "Id",
            "Id int, Tenant text, InteractionId int?, CaseId int?, ThreadId int?, MessageId int?, At int, By text, What text, Before text?, " +
            "After text?, Why text?, Correlation text");
        script.Index("Activities_Case", "Activities", "CaseId", where: "\"CaseId\" IS NOT NULL");
        script.Index("Activities_Interaction", "Activities", "InteractionId", where: "\"InteractionId\" IS NOT NULL");
        script.Table("Notifications", "Id",
            "Id int, Tenant text, Agent text, Category text, InteractionId int?, CaseId int?, MessageId int?, Text text, At int, ReadAt int?");
        script.Index("Notifications_Agent", "Notifications", "Tenant, Agent");
    }

    private static void Mail(TableScript script)
    {
        script.Table("Messages", "Id",
            "Id int, Tenant text, Version int, ThreadId int?, InteractionId int?, CaseId int?, Channel text, Kind int, Direction int, " +
            "Visibility int, Class int, MailId text, MailKey int, CanonicalHash blob, Number int, From text, FromName text, Subject text, " +
            "Agent text?, Text text, At int, Size int, Flags text, Decision text?, DeliveryError text?");
        script.Index("Messages_Case", "Messages", "CaseId", where: "\"ThreadId\" IS NULL AND \"CaseId\" IS NOT NULL");
        script.Index("Messages_Interaction", "Messages", "InteractionId", where: "\"ThreadId\" IS NULL AND \"InteractionId\" IS NOT NULL");
        script.Index("Messages_MailKey", "Messages", "MailKey, CanonicalHash, Tenant", where: "\"MailKey\" <> 0", unique: true);
        script.Index("Messages_Thread", "Messages", "ThreadId", where: "\"ThreadId\" IS NOT NULL");
        script.Table("AutomaticSent", "Id", "Id int, Tenant text, Kind int, AddressHash int, SubjectHash int, ThreadId int?, At int");
        script.Index("AutomaticSent_Address", "AutomaticSent", "AddressHash, At");
        script.Index("AutomaticSent_At", "AutomaticSent", "Tenant, At");
        script.Table("RawMails", "Id", "Id int, Bytes blob");
        script.Table("Receipts", "Id", "Id int, Tenant text, MessageId int, Channel text, At int, Queue text");
        script.Index("Receipts_Message", "Receipts", "MessageId");
        script.Table("Quarantine", "Id",
            "Id int, Tenant text, Version int, Channel text, Reason int, Detail text, Source text, From text, Subject text, MailKey int, " +
            "CanonicalHash blob, At int, State int, Decision text?");
        script.Index("Quarantine_MailKey", "Quarantine", "MailKey", where: "\"State\" = 0");
    }

    private static void Work(TableScript script)
    {
        script.Table("Outbox", "Id",
            "Id int, Tenant text, Version int, InteractionId int, Destination text, LaneVersion int, LaneNumber int, Operation text, " +
            "Payload text, Precondition text?, Key text, Correlation text, MessageId int?, TransferId int?, SegmentId int?, State int, " +
            "Attempts int, CreatedAt int, NotBefore int, LeaseUntil int?, LeaseBy text?, DoneAt int?, Error text?, Answer text?, Priority int");
        script.Index("Outbox_Lane", "Outbox", "InteractionId, Destination, LaneVersion, LaneNumber", where: "\"State\" IN (0, 1, 3)");
        script.Index("Outbox_Ready", "Outbox", "Tenant, Destination, Priority, NotBefore, Id", where: "\"State\" IN (0, 1)", descending: [false, false, true, false, false]);
        script.Table("ExternalRefs", "Id",
            "Id int, Tenant text, Version int, InteractionId int, Instance text, ExternalId text, Round int, From int, Until int?");
        script.Index("ExternalRefs_ExternalId", "ExternalRefs", "Instance, ExternalId");
        script.Index("ExternalRefs_Interaction", "ExternalRefs", "InteractionId");
        script.Table("CapacityEntries", "Id", "Id int, Tenant text, Agent text, ChannelType int, InteractionId int, Delta int, Cause text, At int");
        script.Index("CapacityEntries_Agent", "CapacityEntries", "Tenant, Agent");
        script.Table("Inbox", "Tenant, Instance, EventId",
            "Tenant text, Instance text, EventId text, Sequence int, ExternalId text, Kind text, At int, Payload text, State int, Attempts int, " +
            "Error text?, ReceivedAt int, HandledAt int?, NotBefore int, LeaseUntil int?, LeaseBy text?");
        script.Index("Inbox_Pending", "Inbox", "Tenant, Instance, NotBefore, Sequence", where: "\"State\" = 0");
        script.Index("Inbox_PendingItem", "Inbox", "Tenant, Instance, ExternalId", where: "\"State\" = 0");
        script.Table("InstanceDocuments", "Tenant, Instance, Kind, Id", "Tenant text, Instance text, Kind text, Id text, Version int, Json text, DueAt int?");
        script.Index("Due_InstanceDocuments_DueAt", "InstanceDocuments", "Tenant, DueAt", where: "\"DueAt\" IS NOT NULL");
        script.Table("Cursors", "Tenant, Instance", "Tenant text, Instance text, Value text?, ChangedAt int, ChangedBy text");
        script.Table("InstanceDesired", "Tenant, Instance", "Tenant text, Instance text, Enabled int?, Paused int, Restarts int, ChangedAt int, ChangedBy text");
        script.Table("InstanceStatus", "Tenant, Host, Instance",
            "Tenant text, Host text, Instance text, Plugin text, State text, Reason text?, Capabilities int, At int, LastSuccessAt int?, " +
            "LastErrorAt int?, LastError text?, Details text?");
        script.Table("HostHeartbeats", "Tenant, Host",
            "Tenant text, Host text, Machine text, ProcessId int, ProductVersion text, Address text?, StartedAt int, At int, Details text?");
    }

    private static void Store(TableScript script)
    {
        script.Table("SigningKeys", "Tenant, Id", "Tenant text, Id text, Secret blob, CreatedAt int, RetiredAt int?");
        script.Table("ApiKeys", "Tenant, Id",
            "Tenant text, Id text, Hash blob, Role text, Agent text?, CreatedAt int, CreatedBy text, RevokedAt int?, RevokedBy text?");
        script.Table("AuditEntries", "Id", "Id int, Tenant text, At int, By text, Action text, Target text, Before text?, After text?");
        script.Index("AuditEntries_At", "AuditEntries", "Tenant, At");
        script.Table("IdempotencyRecords", "Tenant, Key", "Tenant text, Key text, Request text, Status int, Answer text?, At int");
        script.Table("Settings", "Tenant, Key", "Tenant text, Key text, Value text");
        script.Table("Counters", "Tenant, Name", "Tenant text, Name text, Value int");
        script.Table("SweepRuns", "Id",
            "Id int, Tenant text, Sweep text, At int, StartedAt int, EndedAt int, By text, Due int, Done int, Skipped int, Failed int, " +
            "Error text?");
        script.Index("SweepRuns_Sweep", "SweepRuns", "Tenant, Sweep");
        script.Table("Uploads", "Tenant, Hash", "Tenant text, Hash text, Bytes blob, Size int, CreatedAt int");
    }
}
