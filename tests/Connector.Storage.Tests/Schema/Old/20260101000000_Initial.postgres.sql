CREATE TABLE public."Activities" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "InteractionId" bigint,
    "CaseId" bigint,
    "ThreadId" bigint,
    "MessageId" bigint,
    "At" bigint NOT NULL,
    "By" text NOT NULL,
    "What" text NOT NULL,
    "Before" text,
    "After" text,
    "Why" text,
    "Correlation" text NOT NULL
);
CREATE TABLE public."ApiKeys" (
    "Tenant" text NOT NULL,
    "Id" text NOT NULL,
    "Hash" bytea NOT NULL,
    "Role" text NOT NULL,
    "Agent" text,
    "CreatedAt" bigint NOT NULL,
    "CreatedBy" text NOT NULL,
    "RevokedAt" bigint,
    "RevokedBy" text
);
CREATE TABLE public."AuditEntries" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "At" bigint NOT NULL,
    "By" text NOT NULL,
    "Action" text NOT NULL,
    "Target" text NOT NULL,
    "Before" text,
    "After" text
);
CREATE TABLE public."AutomaticSent" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Kind" bigint NOT NULL,
    "AddressHash" bigint NOT NULL,
    "SubjectHash" bigint NOT NULL,
    "ThreadId" bigint,
    "At" bigint NOT NULL
);
CREATE TABLE public."CapacityEntries" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Agent" text NOT NULL,
    "ChannelType" bigint NOT NULL,
    "InteractionId" bigint NOT NULL,
    "Delta" bigint NOT NULL,
    "Cause" text NOT NULL,
    "At" bigint NOT NULL
);
CREATE TABLE public."CaseMerges" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "SourceId" bigint NOT NULL,
    "TargetId" bigint NOT NULL,
    "At" bigint NOT NULL,
    "By" text NOT NULL,
    "SourceState" bigint NOT NULL,
    "SourceCloseDue" bigint,
    "ThreadId" bigint,
    "GaveThread" bigint NOT NULL,
    "Interactions" text NOT NULL,
    "People" text NOT NULL,
    "UndoneAt" bigint
);
CREATE SEQUENCE public."CaseNumbers_default"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public."Cases" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "Number" bigint NOT NULL,
    "Channel" text NOT NULL,
    "State" bigint NOT NULL,
    "ThreadId" bigint,
    "Subject" text NOT NULL,
    "Description" text NOT NULL,
    "Origin" text NOT NULL,
    "PendingReason" text,
    "CloseReason" text,
    "Disposition" text,
    "Assignee" text,
    "CreatedBy" text NOT NULL,
    "UpdatedBy" text NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "UpdatedAt" bigint NOT NULL,
    "AssignedAt" bigint,
    "ResolvedAt" bigint,
    "ClosedAt" bigint,
    "CloseDue" bigint,
    "MergedInto" bigint,
    "DuplicateOf" bigint,
    "FollowUpOf" bigint
);
CREATE TABLE public."Counters" (
    "Tenant" text NOT NULL,
    "Name" text NOT NULL,
    "Value" bigint NOT NULL
);
CREATE TABLE public."Cursors" (
    "Tenant" text NOT NULL,
    "Instance" text NOT NULL,
    "Value" text,
    "ChangedAt" bigint NOT NULL,
    "ChangedBy" text NOT NULL
);
CREATE TABLE public."ExternalRefs" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "InteractionId" bigint NOT NULL,
    "Instance" text NOT NULL,
    "ExternalId" text NOT NULL,
    "Round" bigint NOT NULL,
    "From" bigint NOT NULL,
    "Until" bigint
);
CREATE TABLE public."HostHeartbeats" (
    "Tenant" text NOT NULL,
    "Host" text NOT NULL,
    "Machine" text NOT NULL,
    "ProcessId" bigint NOT NULL,
    "ProductVersion" text NOT NULL,
    "Address" text,
    "StartedAt" bigint NOT NULL,
    "At" bigint NOT NULL,
    "Details" text
);
CREATE TABLE public."IdempotencyRecords" (
    "Tenant" text NOT NULL,
    "Key" text NOT NULL,
    "Request" text NOT NULL,
    "Status" bigint NOT NULL,
    "Answer" text,
    "At" bigint NOT NULL
);
CREATE TABLE public."Inbox" (
    "Tenant" text NOT NULL,
    "Instance" text NOT NULL,
    "EventId" text NOT NULL,
    "Sequence" bigint NOT NULL,
    "ExternalId" text NOT NULL,
    "Kind" text NOT NULL,
    "At" bigint NOT NULL,
    "Payload" text NOT NULL,
    "State" bigint NOT NULL,
    "Attempts" bigint NOT NULL,
    "Error" text,
    "ReceivedAt" bigint NOT NULL,
    "HandledAt" bigint,
    "NotBefore" bigint NOT NULL,
    "LeaseUntil" bigint,
    "LeaseBy" text
);
CREATE TABLE public."InstanceDesired" (
    "Tenant" text NOT NULL,
    "Instance" text NOT NULL,
    "Enabled" bigint,
    "Paused" bigint NOT NULL,
    "Restarts" bigint NOT NULL,
    "ChangedAt" bigint NOT NULL,
    "ChangedBy" text NOT NULL
);
CREATE TABLE public."InstanceDocuments" (
    "Tenant" text NOT NULL,
    "Instance" text NOT NULL,
    "Kind" text NOT NULL,
    "Id" text NOT NULL,
    "Version" bigint NOT NULL,
    "Json" text NOT NULL,
    "DueAt" bigint
);
CREATE TABLE public."InstanceStatus" (
    "Tenant" text NOT NULL,
    "Host" text NOT NULL,
    "Instance" text NOT NULL,
    "Plugin" text NOT NULL,
    "State" text NOT NULL,
    "Reason" text,
    "Capabilities" bigint NOT NULL,
    "At" bigint NOT NULL,
    "LastSuccessAt" bigint,
    "LastErrorAt" bigint,
    "LastError" text,
    "Details" text
);
CREATE TABLE public."Interactions" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "Channel" text NOT NULL,
    "ChannelType" bigint NOT NULL,
    "Direction" bigint NOT NULL,
    "State" bigint NOT NULL,
    "ThreadId" bigint,
    "CaseId" bigint,
    "RefersTo" bigint,
    "CustomerType" bigint NOT NULL,
    "CustomerId" text NOT NULL,
    "CustomerAddress" text NOT NULL,
    "CustomerName" text NOT NULL,
    "Subject" text NOT NULL,
    "Owner" text,
    "PreviousOwner" text,
    "RoutingSource" bigint NOT NULL,
    "Instance" text NOT NULL,
    "Queue" text NOT NULL,
    "Round" bigint NOT NULL,
    "Size" bigint NOT NULL,
    "ExternalId" text,
    "ObservedRank" bigint NOT NULL,
    "ObservedState" text NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "UpdatedAt" bigint NOT NULL,
    "WaitingSince" bigint NOT NULL,
    "LastHumanAt" bigint NOT NULL,
    "FirstResponseAt" bigint,
    "InactivityDue" bigint,
    "WrapUpDue" bigint,
    "SafetyDue" bigint,
    "ClosedAt" bigint,
    "Code" text,
    "CodeSource" bigint,
    "NoCodeReason" text
);
CREATE TABLE public."Messages" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "ThreadId" bigint,
    "InteractionId" bigint,
    "CaseId" bigint,
    "Channel" text NOT NULL,
    "Kind" bigint NOT NULL,
    "Direction" bigint NOT NULL,
    "Visibility" bigint NOT NULL,
    "Class" bigint NOT NULL,
    "MailId" text NOT NULL,
    "MailKey" bigint NOT NULL,
    "CanonicalHash" bytea NOT NULL,
    "Number" bigint NOT NULL,
    "From" text NOT NULL,
    "FromName" text NOT NULL,
    "Subject" text NOT NULL,
    "Agent" text,
    "Text" text NOT NULL,
    "At" bigint NOT NULL,
    "Size" bigint NOT NULL,
    "Flags" text NOT NULL,
    "Decision" text,
    "DeliveryError" text
);
CREATE TABLE public."Notifications" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Agent" text NOT NULL,
    "Category" text NOT NULL,
    "InteractionId" bigint,
    "CaseId" bigint,
    "MessageId" bigint,
    "Text" text NOT NULL,
    "At" bigint NOT NULL,
    "ReadAt" bigint
);
CREATE TABLE public."Outbox" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "InteractionId" bigint NOT NULL,
    "Destination" text NOT NULL,
    "LaneVersion" bigint NOT NULL,
    "LaneNumber" bigint NOT NULL,
    "Operation" text NOT NULL,
    "Payload" text NOT NULL,
    "Precondition" text,
    "Key" text NOT NULL,
    "Correlation" text NOT NULL,
    "MessageId" bigint,
    "TransferId" bigint,
    "SegmentId" bigint,
    "State" bigint NOT NULL,
    "Attempts" bigint NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "NotBefore" bigint NOT NULL,
    "LeaseUntil" bigint,
    "LeaseBy" text,
    "DoneAt" bigint,
    "Error" text,
    "Answer" text,
    "Priority" bigint NOT NULL
);
CREATE TABLE public."Participants" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "ThreadId" bigint NOT NULL,
    "Ordinal" bigint NOT NULL,
    "Role" bigint NOT NULL,
    "Address" text NOT NULL,
    "Name" text NOT NULL,
    "Agent" text,
    "SeenUpTo" bigint NOT NULL,
    "UndeliverableSince" bigint,
    "AddedBy" text NOT NULL,
    "AddedByMessage" bigint,
    "AddedAt" bigint NOT NULL,
    "LeftAt" bigint
);
CREATE TABLE public."People" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "Kind" bigint NOT NULL,
    "Key" text NOT NULL,
    "Address" text NOT NULL,
    "Name" text NOT NULL,
    "Role" bigint
);
CREATE TABLE public."Quarantine" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "Channel" text NOT NULL,
    "Reason" bigint NOT NULL,
    "Detail" text NOT NULL,
    "Source" text NOT NULL,
    "From" text NOT NULL,
    "Subject" text NOT NULL,
    "MailKey" bigint NOT NULL,
    "CanonicalHash" bytea NOT NULL,
    "At" bigint NOT NULL,
    "State" bigint NOT NULL,
    "Decision" text
);
CREATE TABLE public."RawMails" (
    "Id" bigint NOT NULL,
    "Bytes" bytea NOT NULL
);
CREATE TABLE public."Receipts" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "MessageId" bigint NOT NULL,
    "Channel" text NOT NULL,
    "At" bigint NOT NULL,
    "Queue" text NOT NULL
);
CREATE SEQUENCE public."RecordIds"
    START WITH 1
    INCREMENT BY 256
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public."Segments" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "InteractionId" bigint NOT NULL,
    "Agent" text,
    "State" bigint NOT NULL,
    "Code" text,
    "Source" bigint,
    "Notes" text NOT NULL,
    "OpenedAt" bigint NOT NULL,
    "SubmittedAt" bigint,
    "ConfirmedAt" bigint,
    "AwaitingConfirmation" bigint NOT NULL,
    "AppliedLate" bigint NOT NULL
);
CREATE TABLE public."Settings" (
    "Tenant" text NOT NULL,
    "Key" text NOT NULL,
    "Value" text NOT NULL
);
CREATE TABLE public."SigningKeys" (
    "Tenant" text NOT NULL,
    "Id" text NOT NULL,
    "Secret" bytea NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "RetiredAt" bigint
);
CREATE TABLE public."SweepRuns" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Sweep" text NOT NULL,
    "At" bigint NOT NULL,
    "StartedAt" bigint NOT NULL,
    "EndedAt" bigint NOT NULL,
    "By" text NOT NULL,
    "Due" bigint NOT NULL,
    "Done" bigint NOT NULL,
    "Skipped" bigint NOT NULL,
    "Failed" bigint NOT NULL,
    "Error" text
);
CREATE TABLE public."Threads" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "Channel" text NOT NULL,
    "MailboxGroup" text NOT NULL,
    "Token" text,
    "BareSubject" text NOT NULL,
    "Sent" bigint NOT NULL,
    "Numbered" bigint NOT NULL,
    "ClientIndex" bigint,
    "RedirectTo" bigint,
    "Reopens" bigint NOT NULL,
    "ReopensFrom" bigint,
    "CreatedAt" bigint NOT NULL,
    "LastActivityAt" bigint NOT NULL
);
CREATE TABLE public."Transfers" (
    "Id" bigint NOT NULL,
    "Tenant" text NOT NULL,
    "Version" bigint NOT NULL,
    "InteractionId" bigint NOT NULL,
    "State" bigint NOT NULL,
    "SourceQueue" text NOT NULL,
    "SourceAgent" text,
    "TargetQueue" text,
    "TargetAgent" text,
    "RequestedBy" text NOT NULL,
    "Inward" bigint NOT NULL,
    "Reason" text,
    "RequestedAt" bigint NOT NULL,
    "AcceptedAt" bigint,
    "AssignedAt" bigint,
    "EndedAt" bigint,
    "DueAt" bigint
);
CREATE TABLE public."Uploads" (
    "Tenant" text NOT NULL,
    "Hash" text NOT NULL,
    "Bytes" bytea NOT NULL,
    "Size" bigint NOT NULL,
    "CreatedAt" bigint NOT NULL
);
CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
INSERT INTO public."Activities" VALUES (5, 'default', 4, NULL, 1, 3, 1772442000481948, 'mail', 'InteractionOpened', NULL, 'New', NULL, '3764cb108c70db30531575dcde5df5f8');
INSERT INTO public."Activities" VALUES (6, 'default', 4, NULL, 1, 3, 1772442000481948, 'mail', 'InteractionQueued', NULL, NULL, NULL, '3764cb108c70db30531575dcde5df5f8');
INSERT INTO public."Activities" VALUES (8, 'default', 4, NULL, 1, 3, 1772442000481948, 'mail', 'MailReceived', NULL, 'public New', 'no signal leads to a thread', '3764cb108c70db30531575dcde5df5f8');
INSERT INTO public."Activities" VALUES (11, 'default', 4, NULL, 1, NULL, 1772442000959061, 'instance:awa', 'ExternalIdGiven', NULL, 'i-4.1', 'instance awa', '3764cb108c70db30531575dcde5df5f8');
INSERT INTO public."Activities" VALUES (12, 'default', 4, NULL, 1, NULL, 1772442000959061, 'instance:awa', 'RouteDelivered', NULL, NULL, 'to awa', '3764cb108c70db30531575dcde5df5f8');
INSERT INTO public."Activities" VALUES (18, 'default', 17, NULL, 14, 16, 1772442001033858, 'mail', 'InteractionOpened', NULL, 'New', NULL, '26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO public."Activities" VALUES (19, 'default', 17, NULL, 14, 16, 1772442001033858, 'mail', 'InteractionQueued', NULL, NULL, NULL, '26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO public."Activities" VALUES (21, 'default', 17, NULL, 14, 16, 1772442001033858, 'mail', 'MailReceived', NULL, 'public New', 'no signal leads to a thread', '26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO public."Activities" VALUES (24, 'default', 17, NULL, 14, NULL, 1772442001047504, 'instance:awa', 'ExternalIdGiven', NULL, 'i-17.1', 'instance awa', '26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO public."Activities" VALUES (25, 'default', 17, NULL, 14, NULL, 1772442001047504, 'instance:awa', 'RouteDelivered', NULL, NULL, 'to awa', '26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO public."Activities" VALUES (31, 'default', 30, NULL, 27, 29, 1772442001053653, 'mail', 'InteractionOpened', NULL, 'New', NULL, '30954ff2b61195896c770d670009a4d1');
INSERT INTO public."Activities" VALUES (32, 'default', 30, NULL, 27, 29, 1772442001053653, 'mail', 'InteractionQueued', NULL, NULL, NULL, '30954ff2b61195896c770d670009a4d1');
INSERT INTO public."Activities" VALUES (34, 'default', 30, NULL, 27, 29, 1772442001053653, 'mail', 'MailReceived', NULL, 'public New', 'no signal leads to a thread', '30954ff2b61195896c770d670009a4d1');
INSERT INTO public."Activities" VALUES (37, 'default', 30, NULL, 27, NULL, 1772442001061151, 'instance:awa', 'ExternalIdGiven', NULL, 'i-30.1', 'instance awa', '30954ff2b61195896c770d670009a4d1');
INSERT INTO public."Activities" VALUES (38, 'default', 30, NULL, 27, NULL, 1772442001061151, 'instance:awa', 'RouteDelivered', NULL, NULL, 'to awa', '30954ff2b61195896c770d670009a4d1');
INSERT INTO public."Activities" VALUES (41, 'default', NULL, NULL, NULL, NULL, 1772442001067195, 'mail', 'MailQuarantined', NULL, 'q-40', 'NoSender: no address in From', 'adf695c96ecab0b0c7f442e6257a2e89');
INSERT INTO public."Activities" VALUES (46, 'default', 17, NULL, 14, NULL, 1772442001137522, 'instance:awa', 'InteractionAssigned', 'New', 'WorkInProgress', NULL, 'i-17.1.1');
INSERT INTO public."Activities" VALUES (49, 'default', 4, NULL, 1, NULL, 1772442001143215, 'instance:awa', 'InteractionAssigned', 'New', 'WorkInProgress', NULL, 'i-4.1.1');
INSERT INTO public."Activities" VALUES (52, 'default', 30, NULL, 27, NULL, 1772442001146832, 'instance:awa', 'InteractionAssigned', 'New', 'WorkInProgress', NULL, 'i-30.1.1');
INSERT INTO public."Activities" VALUES (55, 'default', 4, NULL, 1, NULL, 1772442001170703, 'agent:ann', 'AgentMessageSent', NULL, NULL, NULL, 'demo');
INSERT INTO public."Activities" VALUES (56, 'default', 4, NULL, 1, NULL, 1772442001170703, 'agent:ann', 'InteractionHeld', 'WorkInProgress', 'OnHold', NULL, 'demo');
INSERT INTO public."Activities" VALUES (59, 'default', NULL, NULL, 1, NULL, 1772442001170703, 'agent:ann', 'ThreadIdGiven', NULL, 'CLC87D2PJBDS', 'first outbound mail of the conversation', 'demo');
INSERT INTO public."Activities" VALUES (63, 'default', 4, NULL, 1, NULL, 1772442001210651, 'instance:awa', 'HoldDelivered', NULL, NULL, 'to awa', 'demo');
INSERT INTO public."Activities" VALUES (64, 'default', 4, NULL, 1, 60, 1772442001214025, 'delivery', 'SendMailDelivered', NULL, NULL, 'to mail', 'demo');
INSERT INTO public."Activities" VALUES (67, 'default', 4, NULL, 1, 66, 1772442001327999, 'mail', 'CustomerMessageJoined', NULL, NULL, NULL, 'cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO public."Activities" VALUES (68, 'default', 4, NULL, 1, 66, 1772442001327999, 'mail', 'InteractionResumed', 'OnHold', 'WorkInProgress', 'the customer wrote', 'cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO public."Activities" VALUES (72, 'default', 4, NULL, 1, 66, 1772442001327999, 'mail', 'MailReceived', NULL, 'public Append', 'signed token in the receiving address: joins the open interaction; from the requester', 'cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO public."Activities" VALUES (74, 'default', 4, NULL, 1, NULL, 1772442001351936, 'instance:awa', 'ResumeDelivered', NULL, NULL, 'to awa', 'cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO public."Activities" VALUES (76, 'default', 4, NULL, 1, NULL, 1772442001362452, 'agent:ann', 'WrapUpOpened', 'WorkInProgress', 'WrapUp', NULL, 'demo');
INSERT INTO public."Activities" VALUES (78, 'default', 4, NULL, 1, NULL, 1772442121364641, 'sweep:wrap-up-timeout', 'InteractionCompleted', 'WrapUp', 'ClosedComplete', 'no code by 2026-03-02 09:02:01Z', 'wrap-up-timeout-4');
INSERT INTO public."Activities" VALUES (86, 'default', 4, NULL, 1, NULL, 1772442121395947, 'instance:awa', 'EndDelivered', NULL, NULL, 'to awa', 'wrap-up-timeout-4');
INSERT INTO public."Activities" VALUES (92, 'default', 17, NULL, 14, NULL, 1772442181380614, 'agent:ann', 'AgentMessageSent', NULL, NULL, NULL, 'demo');
INSERT INTO public."Activities" VALUES (93, 'default', 17, NULL, 14, NULL, 1772442181380614, 'agent:ann', 'InteractionHeld', 'WorkInProgress', 'OnHold', NULL, 'demo');
INSERT INTO public."Activities" VALUES (96, 'default', NULL, NULL, 14, NULL, 1772442181380614, 'agent:ann', 'ThreadIdGiven', NULL, 'S6SMWGP5HH6S', 'first outbound mail of the conversation', 'demo');
INSERT INTO public."Activities" VALUES (100, 'default', 17, NULL, 14, NULL, 1772442181391283, 'instance:awa', 'HoldDelivered', NULL, NULL, 'to awa', 'demo');
INSERT INTO public."Activities" VALUES (101, 'default', 17, NULL, 14, 97, 1772442181391806, 'delivery', 'SendMailDelivered', NULL, NULL, 'to mail', 'demo');
INSERT INTO public."Activities" VALUES (104, 'default', 30, 103, 27, NULL, 1772442181399850, 'agent:ben', 'CaseLinked', NULL, NULL, NULL, 'demo');
INSERT INTO public."Activities" VALUES (105, 'default', 30, 103, 27, NULL, 1772442181399850, 'agent:ben', 'InteractionCompleted', 'WorkInProgress', 'ClosedComplete', NULL, 'demo');
INSERT INTO public."Activities" VALUES (109, 'default', NULL, 103, 27, NULL, 1772442181399850, 'agent:ben', 'CaseOpened', NULL, 'New', NULL, 'demo');
INSERT INTO public."Activities" VALUES (110, 'default', NULL, 103, 27, NULL, 1772442181399850, 'agent:ben', 'CaseAssigned', 'New', 'Open', NULL, 'demo');
INSERT INTO public."Activities" VALUES (112, 'default', 30, NULL, 27, NULL, 1772442181412829, 'instance:awa', 'EndDelivered', NULL, NULL, 'to awa', 'demo');
INSERT INTO public."Activities" VALUES (116, 'default', 17, NULL, 14, NULL, 1772874181382771, 'sweep:inactivity-closure', 'InteractionCompleted', 'OnHold', 'ClosedComplete', 'no message since 2026-03-02 09:03:01Z', 'inactivity-closure-17');
INSERT INTO public."Activities" VALUES (122, 'default', 17, NULL, 14, NULL, 1772874181391237, 'instance:awa', 'EndDelivered', NULL, NULL, 'to awa', 'inactivity-closure-17');
INSERT INTO public."Activities" VALUES (261, 'default', 260, NULL, 257, 259, 1772960612836382, 'mail', 'InteractionOpened', NULL, 'New', NULL, '5978da98e5baf13beeba5bdb10b91e5f');
INSERT INTO public."Activities" VALUES (262, 'default', 260, NULL, 257, 259, 1772960612836382, 'mail', 'InteractionQueued', NULL, NULL, NULL, '5978da98e5baf13beeba5bdb10b91e5f');
INSERT INTO public."Activities" VALUES (264, 'default', 260, NULL, 257, 259, 1772960612836382, 'mail', 'MailReceived', NULL, 'public New', 'no signal leads to a thread', '5978da98e5baf13beeba5bdb10b91e5f');
INSERT INTO public."ApiKeys" VALUES ('default', '3xgnaywj', '\xb7e2ca79a629891ecd646f26dab829db565a80b29b18207da91f0e6ee8e59d8f', 'Supervisor', NULL, 1772960614705790, 'admin:command-line', NULL, NULL);
INSERT INTO public."AuditEntries" VALUES (513, 'default', 1772960614743788, 'admin:command-line', 'key add', '3xgnaywj', NULL, 'Supervisor');
INSERT INTO public."CapacityEntries" VALUES (47, 'default', 'ann', 0, 17, 1, 'InteractionAssigned', 1772442001137522);
INSERT INTO public."CapacityEntries" VALUES (50, 'default', 'ann', 0, 4, 1, 'InteractionAssigned', 1772442001143215);
INSERT INTO public."CapacityEntries" VALUES (53, 'default', 'ben', 0, 30, 1, 'InteractionAssigned', 1772442001146832);
INSERT INTO public."CapacityEntries" VALUES (57, 'default', 'ann', 0, 4, -1, 'InteractionHeld', 1772442001170703);
INSERT INTO public."CapacityEntries" VALUES (69, 'default', 'ann', 0, 4, 1, 'InteractionResumed', 1772442001327999);
INSERT INTO public."CapacityEntries" VALUES (79, 'default', 'ann', 0, 4, -1, 'InteractionCompleted', 1772442121364641);
INSERT INTO public."CapacityEntries" VALUES (94, 'default', 'ann', 0, 17, -1, 'InteractionHeld', 1772442181380614);
INSERT INTO public."CapacityEntries" VALUES (106, 'default', 'ben', 0, 30, -1, 'InteractionCompleted', 1772442181399850);
INSERT INTO public."Cases" VALUES (103, 'default', 1, 1, 'support', 2, 27, 'Broken mug 😢', 'Replacement to be arranged.', 'Interaction', NULL, NULL, NULL, 'ben', 'agent:ben', 'agent:ben', 1772442181399850, 1772442181399850, 1772442181399850, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public."Counters" VALUES ('', 'records', 768);
INSERT INTO public."Counters" VALUES ('default', 'cases', 1);
INSERT INTO public."ExternalRefs" VALUES (10, 'default', 1, 4, 'awa', 'i-4.1', 1, 1772442000959061, NULL);
INSERT INTO public."ExternalRefs" VALUES (23, 'default', 1, 17, 'awa', 'i-17.1', 1, 1772442001047504, NULL);
INSERT INTO public."ExternalRefs" VALUES (36, 'default', 1, 30, 'awa', 'i-30.1', 1, 1772442001061151, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:1', 9, 'i-4.1', 'Queued', 1772442000921126, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:00.921126+00:00"}', 1, 0, NULL, 1772442000940151, 1772442001016934, 1772442000940151, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-17.1:1', 22, 'i-17.1', 'Queued', 1772442001045457, '{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.045457+00:00"}', 1, 0, NULL, 1772442001046141, 1772442001051482, 1772442001046141, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-30.1:1', 35, 'i-30.1', 'Queued', 1772442001059542, '{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.059542+00:00"}', 1, 0, NULL, 1772442001060017, 1772442001065216, 1772442001060017, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:2', 42, 'i-4.1', 'Offered', 1772442001106982, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.106982+00:00"}', 1, 0, NULL, 1772442001116652, 1772442001152110, 1772442001116652, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-17.1:2', 43, 'i-17.1', 'Offered', 1772442001106982, '{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.106982+00:00"}', 1, 0, NULL, 1772442001116652, 1772442001150673, 1772442001116652, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-30.1:2', 44, 'i-30.1', 'Offered', 1772442001119592, '{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.119592+00:00"}', 1, 0, NULL, 1772442001119977, 1772442001152026, 1772442001119977, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-17.1:3', 45, 'i-17.1', 'Accepted', 1772442001131490, '{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Accepted","Rank":3,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.13149+00:00"}', 1, 0, NULL, 1772442001132254, 1772442001150673, 1772442001132254, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:3', 48, 'i-4.1', 'Accepted', 1772442001141024, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Accepted","Rank":3,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.141024+00:00"}', 1, 0, NULL, 1772442001141220, 1772442001152110, 1772442001141220, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-30.1:3', 51, 'i-30.1', 'Accepted', 1772442001145224, '{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Accepted","Rank":3,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.145224+00:00"}', 1, 0, NULL, 1772442001145385, 1772442001152026, 1772442001145385, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:4', 62, 'i-4.1', 'Held', 1772442001205590, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Held","Rank":4,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.20559+00:00"}', 1, 0, NULL, 1772442001206831, 1772442001218060, 1772442001206831, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:5', 73, 'i-4.1', 'Resumed', 1772442001350591, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Accepted","Rank":5,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.350591+00:00"}', 1, 0, NULL, 1772442001350869, 1772442001355443, 1772442001350869, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-4.1:6', 85, 'i-4.1', 'Ended', 1772442121393404, '{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Ended","Rank":6,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:02:01.393404+00:00"}', 1, 0, NULL, 1772442121393946, 1772442121401558, 1772442121393946, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-17.1:4', 99, 'i-17.1', 'Held', 1772442181388161, '{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Held","Rank":4,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:03:01.388161+00:00"}', 1, 0, NULL, 1772442181388427, 1772442181395766, 1772442181388427, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-30.1:4', 111, 'i-30.1', 'Ended', 1772442181411155, '{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Ended","Rank":4,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:03:01.411155+00:00"}', 1, 0, NULL, 1772442181411463, 1772442181419871, 1772442181411463, NULL, NULL);
INSERT INTO public."Inbox" VALUES ('default', 'awa', 'i-17.1:5', 121, 'i-17.1', 'Ended', 1772874181390097, '{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Ended","Rank":5,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-07T09:03:01.390097+00:00"}', 1, 0, NULL, 1772874181390382, 1772874181394873, 1772874181390382, NULL, NULL);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'desk', 'desk', 15, '{}', NULL);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'agent', 'ann', 8, '{"Presence":"Available","RestingSince":"2026-03-02T09:03:01.388161+00:00"}', NULL);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'agent', 'ben', 4, '{"Presence":"Available","RestingSince":"2026-03-02T09:03:01.411155+00:00"}', NULL);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'done', 'i-4.1', 1, '{"Id":"i-4.1","InteractionId":"i-4","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Where is my order 48213?","WaitingSince":"2026-03-02T09:00:00.481948+00:00","State":"Ended","Agent":"ann","Offers":1,"Declined":[],"Rank":6,"ChangedAt":"2026-03-02T09:02:01.393404+00:00"}', 1773046921393404);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'done', 'i-30.1', 1, '{"Id":"i-30.1","InteractionId":"i-30","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Broken mug \uD83D\uDE22","WaitingSince":"2026-03-02T09:00:01.053653+00:00","State":"Ended","Agent":"ben","Offers":1,"Declined":[],"Rank":4,"ChangedAt":"2026-03-02T09:03:01.411155+00:00"}', 1773046981411155);
INSERT INTO public."InstanceDocuments" VALUES ('default', 'awa', 'done', 'i-17.1', 1, '{"Id":"i-17.1","InteractionId":"i-17","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Rechnung 2026-0311: falsche St\u00FCckzahl","WaitingSince":"2026-03-02T09:00:01.033858+00:00","State":"Ended","Agent":"ann","Offers":1,"Declined":[],"Rank":5,"ChangedAt":"2026-03-07T09:03:01.390097+00:00"}', 1773478981390097);
INSERT INTO public."Interactions" VALUES (4, 'default', 11, 'support', 0, 0, 5, 1, NULL, NULL, 0, 'anna.lindqvist@mail.example.net', 'anna.lindqvist@mail.example.net', 'Anna Lindqvist', 'Where is my order 48213?', 'ann', NULL, 0, 'awa', 'support', 1, 1, 'i-4.1', 6, 'Ended', 1772442000481948, 1772442121364641, 1772442000481948, 1772442001327999, 1772442001170703, NULL, NULL, NULL, 1772442121364641, 'issue_resolved', 3, NULL);
INSERT INTO public."Interactions" VALUES (17, 'default', 8, 'support', 0, 0, 5, 14, NULL, NULL, 0, 'bert.muessig@firma.example', 'bert.muessig@firma.example', 'Müßig, Bert', 'Rechnung 2026-0311: falsche Stückzahl', 'ann', NULL, 0, 'awa', 'support', 1, 1, 'i-17.1', 5, 'Ended', 1772442001033858, 1772874181382771, 1772442001033858, 1772442181380614, 1772442181380614, NULL, NULL, NULL, 1772874181382771, 'customer_inactivity', 2, NULL);
INSERT INTO public."Interactions" VALUES (30, 'default', 6, 'support', 0, 0, 5, 27, 103, NULL, 0, 'carla@cloud.example.com', 'carla@cloud.example.com', 'Carla Ibáñez', 'Broken mug 😢', 'ben', NULL, 0, 'awa', 'support', 1, 1, 'i-30.1', 4, 'Ended', 1772442001053653, 1772442181399850, 1772442001053653, 1772442001053653, NULL, NULL, NULL, NULL, 1772442181399850, 'task_created', 1, NULL);
INSERT INTO public."Interactions" VALUES (260, 'default', 1, 'support', 0, 0, 1, 257, NULL, NULL, 0, 'dora@example.net', 'dora@example.net', 'Dora', 'Still waiting to be routed', NULL, NULL, 0, 'awa', 'support', 1, 1, NULL, 0, '', 1772960612836382, 1772960612836382, 1772960612836382, 1772960612836382, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public."Messages" VALUES (3, 'default', 1, 1, 4, NULL, 'support', 0, 0, 0, 0, 'CAKx7f2Q9p3nV8w1Zr4tYb6Lh0sDcEgJm5uXoTa+RkPiWqNy1A@mail.example.net', -3016953107194979615, '\xf1ddf39d1339427dd0344fbfc31c803ccddda675a2364a58865e17265cf86373', 0, 'anna.lindqvist@mail.example.net', 'Anna Lindqvist', 'Where is my order 48213?', NULL, '', 1772442000481948, 1633, '', '{"action":"new","interactionId":"i-4","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-3","quarantineReason":null}', NULL);
INSERT INTO public."Messages" VALUES (16, 'default', 1, 14, 17, NULL, 'support', 0, 0, 0, 0, 'VI1PR09MB41225A0C7E9D31F2B86CE0A1D9789@VI1PR09MB4122.eurprd09.firma.example', -7238905001079348109, '\xb0be507176db7a8dbed16ec1ca8675932ecf83c59159351163e6e510ace2c99e', 0, 'bert.muessig@firma.example', 'Müßig, Bert', 'Rechnung 2026-0311: falsche Stückzahl', NULL, '', 1772442001033858, 4287, '', '{"action":"new","interactionId":"i-17","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-16","quarantineReason":null}', NULL);
INSERT INTO public."Messages" VALUES (29, 'default', 1, 27, 30, NULL, 'support', 0, 0, 0, 0, '7C1E0B52-9A44-4D0C-B6F3-2D5E81A7C3F9@cloud.example.com', 8731116109514642735, '\x1609d3bde22c45e4b139ff18a5ad6f52cbaff894632211bea1d570728a24eba5', 0, 'carla@cloud.example.com', 'Carla Ibáñez', 'Broken mug 😢', NULL, '', 1772442001053653, 895, '', '{"action":"new","interactionId":"i-30","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-29","quarantineReason":null}', NULL);
INSERT INTO public."Messages" VALUES (60, 'default', 1, 1, 4, NULL, 'support', 0, 1, 0, 0, 'clc87d2pjbds.b.b.e8n9a68wjmvzb75hj@example.org', -1919515308835076275, '\x43743d2e59cd63507d2eed154d16262661bb55dc934dc1b28d05114083cf4bac', 1, 'support@example.org', 'Support', 'Re: Where is my order 48213? [CLC87D2PJBDS]', 'ann', '', 1772442001170703, 720, '', NULL, NULL);
INSERT INTO public."Messages" VALUES (66, 'default', 1, 1, 4, NULL, 'support', 0, 0, 0, 0, 'answer-60@mail.example.net', 2704431477530703215, '\x0ad4f41aa8f6b67beadb30ecb779822d67a15894d178ddc27a42367da2e4eea0', 0, 'anna.lindqvist@mail.example.net', 'Anna Lindqvist', 'Re: Where is my order 48213? [CLC87D2PJBDS]', NULL, '', 1772442001327999, 778, '', '{"action":"append","interactionId":"i-4","caseId":null,"caseNumber":null,"threadId":"CLC87D2PJBDS","refersTo":null,"matchedBy":"address-token","candidates":[{"signal":"address-token","interactionId":"i-4","caseId":null,"score":null,"reason":"first signal that leads to a thread"},{"signal":"message-id-token","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"message-id","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"message-id","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"subject","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"}],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":false,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"signed token in the receiving address: joins the open interaction; from the requester","messageId":"m-66","quarantineReason":null}', NULL);
INSERT INTO public."Messages" VALUES (97, 'default', 1, 14, 17, NULL, 'support', 0, 1, 0, 0, 's6smwgp5hh6s.b.b.e3p49dabxbj3qjgd7@example.org', 4306420977875770293, '\x305d4565cb9db7162be137308f8a477096a9c9be5b1cfa599d7c574fe5c6b545', 1, 'support@example.org', 'Support', 'Re: Rechnung 2026-0311: falsche Stückzahl [S6SMWGP5HH6S]', 'ann', '', 1772442181380614, 757, '', NULL, NULL);
INSERT INTO public."Messages" VALUES (259, 'default', 1, 257, 260, NULL, 'support', 0, 0, 0, 0, 'waiting@example.net', 3482383871710566204, '\x8e5027cfbbbde3579606e804cd7c551e8a7cb2af171a038e171eccb67ec8816a', 0, 'dora@example.net', 'Dora', 'Still waiting to be routed', NULL, '', 1772960612836382, 175, '', '{"action":"new","interactionId":"i-260","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-259","quarantineReason":null}', NULL);
INSERT INTO public."Notifications" VALUES (71, 'default', 'ann', 'Ongoing', 4, NULL, 66, 'the customer wrote', 1772442001327999, NULL);
INSERT INTO public."Outbox" VALUES (7, 'default', 4, 4, 'awa', 1, 0, 'Route', '{"interactionId":"i-4","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Where is my order 48213?","from":"anna.lindqvist@mail.example.net","waitingSince":"2026-03-02T09:00:00.481948+00:00"}', 'state=New round=1', 'default-7', '3764cb108c70db30531575dcde5df5f8', NULL, NULL, NULL, 2, 1, 1772442000481948, 1772442000481948, NULL, NULL, 1772442000959061, NULL, 'i-4.1', 0);
INSERT INTO public."Outbox" VALUES (20, 'default', 4, 17, 'awa', 1, 0, 'Route', '{"interactionId":"i-17","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Rechnung 2026-0311: falsche St\u00FCckzahl","from":"bert.muessig@firma.example","waitingSince":"2026-03-02T09:00:01.033858+00:00"}', 'state=New round=1', 'default-20', '26cfcc1b8d7bdf66ad0975e4be0a27e0', NULL, NULL, NULL, 2, 1, 1772442001033858, 1772442001033858, NULL, NULL, 1772442001047504, NULL, 'i-17.1', 0);
INSERT INTO public."Outbox" VALUES (33, 'default', 4, 30, 'awa', 1, 0, 'Route', '{"interactionId":"i-30","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Broken mug \uD83D\uDE22","from":"carla@cloud.example.com","waitingSince":"2026-03-02T09:00:01.053653+00:00"}', 'state=New round=1', 'default-33', '30954ff2b61195896c770d670009a4d1', NULL, NULL, NULL, 2, 1, 1772442001053653, 1772442001053653, NULL, NULL, 1772442001061151, NULL, 'i-30.1', 0);
INSERT INTO public."Outbox" VALUES (58, 'default', 4, 4, 'awa', 5, 0, 'Hold', '{}', 'state=OnHold round=1', 'default-58', 'demo', NULL, NULL, NULL, 2, 1, 1772442001170703, 1772442001170703, NULL, NULL, 1772442001210651, NULL, NULL, 1);
INSERT INTO public."Outbox" VALUES (61, 'default', 4, 4, 'mail', 5, 1, 'SendMail', '{"from":"support@example.org","recipients":["anna.lindqvist@mail.example.net"]}', NULL, 'default-61', 'demo', 60, NULL, NULL, 2, 1, 1772442001170703, 1772442001170703, NULL, NULL, 1772442001214025, NULL, 'm-60.eml', 1);
INSERT INTO public."Outbox" VALUES (70, 'default', 4, 4, 'awa', 7, 0, 'Resume', '{}', 'state=WorkInProgress round=1', 'default-70', 'cf4ed05360e643ebd4b3f9ceada169b4', NULL, NULL, NULL, 2, 1, 1772442001327999, 1772442001327999, NULL, NULL, 1772442001351936, NULL, NULL, 0);
INSERT INTO public."Outbox" VALUES (80, 'default', 4, 4, 'awa', 10, 0, 'End', '{"stage":"Closed"}', 'round=1', 'default-80', 'wrap-up-timeout-4', NULL, NULL, NULL, 2, 1, 1772442121364641, 1772442121364641, NULL, NULL, 1772442121395947, NULL, NULL, 0);
INSERT INTO public."Outbox" VALUES (95, 'default', 4, 17, 'awa', 5, 0, 'Hold', '{}', 'state=OnHold round=1', 'default-95', 'demo', NULL, NULL, NULL, 2, 1, 1772442181380614, 1772442181380614, NULL, NULL, 1772442181391283, NULL, NULL, 1);
INSERT INTO public."Outbox" VALUES (98, 'default', 4, 17, 'mail', 5, 1, 'SendMail', '{"from":"support@example.org","recipients":["bert.muessig@firma.example"]}', NULL, 'default-98', 'demo', 97, NULL, NULL, 2, 1, 1772442181380614, 1772442181380614, NULL, NULL, 1772442181391806, NULL, 'm-97.eml', 1);
INSERT INTO public."Outbox" VALUES (108, 'default', 4, 30, 'awa', 5, 0, 'End', '{"stage":"Closed"}', 'round=1', 'default-108', 'demo', NULL, NULL, NULL, 2, 1, 1772442181399850, 1772442181399850, NULL, NULL, 1772442181412829, NULL, NULL, 1);
INSERT INTO public."Outbox" VALUES (118, 'default', 4, 17, 'awa', 7, 0, 'End', '{"stage":"Closed"}', 'round=1', 'default-118', 'inactivity-closure-17', NULL, NULL, NULL, 2, 1, 1772874181382771, 1772874181382771, NULL, NULL, 1772874181391237, NULL, NULL, 0);
INSERT INTO public."Outbox" VALUES (263, 'default', 1, 260, 'awa', 1, 0, 'Route', '{"interactionId":"i-260","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Still waiting to be routed","from":"dora@example.net","waitingSince":"2026-03-08T09:03:32.836382+00:00"}', 'state=New round=1', 'default-263', '5978da98e5baf13beeba5bdb10b91e5f', NULL, NULL, NULL, 0, 0, 1772960612836382, 1772960612836382, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO public."Participants" VALUES (2, 'default', 1, 1, 1, 0, 'anna.lindqvist@mail.example.net', 'Anna Lindqvist', NULL, 0, NULL, 'mail', NULL, 1772442000481948, NULL);
INSERT INTO public."Participants" VALUES (15, 'default', 1, 14, 1, 0, 'bert.muessig@firma.example', 'Müßig, Bert', NULL, 0, NULL, 'mail', NULL, 1772442001033858, NULL);
INSERT INTO public."Participants" VALUES (28, 'default', 1, 27, 1, 0, 'carla@cloud.example.com', 'Carla Ibáñez', NULL, 0, NULL, 'mail', NULL, 1772442001053653, NULL);
INSERT INTO public."Participants" VALUES (258, 'default', 1, 257, 1, 0, 'dora@example.net', 'Dora', NULL, 0, NULL, 'mail', NULL, 1772960612836382, NULL);
INSERT INTO public."Quarantine" VALUES (40, 'default', 1, 'support', 0, 'no address in From', '04-no-sender.eml', '', 'request', -6238597191377028284, '\x3452c7b830a1de2587ee438bad761da1e25a8ff4be9fd60c9973ce5e7156ae8b', 1772442001067195, 0, '{"action":"quarantine","interactionId":null,"caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":false,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"NoSender: no address in From","messageId":"q-40","quarantineReason":"NoSender"}');
INSERT INTO public."RawMails" VALUES (3, '\x44656c6976657265642d546f3a20737570706f7274406578616d706c652e6f72670d0a52656365697665643a20627920323030323a6130353a373130383a346239303a62303a3361313a633064653a3431207769746820534d545020696420636131366373703231323334356764623b0d0a20202020202020204d6f6e2c2032204d617220323032362030383a31343a3331202d303830302028505354290d0a52656365697665643a2066726f6d206d61696c2d6c66312d6634342e6d61696c2e6578616d706c652e6e657420286d61696c2d6c66312d6634342e6d61696c2e6578616d706c652e6e65742e205b3139322e302e322e34345d290d0a20202020202020206279206d782e6578616d706c652e6f726720776974682045534d545053206964207131322d32303032306131396134306330303030303062303035316632623331736f313138313b0d0a20202020202020204d6f6e2c203032204d617220323032362030383a31343a3330202d303830302028505354290d0a4d494d452d56657273696f6e3a20312e300d0a46726f6d3a20416e6e61204c696e647176697374203c616e6e612e6c696e647176697374406d61696c2e6578616d706c652e6e65743e0d0a446174653a204d6f6e2c2032204d617220323032362031373a31343a3139202b303130300d0a4d6573736167652d49443a203c43414b78376632513970336e563877315a7234745962364c683073446345674a6d3575586f54612b526b506957714e793141406d61696c2e6578616d706c652e6e65743e0d0a5375626a6563743a205768657265206973206d79206f726465722034383231333f0d0a546f3a20737570706f7274406578616d706c652e6f72670d0a436f6e74656e742d547970653a206d756c7469706172742f616c7465726e61746976653b20626f756e646172793d2230303030303030303030303062316630633930363463326137376531220d0a0d0a2d2d303030303030303030303030623166306339303634633261373765310d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d225554462d38220d0a0d0a48656c6c6f2c0d0a0d0a49206f7264657265642074686520626c7565206465736b206c616d7020286f7264657220343832313329206e696e6520646179732061676f20616e642074686520747261636b696e670d0a70616765207374696c6c20736179732022696e207072657061726174696f6e222e20497420697320612062697274686461792070726573656e7420666f722053617475726461792e0d0a0d0a43616e20796f752074656c6c206d65207768656e2069742077696c6c206172726976652c206f722073686f756c6420492063616e63656c20616e642062757920697420696e20612073686f703f0d0a0d0a5468616e6b20796f752c0d0a416e6e61204c696e6471766973740d0a0d0a2d2d303030303030303030303030623166306339303634633261373765310d0a436f6e74656e742d547970653a20746578742f68746d6c3b20636861727365743d225554462d38220d0a436f6e74656e742d5472616e736665722d456e636f64696e673a2071756f7465642d7072696e7461626c650d0a0d0a3c646976206469723d3344226c7472223e3c6469763e48656c6c6f2c3c2f6469763e3c6469763e3c62723e3c2f6469763e3c6469763e49206f72646572656420746865203c623e626c75653d0d0a206465736b206c616d703c2f623e20286f7264657220343832313329206e696e6520646179732061676f20616e642074686520747261636b696e672070616765207374696c6c20736179733d0d0a202671756f743b696e207072657061726174696f6e2671756f743b2e20497420697320612062697274686461792070726573656e7420666f722053617475726461792e3c2f6469763e3c643d0d0a69763e3c62723e3c2f6469763e3c6469763e43616e20796f752074656c6c206d65207768656e2069742077696c6c206172726976652c206f722073686f756c6420492063616e63656c20613d0d0a6e642062757920697420696e20612073686f703f3c2f6469763e3c6469763e3c62723e3c2f6469763e3c6469763e5468616e6b20796f752c3c2f6469763e3c6469763e416e6e61204c696e3d0d0a6471766973743c2f6469763e3c2f6469763e0d0a0d0a2d2d303030303030303030303030623166306339303634633261373765312d2d0d0a');
INSERT INTO public."RawMails" VALUES (16, '\x52656365697665643a2066726f6d206f75742e6669726d612e6578616d706c6520283139322e302e322e383029206279206d782e6578616d706c652e6f726720283230332e302e3131332e35290d0a2077697468204d6963726f736f667420534d545020536572766572202876657273696f6e3d544c53315f322c206369706865723d544c535f45434448455f5253415f574954485f4145535f3235365f47434d5f534841333834290d0a2069642031352e312e323530372e33393b204d6f6e2c2032204d617220323032362031303a30323a3438202b303130300d0a46726f6d3a203d3f69736f2d383835392d313f513f4d3d46433d444669673d32435f426572743f3d203c626572742e6d756573736967406669726d612e6578616d706c653e0d0a546f3a2022737570706f7274406578616d706c652e6f726722203c737570706f7274406578616d706c652e6f72673e0d0a5375626a6563743a203d3f69736f2d383835392d313f513f526563686e756e675f323032362d303331313a5f66616c736368655f53743d4643636b7a61686c3f3d0d0a5468726561642d546f7069633a203d3f69736f2d383835392d313f513f526563686e756e675f323032362d303331313a5f66616c736368655f53743d4643636b7a61686c3f3d0d0a5468726561642d496e6465783a2041514863716b3776356d543071384731596b326258306c34623363565a773d3d0d0a446174653a204d6f6e2c2032204d617220323032362030393a30323a3431202b303030300d0a4d6573736167652d49443a203c564931505230394d42343132323541304337453944333146324238364345304131443937383940564931505230394d42343132322e65757270726430392e6669726d612e6578616d706c653e0d0a4163636570742d4c616e67756167653a2064652d44452c20656e2d55530d0a436f6e74656e742d4c616e67756167653a2064652d44450d0a582d4d532d4861732d4174746163683a207965730d0a582d4d532d544e45462d436f7272656c61746f723a0d0a582d4f726967696e6174696e672d49503a205b3139382e35312e3130302e32335d0d0a436f6e74656e742d547970653a206d756c7469706172742f6d697865643b0d0a09626f756e646172793d225f3030345f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f220d0a4d494d452d56657273696f6e3a20312e300d0a0d0a2d2d5f3030345f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f0d0a436f6e74656e742d547970653a206d756c7469706172742f616c7465726e61746976653b0d0a09626f756e646172793d225f3030305f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f220d0a0d0a2d2d5f3030305f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f0d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d2257696e646f77732d31323532220d0a436f6e74656e742d5472616e736665722d456e636f64696e673a2071756f7465642d7072696e7461626c650d0a0d0a477574656e205461672c0d0a0d0a64696520526563686e756e6720323032362d30333131207765697374207a7765692053743d4643686c65206175732c2067656c6965666572742077757264652061626572206e75722065693d0d0a6e65720d0a284c696566657273636865696e20766f6d2032342e2046656272756172292e2042697474652070723d464366656e205369652064617320756e642073636869636b656e20536965206d69720d0a65696e65206b6f72726967696572746520526563686e756e673b2064696520616c7465206c69656774206265692e0d0a0d0a4d697420667265756e646c696368656e2047723d46433d4446656e0d0a0d0a42657274204d3d46433d444669670d0a4d3d463662656c686175732047723d46363d444665202620533d4636686e65203d3936204275636868616c74756e670d0a0d0a2d2d5f3030305f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f0d0a436f6e74656e742d547970653a20746578742f68746d6c3b20636861727365743d2257696e646f77732d31323532220d0a436f6e74656e742d5472616e736665722d456e636f64696e673a2071756f7465642d7072696e7461626c650d0a0d0a3c68746d6c20786d6c6e733a6f3d33442275726e3a736368656d61732d6d6963726f736f66742d636f6d3a6f66666963653a6f66666963652220786d6c6e733a773d33442275726e3a73633d0d0a68656d61732d6d6963726f736f66742d636f6d3a6f66666963653a776f7264223e0d0a3c686561643e0d0a3c6d65746120687474702d65717569763d334422436f6e74656e742d547970652220636f6e74656e743d334422746578742f68746d6c3b20636861727365743d334457696e646f77732d313d0d0a323532223e0d0a3c7374796c653e3c212d2d20702e4d736f4e6f726d616c207b206d617267696e3a30636d3b20666f6e742d73697a653a31312e3070743b20666f6e742d66616d696c793a2243616c6962723d0d0a69222c73616e732d73657269663b207d202d2d3e3c2f7374796c653e0d0a3c2f686561643e0d0a3c626f6479206c616e673d3344224445223e0d0a3c64697620636c6173733d334422576f726453656374696f6e31223e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e477574656e205461672c3c6f3a703e3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e3c6f3a703e266e6273703b3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e64696520526563686e756e6720323032362d30333131207765697374207a7765692053743d4643686c65206175732c2067656c693d0d0a65666572742077757264652061626572206e75722065696e657220284c696566657273636865696e20766f6d2032342e2046656272756172292e2042697474652070723d464366656e20533d0d0a69652064617320756e642073636869636b656e20536965206d69722065696e65206b6f72726967696572746520526563686e756e673b2064696520616c7465206c69656774206265692e3c3d0d0a6f3a703e3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e3c6f3a703e266e6273703b3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e4d697420667265756e646c696368656e2047723d46433d4446656e3c6f3a703e3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e3c6f3a703e266e6273703b3c2f6f3a703e3c2f703e0d0a3c7020636c6173733d3344224d736f4e6f726d616c223e42657274204d3d46433d444669673c62723e4d3d463662656c686175732047723d46363d4446652026616d703b20533d4636686e3d0d0a65203d3936204275636868616c74756e673c6f3a703e3c2f6f3a703e3c2f703e0d0a3c2f6469763e0d0a3c2f626f64793e0d0a3c2f68746d6c3e0d0a0d0a2d2d5f3030305f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f2d2d0d0a0d0a2d2d5f3030345f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f0d0a436f6e74656e742d547970653a206170706c69636174696f6e2f7064663b206e616d653d223d3f69736f2d383835392d313f513f526563686e756e675f53743d4643686c655f323032362d303331312e7064663f3d220d0a436f6e74656e742d4465736372697074696f6e3a203d3f69736f2d383835392d313f513f526563686e756e675f53743d4643686c655f323032362d303331312e7064663f3d0d0a436f6e74656e742d446973706f736974696f6e3a206174746163686d656e743b0d0a0966696c656e616d653d223d3f69736f2d383835392d313f513f526563686e756e675f53743d4643686c655f323032362d303331312e7064663f3d223b2073697a653d3636383b0d0a096372656174696f6e2d646174653d224d6f6e2c203032204d617220323032362030383a35383a313220474d54223b0d0a096d6f64696669636174696f6e2d646174653d224d6f6e2c203032204d617220323032362030383a35383a313220474d54220d0a436f6e74656e742d5472616e736665722d456e636f64696e673a206261736536340d0a0d0a4a564245526930784c6a514b4d5341774947396961676f385043417656486c775a53417651324630595778765a7941765547466e5a584d674d69417749464967506a344b5a57356b62324a710d0a436a49674d434276596d6f4b504477674c315235634755674c3142685a32567a4943394c6157527a4946737a49444167556c30674c304e766457353049444567506a344b5a57356b62324a710d0a436a4d674d434276596d6f4b504477674c315235634755674c3142685a3255674c314268636d56756443417949444167556941765457566b6157464362336767577a41674d4341304d6a41670d0a4d6a6b3458534176513239756447567564484d674e434177494649674c314a6c63323931636d4e6c6379413850434176526d39756443413850434176526a45674e53417749464967506a34670d0a506a3467506a344b5a57356b62324a71436a51674d434276596d6f4b504477674c30786c626d6430614341784d6a4d67506a344b633352795a574674436b4a55494339474d5341784e4342550d0a5a6941304d4341794e444167564751674b464a6c593268756457356e494449774d6a59744d444d784d536b6756476f674d4341744d6a5167564751674b46427663326c3061573975494445360d0a49444967654341784e446b734d444167525656534b53425561694177494330794e4342555a43416f5232567a595731304f6941794f5467734d444167525656534b534255616942465641706c0d0a626d527a64484a6c5957304b5a57356b62324a71436a55674d434276596d6f4b504477674c315235634755674c305a76626e51674c314e31596e5235634755674c31523563475578494339430d0a59584e6c526d39756443417653475673646d563061574e684944342b436d56755a47396961677034636d566d436a41674e676f774d4441774d4441774d444177494459314e544d31494759670d0a436a41774d4441774d4441774d446b674d4441774d4441676269414b4d4441774d4441774d4441314f4341774d4441774d43427549416f774d4441774d4441774d544531494441774d4441770d0a49473467436a41774d4441774d4441794e4445674d4441774d4441676269414b4d4441774d4441774d4451784e5341774d4441774d43427549417030636d46706247567949447738494339540d0a6158706c494459674c314a76623351674d53417749464967506a344b63335268636e5234636d566d436a51344e516f6c4a55565052676f3d0d0a0d0a2d2d5f3030345f564931505230394d423431323235413043374539443331463242383643453041314439373839564931505230394d4234313232657572705f2d2d0d0a');
INSERT INTO public."RawMails" VALUES (29, '\x52656365697665643a2066726f6d2070763530703030696d2e636c6f75642e6578616d706c652e636f6d202870763530703030696d2e636c6f75642e6578616d706c652e636f6d205b3139322e302e322e3130315d290d0a096279206d782e6578616d706c652e6f72672028506f73746669782920776974682045534d54505320696420344631516d38336b71587a397350770d0a09666f72203c737570706f7274406578616d706c652e6f72673e3b204d6f6e2c202032204d617220323032362031393a34303a3036202b303130302028434554290d0a436f6e74656e742d547970653a20746578742f706c61696e3b0d0a09636861727365743d7574662d380d0a436f6e74656e742d5472616e736665722d456e636f64696e673a2071756f7465642d7072696e7461626c650d0a46726f6d3a203d3f7574662d383f513f4361726c615f49623d43333d41313d43333d4231657a3f3d203c6361726c6140636c6f75642e6578616d706c652e636f6d3e0d0a4d696d652d56657273696f6e3a20312e302028312e30290d0a446174653a204d6f6e2c2032204d617220323032362031393a33393a3538202b303130300d0a5375626a6563743a203d3f7574662d383f513f42726f6b656e5f6d75675f3d46303d39463d39383d41323f3d0d0a4d6573736167652d49643a203c37433145304235322d394134342d344430432d423646332d32443545383141374333463940636c6f75642e6578616d706c652e636f6d3e0d0a546f3a20737570706f7274406578616d706c652e6f72670d0a582d4d61696c65723a206950686f6e65204d61696c20283232443732290d0a0d0a48692074686572652c0d0a0d0a746865206d75672066726f6d206d79206c617374206f72646572206172726976656420696e20746872656520706965636573203d46303d39463d39383d4132203d45323d38303d393320743d0d0a686520626f78207761732066696e652c20736f0d0a4920677565737320697420776173206e6f7420777261707065642077656c6c2e20436f756c642049206765742061206e6577206f6e653f204920646f6e3d45323d38303d393974206e65653d0d0a6420746865206f6c640d0a6f6e65206261636b2c206f6276696f75736c793d45323d38303d41360d0a0d0a4f72646572206e756d6265723a2034373939300d0a0d0a4361726c610d0a0d0a53656e742066726f6d206d79206950686f6e650d0a');
INSERT INTO public."RawMails" VALUES (40, '\x52656365697665643a2066726f6d20756e6b6e6f776e202848454c4f206c6f63616c686f73742920283139382e35312e3130302e3737290d0a096279206d782e6578616d706c652e6f7267207769746820534d54503b2032204d617220323032362032303a30313a3130202d303030300d0a546f3a20737570706f7274406578616d706c652e6f72670d0a5375626a6563743a20726571756573740d0a446174653a204d6f6e2c2032204d617220323032362032303a30313a3039202b303030300d0a4d6573736167652d49443a203c32303236303330323230303130392e343731312e716d61696c40756e6b6e6f776e3e0d0a4d494d452d56657273696f6e3a20312e300d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d75732d61736369690d0a0d0a506c656173652063616c6c206d65206261636b2061626f7574206d7920636f6e74726163742e0d0a');
INSERT INTO public."RawMails" VALUES (60, '\x446174653a204d6f6e2c203032204d617220323032362030393a30303a3031202b303030300d0a46726f6d3a20537570706f7274203c737570706f7274406578616d706c652e6f72673e0d0a5265706c792d546f3a20537570706f7274203c737570706f72742b636c6338376432706a6264732e622e6536647037346a6b6663376b7264336571406578616d706c652e6f72673e0d0a546f3a20416e6e61204c696e647176697374203c616e6e612e6c696e647176697374406d61696c2e6578616d706c652e6e65743e0d0a4d6573736167652d49443a203c636c6338376432706a6264732e622e622e65386e39613638776a6d767a623735686a406578616d706c652e6f72673e0d0a496e2d5265706c792d546f3a203c43414b78376632513970336e563877315a7234745962364c683073446345674a6d3575586f54612b526b506957714e793141406d61696c2e6578616d706c652e6e65743e0d0a5265666572656e6365733a203c43414b78376632513970336e563877315a7234745962364c683073446345674a6d3575586f54612b526b506957714e793141406d61696c2e6578616d706c652e6e65743e0d0a5375626a6563743a2052653a205768657265206973206d79206f726465722034383231333f205b434c4338374432504a4244535d0d0a582d436173652d5468726561643a20434c4338374432504a4244530d0a4d494d452d56657273696f6e3a20312e300d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d75732d61736369690d0a436f6e74656e742d5472616e736665722d456e636f64696e673a20376269740d0a0d0a4465617220416e6e612c0d0a0d0a796f7572206f7264657220686173206c656674207468652077617265686f75736520616e642077696c6c206265207769746820796f75206f6e204672696461792e0d0a0d0a4b696e6420726567617264730d0a537570706f72740d0a');
INSERT INTO public."RawMails" VALUES (66, '\x446174653a204d6f6e2c203032204d617220323032362030393a30303a3031202b303030300d0a46726f6d3a20416e6e61204c696e647176697374203c616e6e612e6c696e647176697374406d61696c2e6578616d706c652e6e65743e0d0a546f3a20537570706f7274203c737570706f72742b636c6338376432706a6264732e622e6536647037346a6b6663376b7264336571406578616d706c652e6f72673e0d0a4d6573736167652d49443a203c616e737765722d3630406d61696c2e6578616d706c652e6e65743e0d0a496e2d5265706c792d546f3a203c636c6338376432706a6264732e622e622e65386e39613638776a6d767a623735686a406578616d706c652e6f72673e0d0a5265666572656e6365733a203c43414b78376632513970336e563877315a7234745962364c683073446345674a6d3575586f54612b526b506957714e793141406d61696c2e6578616d706c652e6e65743e0d0a203c636c6338376432706a6264732e622e622e65386e39613638776a6d767a623735686a406578616d706c652e6f72673e0d0a5375626a6563743a2052653a205768657265206973206d79206f726465722034383231333f205b434c4338374432504a4244535d0d0a4d494d452d56657273696f6e3a20312e300d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d7574662d380d0a436f6e74656e742d5472616e736665722d456e636f64696e673a2071756f7465642d7072696e7461626c650d0a0d0a47726561742c207468616e6b20796f7521204672696461792069732066696e652e0d0a0d0a4f6e204d6f6e2c203032204d617220323032362030393a30303a303120474d542c20537570706f72742077726f74653a0d0a3e204465617220416e6e612c0d0a3e3d32300d0a3e20796f7572206f7264657220686173206c656674207468652077617265686f75736520616e642077696c6c206265207769746820796f75206f6e204672696461792e0d0a3e3d32300d0a3e204b696e6420726567617264730d0a3e20537570706f72740d0a3e3d32300d0a');
INSERT INTO public."RawMails" VALUES (97, '\x446174653a204d6f6e2c203032204d617220323032362030393a30333a3031202b303030300d0a46726f6d3a20537570706f7274203c737570706f7274406578616d706c652e6f72673e0d0a5265706c792d546f3a20537570706f7274203c737570706f72742b7336736d77677035686836732e622e6578743361726e7a677573677065336d67406578616d706c652e6f72673e0d0a546f3a203d3f7574662d383f513f4d3d43333d42433d43333d394669673d32435f426572743f3d203c626572742e6d756573736967406669726d612e6578616d706c653e0d0a4d6573736167652d49443a203c7336736d77677035686836732e622e622e653370343964616278626a33716a676437406578616d706c652e6f72673e0d0a496e2d5265706c792d546f3a203c564931505230394d42343132323541304337453944333146324238364345304131443937383940564931505230394d42343132322e65757270726430392e6669726d612e6578616d706c653e0d0a5265666572656e6365733a203c564931505230394d42343132323541304337453944333146324238364345304131443937383940564931505230394d42343132322e65757270726430392e6669726d612e6578616d706c653e0d0a5375626a6563743a2052653a20526563686e756e6720323032362d303331313a2066616c73636865203d3f7574662d383f513f53743d43333d4243636b7a61686c3f3d0d0a205b5336534d57475035484836535d0d0a582d436173652d5468726561643a205336534d57475035484836530d0a4d494d452d56657273696f6e3a20312e300d0a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d75732d61736369690d0a436f6e74656e742d5472616e736665722d456e636f64696e673a20376269740d0a0d0a4465617220426572742c0d0a0d0a7768696368206f66207468652074776f20696e766f6963657320646f20796f75206d65616e3f0d0a0d0a4b696e6420726567617264730d0a537570706f72740d0a');
INSERT INTO public."RawMails" VALUES (259, '\x46726f6d3a20446f7261203c646f7261406578616d706c652e6e65743e0d0a546f3a20737570706f7274406578616d706c652e6f72670d0a5375626a6563743a205374696c6c2077616974696e6720746f20626520726f757465640d0a4d6573736167652d49443a203c77616974696e67406578616d706c652e6e65743e0d0a446174653a204d6f6e2c2032204d617220323032362031303a30303a3030202b303030300d0a0d0a48656c6c6f0d0a');
INSERT INTO public."Segments" VALUES (77, 'default', 2, 4, 'ann', 3, 'issue_resolved', 3, '', 1772442001362452, 1772442121364641, 1772442121364641, 0, 0);
INSERT INTO public."Segments" VALUES (107, 'default', 1, 30, 'ben', 3, 'task_created', 1, '', 1772442181399850, 1772442181399850, 1772442181399850, 0, 0);
INSERT INTO public."Segments" VALUES (117, 'default', 1, 17, 'ann', 3, 'customer_inactivity', 2, '', 1772874181382771, 1772874181382771, 1772874181382771, 0, 0);
INSERT INTO public."Settings" VALUES ('default', 'clock.offset', '-22838010899102');
INSERT INTO public."SigningKeys" VALUES ('default', 'e', '\x9efe57bddf0e8d6150fe194cef68054de89d13fae25cc08f394e1f6f93adb0db', 1795798590948989, NULL);
INSERT INTO public."SweepRuns" VALUES (81, 'default', 'wrap-up-timeout', 1772442121364641, 1795798592221018, 1795798592235573, '', 1, 1, 0, 0, NULL);
INSERT INTO public."SweepRuns" VALUES (119, 'default', 'inactivity-closure', 1772874181382771, 1795798592308588, 1795798592310969, '', 1, 1, 0, 0, NULL);
INSERT INTO public."SweepRuns" VALUES (124, 'default', 'wrap-up-timeout', 1772960581423271, 1795798592322375, 1795798592322491, '', 0, 0, 0, 0, NULL);
INSERT INTO public."SweepRuns" VALUES (125, 'default', 'wrap-up-safety', 1772960581423977, 1795798592323081, 1795798592323171, '', 0, 0, 0, 0, NULL);
INSERT INTO public."SweepRuns" VALUES (126, 'default', 'inactivity-closure', 1772960581424626, 1795798592323729, 1795798592323777, '', 0, 0, 0, 0, NULL);
INSERT INTO public."SweepRuns" VALUES (127, 'default', 'resolved-to-closed', 1772960581425319, 1795798592324422, 1795798592324475, '', 0, 0, 0, 0, NULL);
INSERT INTO public."Threads" VALUES (1, 'default', 3, 'support', 'all', 'CLC87D2PJBDS', 'Where is my order 48213?', 1, 1, NULL, NULL, 0, NULL, 1772442000481948, 1772442001327999);
INSERT INTO public."Threads" VALUES (14, 'default', 2, 'support', 'all', 'S6SMWGP5HH6S', 'Rechnung 2026-0311: falsche Stückzahl', 1, 1, 3303854953816883961, NULL, 0, NULL, 1772442001033858, 1772442181380614);
INSERT INTO public."Threads" VALUES (27, 'default', 1, 'support', 'all', NULL, 'Broken mug 😢', 0, 1, NULL, NULL, 0, NULL, 1772442001053653, 1772442001053653);
INSERT INTO public."Threads" VALUES (257, 'default', 1, 'support', 'all', NULL, 'Still waiting to be routed', 0, 1, NULL, NULL, 0, NULL, 1772960612836382, 1772960612836382);
INSERT INTO public."__EFMigrationsHistory" VALUES ('20260101000000_Initial', '10.0.14');
SELECT pg_catalog.setval('public."CaseNumbers_default"', 2, false);
SELECT pg_catalog.setval('public."RecordIds"', 769, false);
ALTER TABLE ONLY public."Activities"
    ADD CONSTRAINT "PK_Activities" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."ApiKeys"
    ADD CONSTRAINT "PK_ApiKeys" PRIMARY KEY ("Tenant", "Id");
ALTER TABLE ONLY public."AuditEntries"
    ADD CONSTRAINT "PK_AuditEntries" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."AutomaticSent"
    ADD CONSTRAINT "PK_AutomaticSent" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."CapacityEntries"
    ADD CONSTRAINT "PK_CapacityEntries" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."CaseMerges"
    ADD CONSTRAINT "PK_CaseMerges" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Cases"
    ADD CONSTRAINT "PK_Cases" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Counters"
    ADD CONSTRAINT "PK_Counters" PRIMARY KEY ("Tenant", "Name");
ALTER TABLE ONLY public."Cursors"
    ADD CONSTRAINT "PK_Cursors" PRIMARY KEY ("Tenant", "Instance");
ALTER TABLE ONLY public."ExternalRefs"
    ADD CONSTRAINT "PK_ExternalRefs" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."HostHeartbeats"
    ADD CONSTRAINT "PK_HostHeartbeats" PRIMARY KEY ("Tenant", "Host");
ALTER TABLE ONLY public."IdempotencyRecords"
    ADD CONSTRAINT "PK_IdempotencyRecords" PRIMARY KEY ("Tenant", "Key");
ALTER TABLE ONLY public."Inbox"
    ADD CONSTRAINT "PK_Inbox" PRIMARY KEY ("Tenant", "Instance", "EventId");
ALTER TABLE ONLY public."InstanceDesired"
    ADD CONSTRAINT "PK_InstanceDesired" PRIMARY KEY ("Tenant", "Instance");
ALTER TABLE ONLY public."InstanceDocuments"
    ADD CONSTRAINT "PK_InstanceDocuments" PRIMARY KEY ("Tenant", "Instance", "Kind", "Id");
ALTER TABLE ONLY public."InstanceStatus"
    ADD CONSTRAINT "PK_InstanceStatus" PRIMARY KEY ("Tenant", "Host", "Instance");
ALTER TABLE ONLY public."Interactions"
    ADD CONSTRAINT "PK_Interactions" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Messages"
    ADD CONSTRAINT "PK_Messages" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Notifications"
    ADD CONSTRAINT "PK_Notifications" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Outbox"
    ADD CONSTRAINT "PK_Outbox" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Participants"
    ADD CONSTRAINT "PK_Participants" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."People"
    ADD CONSTRAINT "PK_People" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Quarantine"
    ADD CONSTRAINT "PK_Quarantine" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."RawMails"
    ADD CONSTRAINT "PK_RawMails" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Receipts"
    ADD CONSTRAINT "PK_Receipts" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Segments"
    ADD CONSTRAINT "PK_Segments" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Settings"
    ADD CONSTRAINT "PK_Settings" PRIMARY KEY ("Tenant", "Key");
ALTER TABLE ONLY public."SigningKeys"
    ADD CONSTRAINT "PK_SigningKeys" PRIMARY KEY ("Tenant", "Id");
ALTER TABLE ONLY public."SweepRuns"
    ADD CONSTRAINT "PK_SweepRuns" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Threads"
    ADD CONSTRAINT "PK_Threads" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Transfers"
    ADD CONSTRAINT "PK_Transfers" PRIMARY KEY ("Id");
ALTER TABLE ONLY public."Uploads"
    ADD CONSTRAINT "PK_Uploads" PRIMARY KEY ("Tenant", "Hash");
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
CREATE INDEX "Activities_Case" ON public."Activities" USING btree ("CaseId") WHERE ("CaseId" IS NOT NULL);
CREATE INDEX "Activities_Interaction" ON public."Activities" USING btree ("InteractionId") WHERE ("InteractionId" IS NOT NULL);
CREATE INDEX "AuditEntries_At" ON public."AuditEntries" USING btree ("Tenant", "At");
CREATE INDEX "AutomaticSent_Address" ON public."AutomaticSent" USING btree ("AddressHash", "At");
CREATE INDEX "AutomaticSent_At" ON public."AutomaticSent" USING btree ("Tenant", "At");
CREATE INDEX "CapacityEntries_Agent" ON public."CapacityEntries" USING btree ("Tenant", "Agent");
CREATE INDEX "CaseMerges_Source" ON public."CaseMerges" USING btree ("SourceId");
CREATE INDEX "Cases_FollowUpOf" ON public."Cases" USING btree ("FollowUpOf") WHERE ("FollowUpOf" IS NOT NULL);
CREATE UNIQUE INDEX "Cases_Number" ON public."Cases" USING btree ("Tenant", "Number");
CREATE INDEX "Cases_Thread" ON public."Cases" USING btree ("ThreadId") WHERE ("ThreadId" IS NOT NULL);
CREATE INDEX "Due_Cases_CloseDue" ON public."Cases" USING btree ("Tenant", "CloseDue") WHERE ("CloseDue" IS NOT NULL);
CREATE INDEX "Due_InstanceDocuments_DueAt" ON public."InstanceDocuments" USING btree ("Tenant", "DueAt") WHERE ("DueAt" IS NOT NULL);
CREATE INDEX "Due_Interactions_InactivityDue" ON public."Interactions" USING btree ("Tenant", "InactivityDue") WHERE ("InactivityDue" IS NOT NULL);
CREATE INDEX "Due_Interactions_SafetyDue" ON public."Interactions" USING btree ("Tenant", "SafetyDue") WHERE ("SafetyDue" IS NOT NULL);
CREATE INDEX "Due_Interactions_WrapUpDue" ON public."Interactions" USING btree ("Tenant", "WrapUpDue") WHERE ("WrapUpDue" IS NOT NULL);
CREATE INDEX "Due_Transfers_DueAt" ON public."Transfers" USING btree ("Tenant", "DueAt") WHERE ("DueAt" IS NOT NULL);
CREATE INDEX "ExternalRefs_ExternalId" ON public."ExternalRefs" USING btree ("Instance", "ExternalId");
CREATE INDEX "ExternalRefs_Interaction" ON public."ExternalRefs" USING btree ("InteractionId");
CREATE INDEX "Inbox_Pending" ON public."Inbox" USING btree ("Tenant", "Instance", "NotBefore", "Sequence") WHERE ("State" = 0);
CREATE INDEX "Inbox_PendingItem" ON public."Inbox" USING btree ("Tenant", "Instance", "ExternalId") WHERE ("State" = 0);
CREATE INDEX "Interactions_Case" ON public."Interactions" USING btree ("CaseId") WHERE ("CaseId" IS NOT NULL);
CREATE INDEX "Interactions_RefersTo" ON public."Interactions" USING btree ("RefersTo") WHERE ("RefersTo" IS NOT NULL);
CREATE INDEX "Interactions_Thread" ON public."Interactions" USING btree ("ThreadId") WHERE ("ThreadId" IS NOT NULL);
CREATE INDEX "Messages_Case" ON public."Messages" USING btree ("CaseId") WHERE (("ThreadId" IS NULL) AND ("CaseId" IS NOT NULL));
CREATE INDEX "Messages_Interaction" ON public."Messages" USING btree ("InteractionId") WHERE (("ThreadId" IS NULL) AND ("InteractionId" IS NOT NULL));
CREATE UNIQUE INDEX "Messages_MailKey" ON public."Messages" USING btree ("MailKey", "CanonicalHash", "Tenant") WHERE ("MailKey" <> 0);
CREATE INDEX "Messages_Thread" ON public."Messages" USING btree ("ThreadId") WHERE ("ThreadId" IS NOT NULL);
CREATE INDEX "Notifications_Agent" ON public."Notifications" USING btree ("Tenant", "Agent");
CREATE INDEX "Outbox_Lane" ON public."Outbox" USING btree ("InteractionId", "Destination", "LaneVersion", "LaneNumber") WHERE ("State" = ANY (ARRAY[(0)::bigint, (1)::bigint, (3)::bigint]));
CREATE INDEX "Outbox_Ready" ON public."Outbox" USING btree ("Tenant", "Destination", "Priority" DESC, "NotBefore", "Id") WHERE ("State" = ANY (ARRAY[(0)::bigint, (1)::bigint]));
CREATE INDEX "Participants_Thread" ON public."Participants" USING btree ("ThreadId");
CREATE INDEX "People_Address" ON public."People" USING btree ("Tenant", "Address");
CREATE INDEX "Quarantine_MailKey" ON public."Quarantine" USING btree ("MailKey") WHERE ("State" = 0);
CREATE INDEX "Receipts_Message" ON public."Receipts" USING btree ("MessageId");
CREATE INDEX "Segments_Interaction" ON public."Segments" USING btree ("InteractionId");
CREATE INDEX "SweepRuns_Sweep" ON public."SweepRuns" USING btree ("Tenant", "Sweep");
CREATE INDEX "Threads_ClientIndex" ON public."Threads" USING btree ("ClientIndex") WHERE ("ClientIndex" IS NOT NULL);
CREATE INDEX "Threads_RedirectTo" ON public."Threads" USING btree ("RedirectTo") WHERE ("RedirectTo" IS NOT NULL);
CREATE UNIQUE INDEX "Threads_Token" ON public."Threads" USING btree ("Tenant", "Token") WHERE ("Token" IS NOT NULL);
CREATE INDEX "Transfers_Interaction" ON public."Transfers" USING btree ("InteractionId");
