using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Writing;

public abstract class DossierTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    public async Task LookUp_Interaction_BringsEverythingOfItsThread()
    {
        await StoreAsync(
            Samples.Thread(10), Samples.Participant(11, 10), Samples.Interaction(1, thread: 10), Samples.Interaction(2, thread: 10, caseId: 21), Samples.Interaction(3, thread: 99),
            Samples.Case(20, 1, thread: 10), Samples.Case(21, 2), Samples.Case(22, 3), Samples.Mail(31, 10, key: 5, interaction: 1),
            new WrapUpSegment { Id = 41, Tenant = "default", InteractionId = 2, State = SegmentState.Open }, new WrapUpSegment { Id = 42, Tenant = "default", InteractionId = 2, State = SegmentState.Confirmed },
            new Transfer { Id = 51, Tenant = "default", InteractionId = 1, State = TransferState.Requested }, new Transfer { Id = 52, Tenant = "default", InteractionId = 1, State = TransferState.Refused });
        var dossier = (await LookUpAsync(new LookUp.Interaction(1))).Dossier!;
        Assert.Equal(10, dossier.Thread!.Id);
        Assert.Equal([11], dossier.Participants.Select(r => r.Id));
        Assert.Equal([1, 2], dossier.Interactions.Select(r => r.Id));
        Assert.Equal([20, 21], dossier.Cases.Select(r => r.Id));
        Assert.Equal([41, 42], dossier.Segments.Select(r => r.Id));
        Assert.Equal([51], dossier.Transfers.Select(r => r.Id));
        Assert.Equal([31], dossier.Mails.Select(r => r.Id));
    }

    [Fact]
    public async Task LookUp_MoreThanTwentyMails_BringsTheLastOldestFirst()
    {
        await StoreAsync([Samples.Thread(10), Samples.Interaction(1, thread: 10), .. Enumerable.Range(1, 30).Select(n => Samples.Mail(100 + n, 10, key: n))]);
        var dossier = (await LookUpAsync(new LookUp.Interaction(1))).Dossier!;
        Assert.Equal(Enumerable.Range(111, 20).Select(n => (long)n), dossier.Mails.Select(m => m.Id));
    }

    [Fact]
    public async Task LookUp_RedirectedThread_StandsAsItsFinalTarget()
    {
        await StoreAsync(Samples.Thread(10, redirect: 11), Samples.Thread(11, redirect: 12), Samples.Thread(12), Samples.Interaction(1, thread: 10), Samples.Interaction(2, thread: 12));
        foreach (var id in (long[])[1, 2])
        {
            var dossier = (await LookUpAsync(new LookUp.Interaction(id))).Dossier!;
            Assert.Equal(12, dossier.Thread!.Id);
            Assert.Equal([1, 2], dossier.Interactions.Select(r => r.Id));
        }
    }

    [Fact]
    public async Task LookUp_ThreadsRedirectInACircle_Ends()
    {
        await StoreAsync(Samples.Thread(10, redirect: 11), Samples.Thread(11, redirect: 10), Samples.Interaction(1, thread: 11));
        Assert.Equal(10, (await LookUpAsync(new LookUp.Interaction(1))).Dossier!.Thread!.Id);
    }

    [Fact]
    public async Task LookUp_MergedCase_StandsAsItsFinalTarget()
    {
        await StoreAsync(Samples.Case(20, 1, mergedInto: 21), Samples.Case(21, 2, mergedInto: 22), Samples.Case(22, 3), Samples.Interaction(1, caseId: 20));
        Assert.Equal([22], (await LookUpAsync(new LookUp.Interaction(1))).Dossier!.Cases.Select(c => c.Id));
        Assert.Equal([22], (await LookUpAsync(new LookUp.Case(20))).Dossier!.Cases.Select(c => c.Id));
    }

    [Fact]
    public async Task LookUp_Mail_FindsTheMailItself_WhatItNames_TokensNumbersAndIndex()
    {
        await StoreAsync(
            Samples.Thread(10, token: "ABCDEFGHJK23"), Samples.Thread(11) with { ClientIndex = 77, Missing = "999" }, Samples.Missing(12, 999, thread: 11), Samples.Interaction(1, thread: 10), Samples.Interaction(2, thread: 11),
            Samples.Case(20, 1042), Samples.Mail(31, 10, key: 500), Samples.Mail(32, 11, key: -600));
        var known = await LookUpAsync(new LookUp.Mail(new() { Own = 500, Named = [-600, 999], ThreadTokens = ["ABCDEFGHJK23", "ZZZZZZZZZZZ2"], CaseNumbers = [1042, 5], ClientIndex = 77 }));
        Assert.Equal([31], known.SameMail.Select(m => m.Id));
        Assert.Equal([32], known.NamedMessages.Select(m => m.Id));
        Assert.Equal(["id:10", "id:11", "awaits:999", "token:ABCDEFGHJK23", "index:77", "case:1042"], known.Hits.Select(h => h.Key));
        Assert.Equal([10, 11, 11, 10, 11, null], known.Hits.Select(h => h.Dossier.Thread?.Id));
        Assert.Same(known.Hits[0].Dossier, known.Hits[3].Dossier);
        Assert.Equal([1], known.Hits[0].Dossier.Interactions.Select(i => i.Id));
        Assert.Equal([20], known.Hits[5].Dossier.Cases.Select(c => c.Id));
    }

    [Fact]
    public async Task LookUp_MailNobodyKnows_BringsNothing()
    {
        await StoreAsync(Samples.Thread(10), Samples.Mail(31, 10, key: 500));
        var known = await LookUpAsync(new LookUp.Mail(new() { Own = 501, Named = [502] }));
        Assert.Equal((0, 0, 0), (known.SameMail.Count, known.NamedMessages.Count, known.Hits.Count));
    }

    [Fact]
    public async Task LookUp_OutboxRow_BringsTheDossierOfItsInteraction()
    {
        await StoreAsync(Samples.Interaction(1), Samples.Outbox(70, interaction: 1));
        var known = await LookUpAsync(new LookUp.Outbox(70));
        Assert.Equal((70, 1), (known.Outbox!.Id, known.Dossier!.Interactions.Single().Id));
    }

    /// <summary>By our id or the vendor's, on a thread that leads to another or on none: what is not done with, in the order it will leave.</summary>
    [Fact]
    public async Task LookUp_WithItsLane_BringsTheCallsStillToBeMadeThere()
    {
        await StoreAsync(
            Samples.Thread(10, redirect: 11), Samples.Thread(11), Samples.Interaction(1, thread: 10), Samples.Interaction(2),
            new ExternalRef { Id = 60, Tenant = "default", InteractionId = 1, Instance = "awa", ExternalId = "x", Round = 1, From = Samples.Now },
            Call(70, 1, lane: 4, "Resume"), Call(71, 1, lane: 3, "Hold") with { State = OutboxState.Dead, DeadSince = Samples.Now }, Call(72, 1, lane: 2, "Route") with { State = OutboxState.Done, DoneAt = Samples.Now },
            Call(73, 1, lane: 5, "Hold", "cloud"), Call(74, 2, lane: 2, "Hold") with { State = OutboxState.Started }, Call(75, 1, lane: 4, "Hold") with { LaneNumber = 1 });
        LaneCall[] lane = [new("Hold", OutboxState.Dead), new("Resume", OutboxState.Waiting), new("Hold", OutboxState.Waiting)];
        Assert.Equal(lane, (await LookUpAsync(new LookUp.Interaction(1, Lane: "awa"))).Lane);
        Assert.Equal(lane, (await LookUpAsync(new LookUp.External("awa", "x"))).Lane);
        Assert.Equal([new("Hold", OutboxState.Started)], (await LookUpAsync(new LookUp.Interaction(2, Lane: "awa"))).Lane);
        Assert.Empty((await LookUpAsync(new LookUp.Interaction(1))).Lane);
    }

    private static OutboxRow Call(long id, long interaction, long lane, string operation, string destination = "awa") => Samples.Outbox(id, interaction, lane, destination) with { Operation = operation };

    [Fact]
    public async Task LookUp_OtherTenant_IsNotSeen()
    {
        await StoreAsync(Samples.Interaction(1) with { Tenant = "other" }, Samples.Thread(10, token: "ABCDEFGHJK23") with { Tenant = "other" });
        Assert.Null((await LookUpAsync(new LookUp.Interaction(1))).Dossier);
        Assert.Empty((await LookUpAsync(new LookUp.Mail(new() { Own = 1, ThreadTokens = ["ABCDEFGHJK23"] }))).Hits);
    }
}

public sealed class DossierOnSqliteTests() : DossierTests(new SqlitePlace());

public sealed class DossierOnPostgresTests(PostgresServer server) : DossierTests(new PostgresPlace(server));
