BEGIN TRANSACTION;
CREATE TABLE "Activities" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Activities" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "InteractionId" INTEGER NULL,
    "CaseId" INTEGER NULL,
    "ThreadId" INTEGER NULL,
    "MessageId" INTEGER NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL,
    "Why" TEXT NULL,
    "Correlation" TEXT NOT NULL
);
INSERT INTO "Activities" VALUES(5,'default',4,NULL,1,3,1772442000481948,'mail','InteractionOpened',NULL,'New',NULL,'3764cb108c70db30531575dcde5df5f8');
INSERT INTO "Activities" VALUES(6,'default',4,NULL,1,3,1772442000481948,'mail','InteractionQueued',NULL,NULL,NULL,'3764cb108c70db30531575dcde5df5f8');
INSERT INTO "Activities" VALUES(8,'default',4,NULL,1,3,1772442000481948,'mail','MailReceived',NULL,'public New','no signal leads to a thread','3764cb108c70db30531575dcde5df5f8');
INSERT INTO "Activities" VALUES(11,'default',4,NULL,1,NULL,1772442000959061,'instance:awa','ExternalIdGiven',NULL,'i-4.1','instance awa','3764cb108c70db30531575dcde5df5f8');
INSERT INTO "Activities" VALUES(12,'default',4,NULL,1,NULL,1772442000959061,'instance:awa','RouteDelivered',NULL,NULL,'to awa','3764cb108c70db30531575dcde5df5f8');
INSERT INTO "Activities" VALUES(18,'default',17,NULL,14,16,1772442001033858,'mail','InteractionOpened',NULL,'New',NULL,'26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO "Activities" VALUES(19,'default',17,NULL,14,16,1772442001033858,'mail','InteractionQueued',NULL,NULL,NULL,'26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO "Activities" VALUES(21,'default',17,NULL,14,16,1772442001033858,'mail','MailReceived',NULL,'public New','no signal leads to a thread','26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO "Activities" VALUES(24,'default',17,NULL,14,NULL,1772442001047504,'instance:awa','ExternalIdGiven',NULL,'i-17.1','instance awa','26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO "Activities" VALUES(25,'default',17,NULL,14,NULL,1772442001047504,'instance:awa','RouteDelivered',NULL,NULL,'to awa','26cfcc1b8d7bdf66ad0975e4be0a27e0');
INSERT INTO "Activities" VALUES(31,'default',30,NULL,27,29,1772442001053653,'mail','InteractionOpened',NULL,'New',NULL,'30954ff2b61195896c770d670009a4d1');
INSERT INTO "Activities" VALUES(32,'default',30,NULL,27,29,1772442001053653,'mail','InteractionQueued',NULL,NULL,NULL,'30954ff2b61195896c770d670009a4d1');
INSERT INTO "Activities" VALUES(34,'default',30,NULL,27,29,1772442001053653,'mail','MailReceived',NULL,'public New','no signal leads to a thread','30954ff2b61195896c770d670009a4d1');
INSERT INTO "Activities" VALUES(37,'default',30,NULL,27,NULL,1772442001061151,'instance:awa','ExternalIdGiven',NULL,'i-30.1','instance awa','30954ff2b61195896c770d670009a4d1');
INSERT INTO "Activities" VALUES(38,'default',30,NULL,27,NULL,1772442001061151,'instance:awa','RouteDelivered',NULL,NULL,'to awa','30954ff2b61195896c770d670009a4d1');
INSERT INTO "Activities" VALUES(41,'default',NULL,NULL,NULL,NULL,1772442001067195,'mail','MailQuarantined',NULL,'q-40','NoSender: no address in From','adf695c96ecab0b0c7f442e6257a2e89');
INSERT INTO "Activities" VALUES(46,'default',17,NULL,14,NULL,1772442001137522,'instance:awa','InteractionAssigned','New','WorkInProgress',NULL,'i-17.1.1');
INSERT INTO "Activities" VALUES(49,'default',4,NULL,1,NULL,1772442001143215,'instance:awa','InteractionAssigned','New','WorkInProgress',NULL,'i-4.1.1');
INSERT INTO "Activities" VALUES(52,'default',30,NULL,27,NULL,1772442001146832,'instance:awa','InteractionAssigned','New','WorkInProgress',NULL,'i-30.1.1');
INSERT INTO "Activities" VALUES(55,'default',4,NULL,1,NULL,1772442001170703,'agent:ann','AgentMessageSent',NULL,NULL,NULL,'demo');
INSERT INTO "Activities" VALUES(56,'default',4,NULL,1,NULL,1772442001170703,'agent:ann','InteractionHeld','WorkInProgress','OnHold',NULL,'demo');
INSERT INTO "Activities" VALUES(59,'default',NULL,NULL,1,NULL,1772442001170703,'agent:ann','ThreadIdGiven',NULL,'CLC87D2PJBDS','first outbound mail of the conversation','demo');
INSERT INTO "Activities" VALUES(63,'default',4,NULL,1,NULL,1772442001210651,'instance:awa','HoldDelivered',NULL,NULL,'to awa','demo');
INSERT INTO "Activities" VALUES(64,'default',4,NULL,1,60,1772442001214025,'delivery','SendMailDelivered',NULL,NULL,'to mail','demo');
INSERT INTO "Activities" VALUES(67,'default',4,NULL,1,66,1772442001327999,'mail','CustomerMessageJoined',NULL,NULL,NULL,'cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO "Activities" VALUES(68,'default',4,NULL,1,66,1772442001327999,'mail','InteractionResumed','OnHold','WorkInProgress','the customer wrote','cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO "Activities" VALUES(72,'default',4,NULL,1,66,1772442001327999,'mail','MailReceived',NULL,'public Append','signed token in the receiving address: joins the open interaction; from the requester','cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO "Activities" VALUES(74,'default',4,NULL,1,NULL,1772442001351936,'instance:awa','ResumeDelivered',NULL,NULL,'to awa','cf4ed05360e643ebd4b3f9ceada169b4');
INSERT INTO "Activities" VALUES(76,'default',4,NULL,1,NULL,1772442001362452,'agent:ann','WrapUpOpened','WorkInProgress','WrapUp',NULL,'demo');
INSERT INTO "Activities" VALUES(78,'default',4,NULL,1,NULL,1772442121364641,'sweep:wrap-up-timeout','InteractionCompleted','WrapUp','ClosedComplete','no code by 2026-03-02 09:02:01Z','wrap-up-timeout-4');
INSERT INTO "Activities" VALUES(86,'default',4,NULL,1,NULL,1772442121395947,'instance:awa','EndDelivered',NULL,NULL,'to awa','wrap-up-timeout-4');
INSERT INTO "Activities" VALUES(92,'default',17,NULL,14,NULL,1772442181380614,'agent:ann','AgentMessageSent',NULL,NULL,NULL,'demo');
INSERT INTO "Activities" VALUES(93,'default',17,NULL,14,NULL,1772442181380614,'agent:ann','InteractionHeld','WorkInProgress','OnHold',NULL,'demo');
INSERT INTO "Activities" VALUES(96,'default',NULL,NULL,14,NULL,1772442181380614,'agent:ann','ThreadIdGiven',NULL,'S6SMWGP5HH6S','first outbound mail of the conversation','demo');
INSERT INTO "Activities" VALUES(100,'default',17,NULL,14,NULL,1772442181391283,'instance:awa','HoldDelivered',NULL,NULL,'to awa','demo');
INSERT INTO "Activities" VALUES(101,'default',17,NULL,14,97,1772442181391806,'delivery','SendMailDelivered',NULL,NULL,'to mail','demo');
INSERT INTO "Activities" VALUES(104,'default',30,103,27,NULL,1772442181399850,'agent:ben','CaseLinked',NULL,NULL,NULL,'demo');
INSERT INTO "Activities" VALUES(105,'default',30,103,27,NULL,1772442181399850,'agent:ben','InteractionCompleted','WorkInProgress','ClosedComplete',NULL,'demo');
INSERT INTO "Activities" VALUES(109,'default',NULL,103,27,NULL,1772442181399850,'agent:ben','CaseOpened',NULL,'New',NULL,'demo');
INSERT INTO "Activities" VALUES(110,'default',NULL,103,27,NULL,1772442181399850,'agent:ben','CaseAssigned','New','Open',NULL,'demo');
INSERT INTO "Activities" VALUES(112,'default',30,NULL,27,NULL,1772442181412829,'instance:awa','EndDelivered',NULL,NULL,'to awa','demo');
INSERT INTO "Activities" VALUES(116,'default',17,NULL,14,NULL,1772874181382771,'sweep:inactivity-closure','InteractionCompleted','OnHold','ClosedComplete','no message since 2026-03-02 09:03:01Z','inactivity-closure-17');
INSERT INTO "Activities" VALUES(122,'default',17,NULL,14,NULL,1772874181391237,'instance:awa','EndDelivered',NULL,NULL,'to awa','inactivity-closure-17');
INSERT INTO "Activities" VALUES(261,'default',260,NULL,257,259,1772960612836382,'mail','InteractionOpened',NULL,'New',NULL,'5978da98e5baf13beeba5bdb10b91e5f');
INSERT INTO "Activities" VALUES(262,'default',260,NULL,257,259,1772960612836382,'mail','InteractionQueued',NULL,NULL,NULL,'5978da98e5baf13beeba5bdb10b91e5f');
INSERT INTO "Activities" VALUES(264,'default',260,NULL,257,259,1772960612836382,'mail','MailReceived',NULL,'public New','no signal leads to a thread','5978da98e5baf13beeba5bdb10b91e5f');
CREATE TABLE "ApiKeys" (
    "Tenant" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "Role" TEXT NOT NULL,
    "Agent" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "RevokedAt" INTEGER NULL,
    "RevokedBy" TEXT NULL,
    CONSTRAINT "PK_ApiKeys" PRIMARY KEY ("Tenant", "Id")
);
INSERT INTO "ApiKeys" VALUES('default','3xgnaywj',X'B7E2CA79A629891ECD646F26DAB829DB565A80B29B18207DA91F0E6EE8E59D8F','Supervisor',NULL,1772960614705790,'admin:command-line',NULL,NULL);
CREATE TABLE "AuditEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEntries" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL
);
INSERT INTO "AuditEntries" VALUES(513,'default',1772960614743788,'admin:command-line','key add','3xgnaywj',NULL,'Supervisor');
CREATE TABLE "AutomaticSent" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AutomaticSent" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "AddressHash" INTEGER NOT NULL,
    "SubjectHash" INTEGER NOT NULL,
    "ThreadId" INTEGER NULL,
    "At" INTEGER NOT NULL
);
CREATE TABLE "CapacityEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CapacityEntries" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Agent" TEXT NOT NULL,
    "ChannelType" INTEGER NOT NULL,
    "InteractionId" INTEGER NOT NULL,
    "Delta" INTEGER NOT NULL,
    "Cause" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO "CapacityEntries" VALUES(47,'default','ann',0,17,1,'InteractionAssigned',1772442001137522);
INSERT INTO "CapacityEntries" VALUES(50,'default','ann',0,4,1,'InteractionAssigned',1772442001143215);
INSERT INTO "CapacityEntries" VALUES(53,'default','ben',0,30,1,'InteractionAssigned',1772442001146832);
INSERT INTO "CapacityEntries" VALUES(57,'default','ann',0,4,-1,'InteractionHeld',1772442001170703);
INSERT INTO "CapacityEntries" VALUES(69,'default','ann',0,4,1,'InteractionResumed',1772442001327999);
INSERT INTO "CapacityEntries" VALUES(79,'default','ann',0,4,-1,'InteractionCompleted',1772442121364641);
INSERT INTO "CapacityEntries" VALUES(94,'default','ann',0,17,-1,'InteractionHeld',1772442181380614);
INSERT INTO "CapacityEntries" VALUES(106,'default','ben',0,30,-1,'InteractionCompleted',1772442181399850);
CREATE TABLE "CaseMerges" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CaseMerges" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    "TargetId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "SourceState" INTEGER NOT NULL,
    "SourceCloseDue" INTEGER NULL,
    "ThreadId" INTEGER NULL,
    "GaveThread" INTEGER NOT NULL,
    "Interactions" TEXT NOT NULL,
    "People" TEXT NOT NULL,
    "UndoneAt" INTEGER NULL
);
CREATE TABLE "Cases" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Cases" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "ThreadId" INTEGER NULL,
    "Subject" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "PendingReason" TEXT NULL,
    "CloseReason" TEXT NULL,
    "Disposition" TEXT NULL,
    "Assignee" TEXT NULL,
    "CreatedBy" TEXT NOT NULL,
    "UpdatedBy" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "AssignedAt" INTEGER NULL,
    "ResolvedAt" INTEGER NULL,
    "ClosedAt" INTEGER NULL,
    "CloseDue" INTEGER NULL,
    "MergedInto" INTEGER NULL,
    "DuplicateOf" INTEGER NULL,
    "FollowUpOf" INTEGER NULL
);
INSERT INTO "Cases" VALUES(103,'default',1,1,'support',2,27,'Broken mug 😢','Replacement to be arranged.','Interaction',NULL,NULL,NULL,'ben','agent:ben','agent:ben',1772442181399850,1772442181399850,1772442181399850,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "Counters" (
    "Tenant" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" INTEGER NOT NULL,
    CONSTRAINT "PK_Counters" PRIMARY KEY ("Tenant", "Name")
);
INSERT INTO "Counters" VALUES('','records',768);
INSERT INTO "Counters" VALUES('default','cases',1);
CREATE TABLE "Cursors" (
    "Tenant" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "Value" TEXT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    CONSTRAINT "PK_Cursors" PRIMARY KEY ("Tenant", "Instance")
);
CREATE TABLE "ExternalRefs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ExternalRefs" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "InteractionId" INTEGER NOT NULL,
    "Instance" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Round" INTEGER NOT NULL,
    "From" INTEGER NOT NULL,
    "Until" INTEGER NULL
);
INSERT INTO "ExternalRefs" VALUES(10,'default',1,4,'awa','i-4.1',1,1772442000959061,NULL);
INSERT INTO "ExternalRefs" VALUES(23,'default',1,17,'awa','i-17.1',1,1772442001047504,NULL);
INSERT INTO "ExternalRefs" VALUES(36,'default',1,30,'awa','i-30.1',1,1772442001061151,NULL);
CREATE TABLE "HostHeartbeats" (
    "Tenant" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Machine" TEXT NOT NULL,
    "ProcessId" INTEGER NOT NULL,
    "ProductVersion" TEXT NOT NULL,
    "Address" TEXT NULL,
    "StartedAt" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Details" TEXT NULL,
    CONSTRAINT "PK_HostHeartbeats" PRIMARY KEY ("Tenant", "Host")
);
CREATE TABLE "IdempotencyRecords" (
    "Tenant" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Request" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Answer" TEXT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_IdempotencyRecords" PRIMARY KEY ("Tenant", "Key")
);
CREATE TABLE "Inbox" (
    "Tenant" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "EventId" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Payload" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Error" TEXT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "HandledAt" INTEGER NULL,
    "NotBefore" INTEGER NOT NULL,
    "LeaseUntil" INTEGER NULL,
    "LeaseBy" TEXT NULL,
    CONSTRAINT "PK_Inbox" PRIMARY KEY ("Tenant", "Instance", "EventId")
);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:1',9,'i-4.1','Queued',1772442000921126,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:00.921126+00:00"}',1,0,NULL,1772442000940151,1772442001016934,1772442000940151,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-17.1:1',22,'i-17.1','Queued',1772442001045457,'{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.045457+00:00"}',1,0,NULL,1772442001046141,1772442001051482,1772442001046141,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-30.1:1',35,'i-30.1','Queued',1772442001059542,'{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Queued","Rank":1,"Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.059542+00:00"}',1,0,NULL,1772442001060017,1772442001065216,1772442001060017,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:2',42,'i-4.1','Offered',1772442001106982,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.106982+00:00"}',1,0,NULL,1772442001116652,1772442001152110,1772442001116652,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-17.1:2',43,'i-17.1','Offered',1772442001106982,'{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.106982+00:00"}',1,0,NULL,1772442001116652,1772442001150673,1772442001116652,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-30.1:2',44,'i-30.1','Offered',1772442001119592,'{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"PendingAccept","Rank":2,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.119592+00:00"}',1,0,NULL,1772442001119977,1772442001152026,1772442001119977,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-17.1:3',45,'i-17.1','Accepted',1772442001131490,'{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Accepted","Rank":3,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.13149+00:00"}',1,0,NULL,1772442001132254,1772442001150673,1772442001132254,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:3',48,'i-4.1','Accepted',1772442001141024,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Accepted","Rank":3,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.141024+00:00"}',1,0,NULL,1772442001141220,1772442001152110,1772442001141220,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-30.1:3',51,'i-30.1','Accepted',1772442001145224,'{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Accepted","Rank":3,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.145224+00:00"}',1,0,NULL,1772442001145385,1772442001152026,1772442001145385,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:4',62,'i-4.1','Held',1772442001205590,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Held","Rank":4,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.20559+00:00"}',1,0,NULL,1772442001206831,1772442001218060,1772442001206831,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:5',73,'i-4.1','Resumed',1772442001350591,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Accepted","Rank":5,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:00:01.350591+00:00"}',1,0,NULL,1772442001350869,1772442001355443,1772442001350869,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-4.1:6',85,'i-4.1','Ended',1772442121393404,'{"ExternalId":"i-4.1","InteractionId":"i-4","Round":1,"State":"Ended","Rank":6,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:02:01.393404+00:00"}',1,0,NULL,1772442121393946,1772442121401558,1772442121393946,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-17.1:4',99,'i-17.1','Held',1772442181388161,'{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Held","Rank":4,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:03:01.388161+00:00"}',1,0,NULL,1772442181388427,1772442181395766,1772442181388427,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-30.1:4',111,'i-30.1','Ended',1772442181411155,'{"ExternalId":"i-30.1","InteractionId":"i-30","Round":1,"State":"Ended","Rank":4,"Agent":"ben","Queue":"support","CodeByTimeout":false,"At":"2026-03-02T09:03:01.411155+00:00"}',1,0,NULL,1772442181411463,1772442181419871,1772442181411463,NULL,NULL);
INSERT INTO "Inbox" VALUES('default','awa','i-17.1:5',121,'i-17.1','Ended',1772874181390097,'{"ExternalId":"i-17.1","InteractionId":"i-17","Round":1,"State":"Ended","Rank":5,"Agent":"ann","Queue":"support","CodeByTimeout":false,"At":"2026-03-07T09:03:01.390097+00:00"}',1,0,NULL,1772874181390382,1772874181394873,1772874181390382,NULL,NULL);
CREATE TABLE "InstanceDesired" (
    "Tenant" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "Enabled" INTEGER NULL,
    "Paused" INTEGER NOT NULL,
    "Restarts" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    CONSTRAINT "PK_InstanceDesired" PRIMARY KEY ("Tenant", "Instance")
);
CREATE TABLE "InstanceDocuments" (
    "Tenant" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Json" TEXT NOT NULL,
    "DueAt" INTEGER NULL,
    CONSTRAINT "PK_InstanceDocuments" PRIMARY KEY ("Tenant", "Instance", "Kind", "Id")
);
INSERT INTO "InstanceDocuments" VALUES('default','awa','desk','desk',15,'{}',NULL);
INSERT INTO "InstanceDocuments" VALUES('default','awa','agent','ann',8,'{"Presence":"Available","RestingSince":"2026-03-02T09:03:01.388161+00:00"}',NULL);
INSERT INTO "InstanceDocuments" VALUES('default','awa','agent','ben',4,'{"Presence":"Available","RestingSince":"2026-03-02T09:03:01.411155+00:00"}',NULL);
INSERT INTO "InstanceDocuments" VALUES('default','awa','done','i-4.1',1,'{"Id":"i-4.1","InteractionId":"i-4","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Where is my order 48213?","WaitingSince":"2026-03-02T09:00:00.481948+00:00","State":"Ended","Agent":"ann","Offers":1,"Declined":[],"Rank":6,"ChangedAt":"2026-03-02T09:02:01.393404+00:00"}',1773046921393404);
INSERT INTO "InstanceDocuments" VALUES('default','awa','done','i-30.1',1,'{"Id":"i-30.1","InteractionId":"i-30","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Broken mug \uD83D\uDE22","WaitingSince":"2026-03-02T09:00:01.053653+00:00","State":"Ended","Agent":"ben","Offers":1,"Declined":[],"Rank":4,"ChangedAt":"2026-03-02T09:03:01.411155+00:00"}',1773046981411155);
INSERT INTO "InstanceDocuments" VALUES('default','awa','done','i-17.1',1,'{"Id":"i-17.1","InteractionId":"i-17","Round":1,"Queue":"support","ChannelType":"Email","Size":1,"Skills":[],"Subject":"Rechnung 2026-0311: falsche St\u00FCckzahl","WaitingSince":"2026-03-02T09:00:01.033858+00:00","State":"Ended","Agent":"ann","Offers":1,"Declined":[],"Rank":5,"ChangedAt":"2026-03-07T09:03:01.390097+00:00"}',1773478981390097);
CREATE TABLE "InstanceStatus" (
    "Tenant" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Instance" TEXT NOT NULL,
    "Plugin" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Capabilities" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "LastSuccessAt" INTEGER NULL,
    "LastErrorAt" INTEGER NULL,
    "LastError" TEXT NULL,
    "Details" TEXT NULL,
    CONSTRAINT "PK_InstanceStatus" PRIMARY KEY ("Tenant", "Host", "Instance")
);
CREATE TABLE "Interactions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Interactions" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "ChannelType" INTEGER NOT NULL,
    "Direction" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "ThreadId" INTEGER NULL,
    "CaseId" INTEGER NULL,
    "RefersTo" INTEGER NULL,
    "CustomerType" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "CustomerAddress" TEXT NOT NULL,
    "CustomerName" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "PreviousOwner" TEXT NULL,
    "RoutingSource" INTEGER NOT NULL,
    "Instance" TEXT NOT NULL,
    "Queue" TEXT NOT NULL,
    "Round" INTEGER NOT NULL,
    "Size" INTEGER NOT NULL,
    "ExternalId" TEXT NULL,
    "ObservedRank" INTEGER NOT NULL,
    "ObservedState" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "WaitingSince" INTEGER NOT NULL,
    "LastHumanAt" INTEGER NOT NULL,
    "FirstResponseAt" INTEGER NULL,
    "InactivityDue" INTEGER NULL,
    "WrapUpDue" INTEGER NULL,
    "SafetyDue" INTEGER NULL,
    "ClosedAt" INTEGER NULL,
    "Code" TEXT NULL,
    "CodeSource" INTEGER NULL,
    "NoCodeReason" TEXT NULL
);
INSERT INTO "Interactions" VALUES(4,'default',11,'support',0,0,5,1,NULL,NULL,0,'anna.lindqvist@mail.example.net','anna.lindqvist@mail.example.net','Anna Lindqvist','Where is my order 48213?','ann',NULL,0,'awa','support',1,1,'i-4.1',6,'Ended',1772442000481948,1772442121364641,1772442000481948,1772442001327999,1772442001170703,NULL,NULL,NULL,1772442121364641,'issue_resolved',3,NULL);
INSERT INTO "Interactions" VALUES(17,'default',8,'support',0,0,5,14,NULL,NULL,0,'bert.muessig@firma.example','bert.muessig@firma.example','Müßig, Bert','Rechnung 2026-0311: falsche Stückzahl','ann',NULL,0,'awa','support',1,1,'i-17.1',5,'Ended',1772442001033858,1772874181382771,1772442001033858,1772442181380614,1772442181380614,NULL,NULL,NULL,1772874181382771,'customer_inactivity',2,NULL);
INSERT INTO "Interactions" VALUES(30,'default',6,'support',0,0,5,27,103,NULL,0,'carla@cloud.example.com','carla@cloud.example.com','Carla Ibáñez','Broken mug 😢','ben',NULL,0,'awa','support',1,1,'i-30.1',4,'Ended',1772442001053653,1772442181399850,1772442001053653,1772442001053653,NULL,NULL,NULL,NULL,1772442181399850,'task_created',1,NULL);
INSERT INTO "Interactions" VALUES(260,'default',1,'support',0,0,1,257,NULL,NULL,0,'dora@example.net','dora@example.net','Dora','Still waiting to be routed',NULL,NULL,0,'awa','support',1,1,NULL,0,'',1772960612836382,1772960612836382,1772960612836382,1772960612836382,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "Messages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Messages" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "ThreadId" INTEGER NULL,
    "InteractionId" INTEGER NULL,
    "CaseId" INTEGER NULL,
    "Channel" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Direction" INTEGER NOT NULL,
    "Visibility" INTEGER NOT NULL,
    "Class" INTEGER NOT NULL,
    "MailId" TEXT NOT NULL,
    "MailKey" INTEGER NOT NULL,
    "CanonicalHash" BLOB NOT NULL,
    "Number" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "FromName" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Agent" TEXT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Size" INTEGER NOT NULL,
    "Flags" TEXT NOT NULL,
    "Decision" TEXT NULL,
    "DeliveryError" TEXT NULL
);
INSERT INTO "Messages" VALUES(3,'default',1,1,4,NULL,'support',0,0,0,0,'CAKx7f2Q9p3nV8w1Zr4tYb6Lh0sDcEgJm5uXoTa+RkPiWqNy1A@mail.example.net',-3016953107194979615,X'F1DDF39D1339427DD0344FBFC31C803CCDDDA675A2364A58865E17265CF86373',0,'anna.lindqvist@mail.example.net','Anna Lindqvist','Where is my order 48213?',NULL,'',1772442000481948,1633,'','{"action":"new","interactionId":"i-4","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-3","quarantineReason":null}',NULL);
INSERT INTO "Messages" VALUES(16,'default',1,14,17,NULL,'support',0,0,0,0,'VI1PR09MB41225A0C7E9D31F2B86CE0A1D9789@VI1PR09MB4122.eurprd09.firma.example',-7238905001079348109,X'B0BE507176DB7A8DBED16EC1CA8675932ECF83C59159351163E6E510ACE2C99E',0,'bert.muessig@firma.example','Müßig, Bert','Rechnung 2026-0311: falsche Stückzahl',NULL,'',1772442001033858,4287,'','{"action":"new","interactionId":"i-17","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-16","quarantineReason":null}',NULL);
INSERT INTO "Messages" VALUES(29,'default',1,27,30,NULL,'support',0,0,0,0,'7C1E0B52-9A44-4D0C-B6F3-2D5E81A7C3F9@cloud.example.com',8731116109514642735,X'1609D3BDE22C45E4B139FF18A5AD6F52CBAFF894632211BEA1D570728A24EBA5',0,'carla@cloud.example.com','Carla Ibáñez','Broken mug 😢',NULL,'',1772442001053653,895,'','{"action":"new","interactionId":"i-30","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-29","quarantineReason":null}',NULL);
INSERT INTO "Messages" VALUES(60,'default',1,1,4,NULL,'support',0,1,0,0,'clc87d2pjbds.b.b.e8n9a68wjmvzb75hj@example.org',-1919515308835076275,X'43743D2E59CD63507D2EED154D16262661BB55DC934DC1B28D05114083CF4BAC',1,'support@example.org','Support','Re: Where is my order 48213? [CLC87D2PJBDS]','ann','',1772442001170703,720,'',NULL,NULL);
INSERT INTO "Messages" VALUES(66,'default',1,1,4,NULL,'support',0,0,0,0,'answer-60@mail.example.net',2704431477530703215,X'0AD4F41AA8F6B67BEADB30ECB779822D67A15894D178DDC27A42367DA2E4EEA0',0,'anna.lindqvist@mail.example.net','Anna Lindqvist','Re: Where is my order 48213? [CLC87D2PJBDS]',NULL,'',1772442001327999,778,'','{"action":"append","interactionId":"i-4","caseId":null,"caseNumber":null,"threadId":"CLC87D2PJBDS","refersTo":null,"matchedBy":"address-token","candidates":[{"signal":"address-token","interactionId":"i-4","caseId":null,"score":null,"reason":"first signal that leads to a thread"},{"signal":"message-id-token","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"message-id","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"message-id","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"},{"signal":"subject","interactionId":"i-4","caseId":null,"score":null,"reason":"names a thread too"}],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":false,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"signed token in the receiving address: joins the open interaction; from the requester","messageId":"m-66","quarantineReason":null}',NULL);
INSERT INTO "Messages" VALUES(97,'default',1,14,17,NULL,'support',0,1,0,0,'s6smwgp5hh6s.b.b.e3p49dabxbj3qjgd7@example.org',4306420977875770293,X'305D4565CB9DB7162BE137308F8A477096A9C9BE5B1CFA599D7C574FE5C6B545',1,'support@example.org','Support','Re: Rechnung 2026-0311: falsche Stückzahl [S6SMWGP5HH6S]','ann','',1772442181380614,757,'',NULL,NULL);
INSERT INTO "Messages" VALUES(259,'default',1,257,260,NULL,'support',0,0,0,0,'waiting@example.net',3482383871710566204,X'8E5027CFBBBDE3579606E804CD7C551E8A7CB2AF171A038E171ECCB67EC8816A',0,'dora@example.net','Dora','Still waiting to be routed',NULL,'',1772960612836382,175,'','{"action":"new","interactionId":"i-260","caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":true,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"no signal leads to a thread","messageId":"m-259","quarantineReason":null}',NULL);
CREATE TABLE "Notifications" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notifications" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Agent" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "InteractionId" INTEGER NULL,
    "CaseId" INTEGER NULL,
    "MessageId" INTEGER NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ReadAt" INTEGER NULL
);
INSERT INTO "Notifications" VALUES(71,'default','ann','Ongoing',4,NULL,66,'the customer wrote',1772442001327999,NULL);
CREATE TABLE "Outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "InteractionId" INTEGER NOT NULL,
    "Destination" TEXT NOT NULL,
    "LaneVersion" INTEGER NOT NULL,
    "LaneNumber" INTEGER NOT NULL,
    "Operation" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "Precondition" TEXT NULL,
    "Key" TEXT NOT NULL,
    "Correlation" TEXT NOT NULL,
    "MessageId" INTEGER NULL,
    "TransferId" INTEGER NULL,
    "SegmentId" INTEGER NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NotBefore" INTEGER NOT NULL,
    "LeaseUntil" INTEGER NULL,
    "LeaseBy" TEXT NULL,
    "DoneAt" INTEGER NULL,
    "Error" TEXT NULL,
    "Answer" TEXT NULL,
    "Priority" INTEGER NOT NULL
);
INSERT INTO "Outbox" VALUES(7,'default',4,4,'awa',1,0,'Route','{"interactionId":"i-4","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Where is my order 48213?","from":"anna.lindqvist@mail.example.net","waitingSince":"2026-03-02T09:00:00.481948+00:00"}','state=New round=1','default-7','3764cb108c70db30531575dcde5df5f8',NULL,NULL,NULL,2,1,1772442000481948,1772442000481948,NULL,NULL,1772442000959061,NULL,'i-4.1',0);
INSERT INTO "Outbox" VALUES(20,'default',4,17,'awa',1,0,'Route','{"interactionId":"i-17","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Rechnung 2026-0311: falsche St\u00FCckzahl","from":"bert.muessig@firma.example","waitingSince":"2026-03-02T09:00:01.033858+00:00"}','state=New round=1','default-20','26cfcc1b8d7bdf66ad0975e4be0a27e0',NULL,NULL,NULL,2,1,1772442001033858,1772442001033858,NULL,NULL,1772442001047504,NULL,'i-17.1',0);
INSERT INTO "Outbox" VALUES(33,'default',4,30,'awa',1,0,'Route','{"interactionId":"i-30","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Broken mug \uD83D\uDE22","from":"carla@cloud.example.com","waitingSince":"2026-03-02T09:00:01.053653+00:00"}','state=New round=1','default-33','30954ff2b61195896c770d670009a4d1',NULL,NULL,NULL,2,1,1772442001053653,1772442001053653,NULL,NULL,1772442001061151,NULL,'i-30.1',0);
INSERT INTO "Outbox" VALUES(58,'default',4,4,'awa',5,0,'Hold','{}','state=OnHold round=1','default-58','demo',NULL,NULL,NULL,2,1,1772442001170703,1772442001170703,NULL,NULL,1772442001210651,NULL,NULL,1);
INSERT INTO "Outbox" VALUES(61,'default',4,4,'mail',5,1,'SendMail','{"from":"support@example.org","recipients":["anna.lindqvist@mail.example.net"]}',NULL,'default-61','demo',60,NULL,NULL,2,1,1772442001170703,1772442001170703,NULL,NULL,1772442001214025,NULL,'m-60.eml',1);
INSERT INTO "Outbox" VALUES(70,'default',4,4,'awa',7,0,'Resume','{}','state=WorkInProgress round=1','default-70','cf4ed05360e643ebd4b3f9ceada169b4',NULL,NULL,NULL,2,1,1772442001327999,1772442001327999,NULL,NULL,1772442001351936,NULL,NULL,0);
INSERT INTO "Outbox" VALUES(80,'default',4,4,'awa',10,0,'End','{"stage":"Closed"}','round=1','default-80','wrap-up-timeout-4',NULL,NULL,NULL,2,1,1772442121364641,1772442121364641,NULL,NULL,1772442121395947,NULL,NULL,0);
INSERT INTO "Outbox" VALUES(95,'default',4,17,'awa',5,0,'Hold','{}','state=OnHold round=1','default-95','demo',NULL,NULL,NULL,2,1,1772442181380614,1772442181380614,NULL,NULL,1772442181391283,NULL,NULL,1);
INSERT INTO "Outbox" VALUES(98,'default',4,17,'mail',5,1,'SendMail','{"from":"support@example.org","recipients":["bert.muessig@firma.example"]}',NULL,'default-98','demo',97,NULL,NULL,2,1,1772442181380614,1772442181380614,NULL,NULL,1772442181391806,NULL,'m-97.eml',1);
INSERT INTO "Outbox" VALUES(108,'default',4,30,'awa',5,0,'End','{"stage":"Closed"}','round=1','default-108','demo',NULL,NULL,NULL,2,1,1772442181399850,1772442181399850,NULL,NULL,1772442181412829,NULL,NULL,1);
INSERT INTO "Outbox" VALUES(118,'default',4,17,'awa',7,0,'End','{"stage":"Closed"}','round=1','default-118','inactivity-closure-17',NULL,NULL,NULL,2,1,1772874181382771,1772874181382771,NULL,NULL,1772874181391237,NULL,NULL,0);
INSERT INTO "Outbox" VALUES(263,'default',1,260,'awa',1,0,'Route','{"interactionId":"i-260","round":1,"queue":"support","channelType":"Email","size":1,"skills":[],"preferredAgent":null,"preferredWait":"00:00:00","assignTo":null,"subject":"Still waiting to be routed","from":"dora@example.net","waitingSince":"2026-03-08T09:03:32.836382+00:00"}','state=New round=1','default-263','5978da98e5baf13beeba5bdb10b91e5f',NULL,NULL,NULL,0,0,1772960612836382,1772960612836382,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE "Participants" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Participants" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "ThreadId" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Role" INTEGER NOT NULL,
    "Address" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Agent" TEXT NULL,
    "SeenUpTo" INTEGER NOT NULL,
    "UndeliverableSince" INTEGER NULL,
    "AddedBy" TEXT NOT NULL,
    "AddedByMessage" INTEGER NULL,
    "AddedAt" INTEGER NOT NULL,
    "LeftAt" INTEGER NULL
);
INSERT INTO "Participants" VALUES(2,'default',1,1,1,0,'anna.lindqvist@mail.example.net','Anna Lindqvist',NULL,0,NULL,'mail',NULL,1772442000481948,NULL);
INSERT INTO "Participants" VALUES(15,'default',1,14,1,0,'bert.muessig@firma.example','Müßig, Bert',NULL,0,NULL,'mail',NULL,1772442001033858,NULL);
INSERT INTO "Participants" VALUES(28,'default',1,27,1,0,'carla@cloud.example.com','Carla Ibáñez',NULL,0,NULL,'mail',NULL,1772442001053653,NULL);
INSERT INTO "Participants" VALUES(258,'default',1,257,1,0,'dora@example.net','Dora',NULL,0,NULL,'mail',NULL,1772960612836382,NULL);
CREATE TABLE "People" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Role" INTEGER NULL
);
CREATE TABLE "Quarantine" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Quarantine" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "Reason" INTEGER NOT NULL,
    "Detail" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "MailKey" INTEGER NOT NULL,
    "CanonicalHash" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Decision" TEXT NULL
);
INSERT INTO "Quarantine" VALUES(40,'default',1,'support',0,'no address in From','04-no-sender.eml','','request',-6238597191377028284,X'3452C7B830A1DE2587EE438BAD761DA1E25A8FF4BE9FD60C9973CE5E7156AE8B',1772442001067195,0,'{"action":"quarantine","interactionId":null,"caseId":null,"caseNumber":null,"threadId":null,"refersTo":null,"matchedBy":"none","candidates":[],"conflicts":[],"visibility":"public","reopened":false,"acknowledge":false,"flags":[],"participantsAdded":[],"participantsRemoved":[],"reason":"NoSender: no address in From","messageId":"q-40","quarantineReason":"NoSender"}');
CREATE TABLE "RawMails" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RawMails" PRIMARY KEY,
    "Bytes" BLOB NOT NULL
);
INSERT INTO "RawMails" VALUES(3,X'44656C6976657265642D546F3A20737570706F7274406578616D706C652E6F72670D0A52656365697665643A20627920323030323A6130353A373130383A346239303A62303A3361313A633064653A3431207769746820534D545020696420636131366373703231323334356764623B0D0A20202020202020204D6F6E2C2032204D617220323032362030383A31343A3331202D303830302028505354290D0A52656365697665643A2066726F6D206D61696C2D6C66312D6634342E6D61696C2E6578616D706C652E6E657420286D61696C2D6C66312D6634342E6D61696C2E6578616D706C652E6E65742E205B3139322E302E322E34345D290D0A20202020202020206279206D782E6578616D706C652E6F726720776974682045534D545053206964207131322D32303032306131396134306330303030303062303035316632623331736F313138313B0D0A20202020202020204D6F6E2C203032204D617220323032362030383A31343A3330202D303830302028505354290D0A4D494D452D56657273696F6E3A20312E300D0A46726F6D3A20416E6E61204C696E647176697374203C616E6E612E6C696E647176697374406D61696C2E6578616D706C652E6E65743E0D0A446174653A204D6F6E2C2032204D617220323032362031373A31343A3139202B303130300D0A4D6573736167652D49443A203C43414B78376632513970336E563877315A7234745962364C683073446345674A6D3575586F54612B526B506957714E793141406D61696C2E6578616D706C652E6E65743E0D0A5375626A6563743A205768657265206973206D79206F726465722034383231333F0D0A546F3A20737570706F7274406578616D706C652E6F72670D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D2230303030303030303030303062316630633930363463326137376531220D0A0D0A2D2D303030303030303030303030623166306339303634633261373765310D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D225554462D38220D0A0D0A48656C6C6F2C0D0A0D0A49206F7264657265642074686520626C7565206465736B206C616D7020286F7264657220343832313329206E696E6520646179732061676F20616E642074686520747261636B696E670D0A70616765207374696C6C20736179732022696E207072657061726174696F6E222E20497420697320612062697274686461792070726573656E7420666F722053617475726461792E0D0A0D0A43616E20796F752074656C6C206D65207768656E2069742077696C6C206172726976652C206F722073686F756C6420492063616E63656C20616E642062757920697420696E20612073686F703F0D0A0D0A5468616E6B20796F752C0D0A416E6E61204C696E6471766973740D0A0D0A2D2D303030303030303030303030623166306339303634633261373765310D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D225554462D38220D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C646976206469723D3344226C7472223E3C6469763E48656C6C6F2C3C2F6469763E3C6469763E3C62723E3C2F6469763E3C6469763E49206F72646572656420746865203C623E626C75653D0D0A206465736B206C616D703C2F623E20286F7264657220343832313329206E696E6520646179732061676F20616E642074686520747261636B696E672070616765207374696C6C20736179733D0D0A202671756F743B696E207072657061726174696F6E2671756F743B2E20497420697320612062697274686461792070726573656E7420666F722053617475726461792E3C2F6469763E3C643D0D0A69763E3C62723E3C2F6469763E3C6469763E43616E20796F752074656C6C206D65207768656E2069742077696C6C206172726976652C206F722073686F756C6420492063616E63656C20613D0D0A6E642062757920697420696E20612073686F703F3C2F6469763E3C6469763E3C62723E3C2F6469763E3C6469763E5468616E6B20796F752C3C2F6469763E3C6469763E416E6E61204C696E3D0D0A6471766973743C2F6469763E3C2F6469763E0D0A0D0A2D2D303030303030303030303030623166306339303634633261373765312D2D0D0A');
INSERT INTO "RawMails" VALUES(16,X'52656365697665643A2066726F6D206F75742E6669726D612E6578616D706C6520283139322E302E322E383029206279206D782E6578616D706C652E6F726720283230332E302E3131332E35290D0A2077697468204D6963726F736F667420534D545020536572766572202876657273696F6E3D544C53315F322C206369706865723D544C535F45434448455F5253415F574954485F4145535F3235365F47434D5F534841333834290D0A2069642031352E312E323530372E33393B204D6F6E2C2032204D617220323032362031303A30323A3438202B303130300D0A46726F6D3A203D3F69736F2D383835392D313F513F4D3D46433D444669673D32435F426572743F3D203C626572742E6D756573736967406669726D612E6578616D706C653E0D0A546F3A2022737570706F7274406578616D706C652E6F726722203C737570706F7274406578616D706C652E6F72673E0D0A5375626A6563743A203D3F69736F2D383835392D313F513F526563686E756E675F323032362D303331313A5F66616C736368655F53743D4643636B7A61686C3F3D0D0A5468726561642D546F7069633A203D3F69736F2D383835392D313F513F526563686E756E675F323032362D303331313A5F66616C736368655F53743D4643636B7A61686C3F3D0D0A5468726561642D496E6465783A2041514863716B3776356D543071384731596B326258306C34623363565A773D3D0D0A446174653A204D6F6E2C2032204D617220323032362030393A30323A3431202B303030300D0A4D6573736167652D49443A203C564931505230394D42343132323541304337453944333146324238364345304131443937383940564931505230394D42343132322E65757270726430392E6669726D612E6578616D706C653E0D0A4163636570742D4C616E67756167653A2064652D44452C20656E2D55530D0A436F6E74656E742D4C616E67756167653A2064652D44450D0A582D4D532D4861732D4174746163683A207965730D0A582D4D532D544E45462D436F7272656C61746F723A0D0A582D4F726967696E6174696E672D49503A205B3139382E35312E3130302E32335D0D0A436F6E74656E742D547970653A206D756C7469706172742F6D697865643B0D0A09626F756E646172793D225F3030345F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F220D0A4D494D452D56657273696F6E3A20312E300D0A0D0A2D2D5F3030345F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F0D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B0D0A09626F756E646172793D225F3030305F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F220D0A0D0A2D2D5F3030305F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F0D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D2257696E646F77732D31323532220D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A477574656E205461672C0D0A0D0A64696520526563686E756E6720323032362D30333131207765697374207A7765692053743D4643686C65206175732C2067656C6965666572742077757264652061626572206E75722065693D0D0A6E65720D0A284C696566657273636865696E20766F6D2032342E2046656272756172292E2042697474652070723D464366656E205369652064617320756E642073636869636B656E20536965206D69720D0A65696E65206B6F72726967696572746520526563686E756E673B2064696520616C7465206C69656774206265692E0D0A0D0A4D697420667265756E646C696368656E2047723D46433D4446656E0D0A0D0A42657274204D3D46433D444669670D0A4D3D463662656C686175732047723D46363D444665202620533D4636686E65203D3936204275636868616C74756E670D0A0D0A2D2D5F3030305F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F0D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D2257696E646F77732D31323532220D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C68746D6C20786D6C6E733A6F3D33442275726E3A736368656D61732D6D6963726F736F66742D636F6D3A6F66666963653A6F66666963652220786D6C6E733A773D33442275726E3A73633D0D0A68656D61732D6D6963726F736F66742D636F6D3A6F66666963653A776F7264223E0D0A3C686561643E0D0A3C6D65746120687474702D65717569763D334422436F6E74656E742D547970652220636F6E74656E743D334422746578742F68746D6C3B20636861727365743D334457696E646F77732D313D0D0A323532223E0D0A3C7374796C653E3C212D2D20702E4D736F4E6F726D616C207B206D617267696E3A30636D3B20666F6E742D73697A653A31312E3070743B20666F6E742D66616D696C793A2243616C6962723D0D0A69222C73616E732D73657269663B207D202D2D3E3C2F7374796C653E0D0A3C2F686561643E0D0A3C626F6479206C616E673D3344224445223E0D0A3C64697620636C6173733D334422576F726453656374696F6E31223E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E477574656E205461672C3C6F3A703E3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E3C6F3A703E266E6273703B3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E64696520526563686E756E6720323032362D30333131207765697374207A7765692053743D4643686C65206175732C2067656C693D0D0A65666572742077757264652061626572206E75722065696E657220284C696566657273636865696E20766F6D2032342E2046656272756172292E2042697474652070723D464366656E20533D0D0A69652064617320756E642073636869636B656E20536965206D69722065696E65206B6F72726967696572746520526563686E756E673B2064696520616C7465206C69656774206265692E3C3D0D0A6F3A703E3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E3C6F3A703E266E6273703B3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E4D697420667265756E646C696368656E2047723D46433D4446656E3C6F3A703E3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E3C6F3A703E266E6273703B3C2F6F3A703E3C2F703E0D0A3C7020636C6173733D3344224D736F4E6F726D616C223E42657274204D3D46433D444669673C62723E4D3D463662656C686175732047723D46363D4446652026616D703B20533D4636686E3D0D0A65203D3936204275636868616C74756E673C6F3A703E3C2F6F3A703E3C2F703E0D0A3C2F6469763E0D0A3C2F626F64793E0D0A3C2F68746D6C3E0D0A0D0A2D2D5F3030305F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F2D2D0D0A0D0A2D2D5F3030345F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F0D0A436F6E74656E742D547970653A206170706C69636174696F6E2F7064663B206E616D653D223D3F69736F2D383835392D313F513F526563686E756E675F53743D4643686C655F323032362D303331312E7064663F3D220D0A436F6E74656E742D4465736372697074696F6E3A203D3F69736F2D383835392D313F513F526563686E756E675F53743D4643686C655F323032362D303331312E7064663F3D0D0A436F6E74656E742D446973706F736974696F6E3A206174746163686D656E743B0D0A0966696C656E616D653D223D3F69736F2D383835392D313F513F526563686E756E675F53743D4643686C655F323032362D303331312E7064663F3D223B2073697A653D3636383B0D0A096372656174696F6E2D646174653D224D6F6E2C203032204D617220323032362030383A35383A313220474D54223B0D0A096D6F64696669636174696F6E2D646174653D224D6F6E2C203032204D617220323032362030383A35383A313220474D54220D0A436F6E74656E742D5472616E736665722D456E636F64696E673A206261736536340D0A0D0A4A564245526930784C6A514B4D5341774947396961676F385043417656486C775A53417651324630595778765A7941765547466E5A584D674D69417749464967506A344B5A57356B62324A710D0A436A49674D434276596D6F4B504477674C315235634755674C3142685A32567A4943394C6157527A4946737A49444167556C30674C304E766457353049444567506A344B5A57356B62324A710D0A436A4D674D434276596D6F4B504477674C315235634755674C3142685A3255674C314268636D56756443417949444167556941765457566B6157464362336767577A41674D4341304D6A41670D0A4D6A6B3458534176513239756447567564484D674E434177494649674C314A6C63323931636D4E6C6379413850434176526D39756443413850434176526A45674E53417749464967506A34670D0A506A3467506A344B5A57356B62324A71436A51674D434276596D6F4B504477674C30786C626D6430614341784D6A4D67506A344B633352795A574674436B4A55494339474D5341784E4342550D0A5A6941304D4341794E444167564751674B464A6C593268756457356E494449774D6A59744D444D784D536B6756476F674D4341744D6A5167564751674B46427663326C3061573975494445360D0A49444967654341784E446B734D444167525656534B53425561694177494330794E4342555A43416F5232567A595731304F6941794F5467734D444167525656534B534255616942465641706C0D0A626D527A64484A6C5957304B5A57356B62324A71436A55674D434276596D6F4B504477674C315235634755674C305A76626E51674C314E31596E5235634755674C31523563475578494339430D0A59584E6C526D39756443417653475673646D563061574E684944342B436D56755A47396961677034636D566D436A41674E676F774D4441774D4441774D444177494459314E544D31494759670D0A436A41774D4441774D4441774D446B674D4441774D4441676269414B4D4441774D4441774D4441314F4341774D4441774D43427549416F774D4441774D4441774D544531494441774D4441770D0A49473467436A41774D4441774D4441794E4445674D4441774D4441676269414B4D4441774D4441774D4451784E5341774D4441774D43427549417030636D46706247567949447738494339540D0A6158706C494459674C314A76623351674D53417749464967506A344B63335268636E5234636D566D436A51344E516F6C4A55565052676F3D0D0A0D0A2D2D5F3030345F564931505230394D423431323235413043374539443331463242383643453041314439373839564931505230394D4234313232657572705F2D2D0D0A');
INSERT INTO "RawMails" VALUES(29,X'52656365697665643A2066726F6D2070763530703030696D2E636C6F75642E6578616D706C652E636F6D202870763530703030696D2E636C6F75642E6578616D706C652E636F6D205B3139322E302E322E3130315D290D0A096279206D782E6578616D706C652E6F72672028506F73746669782920776974682045534D54505320696420344631516D38336B71587A397350770D0A09666F72203C737570706F7274406578616D706C652E6F72673E3B204D6F6E2C202032204D617220323032362031393A34303A3036202B303130302028434554290D0A436F6E74656E742D547970653A20746578742F706C61696E3B0D0A09636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A46726F6D3A203D3F7574662D383F513F4361726C615F49623D43333D41313D43333D4231657A3F3D203C6361726C6140636C6F75642E6578616D706C652E636F6D3E0D0A4D696D652D56657273696F6E3A20312E302028312E30290D0A446174653A204D6F6E2C2032204D617220323032362031393A33393A3538202B303130300D0A5375626A6563743A203D3F7574662D383F513F42726F6B656E5F6D75675F3D46303D39463D39383D41323F3D0D0A4D6573736167652D49643A203C37433145304235322D394134342D344430432D423646332D32443545383141374333463940636C6F75642E6578616D706C652E636F6D3E0D0A546F3A20737570706F7274406578616D706C652E6F72670D0A582D4D61696C65723A206950686F6E65204D61696C20283232443732290D0A0D0A48692074686572652C0D0A0D0A746865206D75672066726F6D206D79206C617374206F72646572206172726976656420696E20746872656520706965636573203D46303D39463D39383D4132203D45323D38303D393320743D0D0A686520626F78207761732066696E652C20736F0D0A4920677565737320697420776173206E6F7420777261707065642077656C6C2E20436F756C642049206765742061206E6577206F6E653F204920646F6E3D45323D38303D393974206E65653D0D0A6420746865206F6C640D0A6F6E65206261636B2C206F6276696F75736C793D45323D38303D41360D0A0D0A4F72646572206E756D6265723A2034373939300D0A0D0A4361726C610D0A0D0A53656E742066726F6D206D79206950686F6E650D0A');
INSERT INTO "RawMails" VALUES(40,X'52656365697665643A2066726F6D20756E6B6E6F776E202848454C4F206C6F63616C686F73742920283139382E35312E3130302E3737290D0A096279206D782E6578616D706C652E6F7267207769746820534D54503B2032204D617220323032362032303A30313A3130202D303030300D0A546F3A20737570706F7274406578616D706C652E6F72670D0A5375626A6563743A20726571756573740D0A446174653A204D6F6E2C2032204D617220323032362032303A30313A3039202B303030300D0A4D6573736167652D49443A203C32303236303330323230303130392E343731312E716D61696C40756E6B6E6F776E3E0D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D75732D61736369690D0A0D0A506C656173652063616C6C206D65206261636B2061626F7574206D7920636F6E74726163742E0D0A');
INSERT INTO "RawMails" VALUES(60,X'446174653A204D6F6E2C203032204D617220323032362030393A30303A3031202B303030300D0A46726F6D3A20537570706F7274203C737570706F7274406578616D706C652E6F72673E0D0A5265706C792D546F3A20537570706F7274203C737570706F72742B636C6338376432706A6264732E622E6536647037346A6B6663376B7264336571406578616D706C652E6F72673E0D0A546F3A20416E6E61204C696E647176697374203C616E6E612E6C696E647176697374406D61696C2E6578616D706C652E6E65743E0D0A4D6573736167652D49443A203C636C6338376432706A6264732E622E622E65386E39613638776A6D767A623735686A406578616D706C652E6F72673E0D0A496E2D5265706C792D546F3A203C43414B78376632513970336E563877315A7234745962364C683073446345674A6D3575586F54612B526B506957714E793141406D61696C2E6578616D706C652E6E65743E0D0A5265666572656E6365733A203C43414B78376632513970336E563877315A7234745962364C683073446345674A6D3575586F54612B526B506957714E793141406D61696C2E6578616D706C652E6E65743E0D0A5375626A6563743A2052653A205768657265206973206D79206F726465722034383231333F205B434C4338374432504A4244535D0D0A582D436173652D5468726561643A20434C4338374432504A4244530D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D75732D61736369690D0A436F6E74656E742D5472616E736665722D456E636F64696E673A20376269740D0A0D0A4465617220416E6E612C0D0A0D0A796F7572206F7264657220686173206C656674207468652077617265686F75736520616E642077696C6C206265207769746820796F75206F6E204672696461792E0D0A0D0A4B696E6420726567617264730D0A537570706F72740D0A');
INSERT INTO "RawMails" VALUES(66,X'446174653A204D6F6E2C203032204D617220323032362030393A30303A3031202B303030300D0A46726F6D3A20416E6E61204C696E647176697374203C616E6E612E6C696E647176697374406D61696C2E6578616D706C652E6E65743E0D0A546F3A20537570706F7274203C737570706F72742B636C6338376432706A6264732E622E6536647037346A6B6663376B7264336571406578616D706C652E6F72673E0D0A4D6573736167652D49443A203C616E737765722D3630406D61696C2E6578616D706C652E6E65743E0D0A496E2D5265706C792D546F3A203C636C6338376432706A6264732E622E622E65386E39613638776A6D767A623735686A406578616D706C652E6F72673E0D0A5265666572656E6365733A203C43414B78376632513970336E563877315A7234745962364C683073446345674A6D3575586F54612B526B506957714E793141406D61696C2E6578616D706C652E6E65743E0D0A203C636C6338376432706A6264732E622E622E65386E39613638776A6D767A623735686A406578616D706C652E6F72673E0D0A5375626A6563743A2052653A205768657265206973206D79206F726465722034383231333F205B434C4338374432504A4244535D0D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A47726561742C207468616E6B20796F7521204672696461792069732066696E652E0D0A0D0A4F6E204D6F6E2C203032204D617220323032362030393A30303A303120474D542C20537570706F72742077726F74653A0D0A3E204465617220416E6E612C0D0A3E3D32300D0A3E20796F7572206F7264657220686173206C656674207468652077617265686F75736520616E642077696C6C206265207769746820796F75206F6E204672696461792E0D0A3E3D32300D0A3E204B696E6420726567617264730D0A3E20537570706F72740D0A3E3D32300D0A');
INSERT INTO "RawMails" VALUES(97,X'446174653A204D6F6E2C203032204D617220323032362030393A30333A3031202B303030300D0A46726F6D3A20537570706F7274203C737570706F7274406578616D706C652E6F72673E0D0A5265706C792D546F3A20537570706F7274203C737570706F72742B7336736D77677035686836732E622E6578743361726E7A677573677065336D67406578616D706C652E6F72673E0D0A546F3A203D3F7574662D383F513F4D3D43333D42433D43333D394669673D32435F426572743F3D203C626572742E6D756573736967406669726D612E6578616D706C653E0D0A4D6573736167652D49443A203C7336736D77677035686836732E622E622E653370343964616278626A33716A676437406578616D706C652E6F72673E0D0A496E2D5265706C792D546F3A203C564931505230394D42343132323541304337453944333146324238364345304131443937383940564931505230394D42343132322E65757270726430392E6669726D612E6578616D706C653E0D0A5265666572656E6365733A203C564931505230394D42343132323541304337453944333146324238364345304131443937383940564931505230394D42343132322E65757270726430392E6669726D612E6578616D706C653E0D0A5375626A6563743A2052653A20526563686E756E6720323032362D303331313A2066616C73636865203D3F7574662D383F513F53743D43333D4243636B7A61686C3F3D0D0A205B5336534D57475035484836535D0D0A582D436173652D5468726561643A205336534D57475035484836530D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D75732D61736369690D0A436F6E74656E742D5472616E736665722D456E636F64696E673A20376269740D0A0D0A4465617220426572742C0D0A0D0A7768696368206F66207468652074776F20696E766F6963657320646F20796F75206D65616E3F0D0A0D0A4B696E6420726567617264730D0A537570706F72740D0A');
INSERT INTO "RawMails" VALUES(259,X'46726F6D3A20446F7261203C646F7261406578616D706C652E6E65743E0D0A546F3A20737570706F7274406578616D706C652E6F72670D0A5375626A6563743A205374696C6C2077616974696E6720746F20626520726F757465640D0A4D6573736167652D49443A203C77616974696E67406578616D706C652E6E65743E0D0A446174653A204D6F6E2C2032204D617220323032362031303A30303A3030202B303030300D0A0D0A48656C6C6F0D0A');
CREATE TABLE "Receipts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Receipts" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "MessageId" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Queue" TEXT NOT NULL
);
CREATE TABLE "Segments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Segments" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "InteractionId" INTEGER NOT NULL,
    "Agent" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Code" TEXT NULL,
    "Source" INTEGER NULL,
    "Notes" TEXT NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "SubmittedAt" INTEGER NULL,
    "ConfirmedAt" INTEGER NULL,
    "AwaitingConfirmation" INTEGER NOT NULL,
    "AppliedLate" INTEGER NOT NULL
);
INSERT INTO "Segments" VALUES(77,'default',2,4,'ann',3,'issue_resolved',3,'',1772442001362452,1772442121364641,1772442121364641,0,0);
INSERT INTO "Segments" VALUES(107,'default',1,30,'ben',3,'task_created',1,'',1772442181399850,1772442181399850,1772442181399850,0,0);
INSERT INTO "Segments" VALUES(117,'default',1,17,'ann',3,'customer_inactivity',2,'',1772874181382771,1772874181382771,1772874181382771,0,0);
CREATE TABLE "Settings" (
    "Tenant" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("Tenant", "Key")
);
INSERT INTO "Settings" VALUES('default','clock.offset','-22838010899102');
CREATE TABLE "SigningKeys" (
    "Tenant" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Secret" BLOB NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "RetiredAt" INTEGER NULL,
    CONSTRAINT "PK_SigningKeys" PRIMARY KEY ("Tenant", "Id")
);
INSERT INTO "SigningKeys" VALUES('default','e',X'9EFE57BDDF0E8D6150FE194CEF68054DE89D13FAE25CC08F394E1F6F93ADB0DB',1795798590948989,NULL);
CREATE TABLE "SweepRuns" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SweepRuns" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Sweep" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Due" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL,
    "Skipped" INTEGER NOT NULL,
    "Failed" INTEGER NOT NULL,
    "Error" TEXT NULL
);
INSERT INTO "SweepRuns" VALUES(81,'default','wrap-up-timeout',1772442121364641,1795798592221018,1795798592235573,'',1,1,0,0,NULL);
INSERT INTO "SweepRuns" VALUES(119,'default','inactivity-closure',1772874181382771,1795798592308588,1795798592310969,'',1,1,0,0,NULL);
INSERT INTO "SweepRuns" VALUES(124,'default','wrap-up-timeout',1772960581423271,1795798592322375,1795798592322491,'',0,0,0,0,NULL);
INSERT INTO "SweepRuns" VALUES(125,'default','wrap-up-safety',1772960581423977,1795798592323081,1795798592323171,'',0,0,0,0,NULL);
INSERT INTO "SweepRuns" VALUES(126,'default','inactivity-closure',1772960581424626,1795798592323729,1795798592323777,'',0,0,0,0,NULL);
INSERT INTO "SweepRuns" VALUES(127,'default','resolved-to-closed',1772960581425319,1795798592324422,1795798592324475,'',0,0,0,0,NULL);
CREATE TABLE "Threads" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Threads" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "MailboxGroup" TEXT NOT NULL,
    "Token" TEXT NULL,
    "BareSubject" TEXT NOT NULL,
    "Sent" INTEGER NOT NULL,
    "Numbered" INTEGER NOT NULL,
    "ClientIndex" INTEGER NULL,
    "RedirectTo" INTEGER NULL,
    "Reopens" INTEGER NOT NULL,
    "ReopensFrom" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "LastActivityAt" INTEGER NOT NULL
);
INSERT INTO "Threads" VALUES(1,'default',3,'support','all','CLC87D2PJBDS','Where is my order 48213?',1,1,NULL,NULL,0,NULL,1772442000481948,1772442001327999);
INSERT INTO "Threads" VALUES(14,'default',2,'support','all','S6SMWGP5HH6S','Rechnung 2026-0311: falsche Stückzahl',1,1,3303854953816883961,NULL,0,NULL,1772442001033858,1772442181380614);
INSERT INTO "Threads" VALUES(27,'default',1,'support','all',NULL,'Broken mug 😢',0,1,NULL,NULL,0,NULL,1772442001053653,1772442001053653);
INSERT INTO "Threads" VALUES(257,'default',1,'support','all',NULL,'Still waiting to be routed',0,1,NULL,NULL,0,NULL,1772960612836382,1772960612836382);
CREATE TABLE "Transfers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Transfers" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "InteractionId" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "SourceQueue" TEXT NOT NULL,
    "SourceAgent" TEXT NULL,
    "TargetQueue" TEXT NULL,
    "TargetAgent" TEXT NULL,
    "RequestedBy" TEXT NOT NULL,
    "Inward" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "RequestedAt" INTEGER NOT NULL,
    "AcceptedAt" INTEGER NULL,
    "AssignedAt" INTEGER NULL,
    "EndedAt" INTEGER NULL,
    "DueAt" INTEGER NULL
);
CREATE TABLE "Uploads" (
    "Tenant" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Bytes" BLOB NOT NULL,
    "Size" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_Uploads" PRIMARY KEY ("Tenant", "Hash")
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20260101000000_Initial','10.0.14');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE INDEX "Threads_ClientIndex" ON "Threads" ("ClientIndex") WHERE "ClientIndex" IS NOT NULL;
CREATE INDEX "Threads_RedirectTo" ON "Threads" ("RedirectTo") WHERE "RedirectTo" IS NOT NULL;
CREATE UNIQUE INDEX "Threads_Token" ON "Threads" ("Tenant", "Token") WHERE "Token" IS NOT NULL;
CREATE INDEX "Participants_Thread" ON "Participants" ("ThreadId");
CREATE INDEX "People_Address" ON "People" ("Tenant", "Address");
CREATE INDEX "Due_Interactions_InactivityDue" ON "Interactions" ("Tenant", "InactivityDue") WHERE "InactivityDue" IS NOT NULL;
CREATE INDEX "Due_Interactions_SafetyDue" ON "Interactions" ("Tenant", "SafetyDue") WHERE "SafetyDue" IS NOT NULL;
CREATE INDEX "Due_Interactions_WrapUpDue" ON "Interactions" ("Tenant", "WrapUpDue") WHERE "WrapUpDue" IS NOT NULL;
CREATE INDEX "Interactions_RefersTo" ON "Interactions" ("RefersTo") WHERE "RefersTo" IS NOT NULL;
CREATE INDEX "Interactions_Case" ON "Interactions" ("CaseId") WHERE "CaseId" IS NOT NULL;
CREATE INDEX "Interactions_Thread" ON "Interactions" ("ThreadId") WHERE "ThreadId" IS NOT NULL;
CREATE UNIQUE INDEX "Cases_Number" ON "Cases" ("Tenant", "Number");
CREATE INDEX "Cases_Thread" ON "Cases" ("ThreadId") WHERE "ThreadId" IS NOT NULL;
CREATE INDEX "Cases_FollowUpOf" ON "Cases" ("FollowUpOf") WHERE "FollowUpOf" IS NOT NULL;
CREATE INDEX "Due_Cases_CloseDue" ON "Cases" ("Tenant", "CloseDue") WHERE "CloseDue" IS NOT NULL;
CREATE INDEX "CaseMerges_Source" ON "CaseMerges" ("SourceId");
CREATE INDEX "Segments_Interaction" ON "Segments" ("InteractionId");
CREATE INDEX "Due_Transfers_DueAt" ON "Transfers" ("Tenant", "DueAt") WHERE "DueAt" IS NOT NULL;
CREATE INDEX "Transfers_Interaction" ON "Transfers" ("InteractionId");
CREATE INDEX "Activities_Case" ON "Activities" ("CaseId") WHERE "CaseId" IS NOT NULL;
CREATE INDEX "Activities_Interaction" ON "Activities" ("InteractionId") WHERE "InteractionId" IS NOT NULL;
CREATE INDEX "Notifications_Agent" ON "Notifications" ("Tenant", "Agent");
CREATE INDEX "Messages_Case" ON "Messages" ("CaseId") WHERE "ThreadId" IS NULL AND "CaseId" IS NOT NULL;
CREATE INDEX "Messages_Interaction" ON "Messages" ("InteractionId") WHERE "ThreadId" IS NULL AND "InteractionId" IS NOT NULL;
CREATE UNIQUE INDEX "Messages_MailKey" ON "Messages" ("MailKey", "CanonicalHash", "Tenant") WHERE "MailKey" <> 0;
CREATE INDEX "Messages_Thread" ON "Messages" ("ThreadId") WHERE "ThreadId" IS NOT NULL;
CREATE INDEX "AutomaticSent_Address" ON "AutomaticSent" ("AddressHash", "At");
CREATE INDEX "AutomaticSent_At" ON "AutomaticSent" ("Tenant", "At");
CREATE INDEX "Receipts_Message" ON "Receipts" ("MessageId");
CREATE INDEX "Quarantine_MailKey" ON "Quarantine" ("MailKey") WHERE "State" = 0;
CREATE INDEX "Outbox_Lane" ON "Outbox" ("InteractionId", "Destination", "LaneVersion", "LaneNumber") WHERE "State" IN (0, 1, 3);
CREATE INDEX "Outbox_Ready" ON "Outbox" ("Tenant", "Destination", "Priority" DESC, "NotBefore", "Id") WHERE "State" IN (0, 1);
CREATE INDEX "ExternalRefs_ExternalId" ON "ExternalRefs" ("Instance", "ExternalId");
CREATE INDEX "ExternalRefs_Interaction" ON "ExternalRefs" ("InteractionId");
CREATE INDEX "CapacityEntries_Agent" ON "CapacityEntries" ("Tenant", "Agent");
CREATE INDEX "Inbox_Pending" ON "Inbox" ("Tenant", "Instance", "NotBefore", "Sequence") WHERE "State" = 0;
CREATE INDEX "Inbox_PendingItem" ON "Inbox" ("Tenant", "Instance", "ExternalId") WHERE "State" = 0;
CREATE INDEX "Due_InstanceDocuments_DueAt" ON "InstanceDocuments" ("Tenant", "DueAt") WHERE "DueAt" IS NOT NULL;
CREATE INDEX "AuditEntries_At" ON "AuditEntries" ("Tenant", "At");
CREATE INDEX "SweepRuns_Sweep" ON "SweepRuns" ("Tenant", "Sweep");
COMMIT;
