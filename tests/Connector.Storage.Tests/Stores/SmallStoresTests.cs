using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Storage.Rows;
using Connector.Storage.Stores;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class SmallStoresTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    public async Task Due_PagesOfEachKind_AndTheNextInstantOverAll()
    {
        await StoreAsync(
            Samples.Interaction(1) with { InactivityDue = Samples.Now }, Samples.Interaction(2) with { InactivityDue = Samples.Now.AddHours(1) },
            Samples.Interaction(3) with { InactivityDue = Samples.Now.AddHours(-1), WrapUpDue = Samples.Now.AddMinutes(7) }, Samples.Case(20, 1) with { CloseDue = Samples.Now.AddDays(1) },
            new Transfer { Id = 30, Tenant = "default", InteractionId = 1, DueAt = Samples.Now.AddMinutes(9) });
        Assert.Equal([1, 3], await Store.Due.PageAsync(DueKind.Inactivity, Samples.Now, 0, 10, Cancellation));
        Assert.Equal([3], await Store.Due.PageAsync(DueKind.Inactivity, Samples.Now, 1, 10, Cancellation));
        Assert.Empty(await Store.Due.PageAsync(DueKind.Safety, Samples.Now, 0, 10, Cancellation));
        Assert.Equal(Samples.Now.AddMinutes(7), await Store.Due.NextInstantAsync(Samples.Now, Cancellation));
        Assert.Equal(Samples.Now.AddMinutes(9), await Store.Due.NextInstantAsync(Samples.Now.AddMinutes(7), Cancellation));
        await StoreAsync(Samples.Outbox(50, 1) with { NotBefore = Samples.Now.AddMinutes(8) });
        Assert.Equal(Samples.Now.AddMinutes(8), await Store.Due.NextInstantAsync(Samples.Now.AddMinutes(7), Cancellation));
        Assert.Null(await Store.Due.NextInstantAsync(Samples.Now.AddDays(2), Cancellation));
    }

    [Fact]
    public async Task Status_BeatReplacesTheLast_AndCapabilitiesOutliveTheHost()
    {
        var beat = new HostHeartbeat { Tenant = "default", Host = "a", StartedAt = Samples.Now, At = Samples.Now };
        var status = new InstanceStatus { Tenant = "default", Host = "a", Instance = "awa", State = "Running", Capabilities = (long)Capability.Hold, At = Samples.Now };
        await Store.Status.BeatAsync(beat, [status, status with { Instance = "old" }], cancellation: Cancellation);
        await Store.Status.BeatAsync(beat with { At = Samples.Now.AddSeconds(1) }, [status], cancellation: Cancellation);
        Assert.Equal(Samples.Now.AddSeconds(1), (await Store.Status.HostsAsync(Cancellation)).Single().At);
        Assert.Equal(["awa"], (await Store.Status.InstancesAsync(Cancellation)).Select(i => i.Instance));
        Assert.Equal(Capability.Hold, (await Store.Status.CapabilitiesAsync(Cancellation))["AWA"]);
    }

    [Fact]
    public async Task Status_WantedChanges_AddUp()
    {
        await Store.Status.WantAsync("awa", w => w with { Paused = true }, "root", Samples.Now, cancellation: Cancellation);
        await Store.Status.WantAsync("awa", w => w with { Restarts = w.Restarts + 1 }, "root", Samples.Now, cancellation: Cancellation);
        var wanted = (await Store.Status.DesiredAsync(Cancellation)).Single();
        Assert.Equal((null, true, 1), (wanted.Enabled, wanted.Paused, wanted.Restarts));
    }

    [Fact]
    public async Task Automatic_WhatNoCapCountsAnyMore_IsForgottenAndTheRestStays()
    {
        AutomaticSent Sent(long id, TimeSpan ago) => new() { Id = id, Tenant = "default", AddressHash = 7, At = Samples.Now - ago };
        await StoreAsync(Sent(1, AutomaticTraffic.Longest + TimeSpan.FromSeconds(1)), Sent(2, AutomaticTraffic.Longest), Sent(3, TimeSpan.Zero));
        Assert.Equal(1, await Store.Automatic.ForgetAsync(Samples.Now, Cancellation));
        Assert.Equal(0, await Store.Automatic.ForgetAsync(Samples.Now, Cancellation));
        await using var db = Store.Read();
        Assert.Equal([2L, 3L], db.AutomaticSent.Select(r => r.Id).Order().ToList());
    }

    [Fact]
    public async Task SweepRuns_IdleOnes_AreKeptOnlyAsTheLatest()
    {
        foreach (var due in (int[])[0, 3, 0, 0]) await Store.SweepRuns.AddAsync(new SweepRun { Tenant = "default", Sweep = "inactivity-closure", Due = due }, cancellation: Cancellation);
        Assert.Equal([0, 3], (await Store.SweepRuns.LastAsync("inactivity-closure", 10, Cancellation)).Select(r => r.Due));
    }

    [Fact]
    public async Task Uploads_SameContentTwice_IsStoredOnce()
    {
        var first = await Store.Uploads.AddAsync([1, 2, 3], Samples.Now, Cancellation);
        Assert.Equal(first, await Store.Uploads.AddAsync([1, 2, 3], Samples.Now.AddDays(1), Cancellation));
        Assert.Equal([1, 2, 3], await Store.Uploads.GetAsync(first, Cancellation));
        Assert.Null(await Store.Uploads.GetAsync("unknown", Cancellation));
    }

    [Fact]
    public async Task Cursors_Set_AreRead_AndReset()
    {
        await Store.Cursors.SetAsync("genesys", "page-7", "poll", Samples.Now, cancellation: Cancellation);
        Assert.Equal("page-7", (await Store.Cursors.GetAsync("genesys", Cancellation))!.Value);
        await Store.Cursors.SetAsync("genesys", null, "root", Samples.Now, cancellation: Cancellation);
        Assert.Null((await Store.Cursors.ListAsync(Cancellation)).Single().Value);
    }

    [Fact]
    public async Task Audit_Pages_NewestFirst()
    {
        for (var n = 1; n <= 3; n++) await Store.Audit.AddAsync(Samples.Now.AddMinutes(n), "root", "pause", $"awa{n}", cancellation: Cancellation);
        var page = await Store.Audit.PageAsync(null, 2, Cancellation);
        Assert.Equal(["awa3", "awa2"], page.Select(e => e.Target));
        Assert.Equal(["awa1"], (await Store.Audit.PageAsync(page[^1].Id, 2, Cancellation)).Select(e => e.Target));
    }

    [Fact]
    public async Task Idempotency_StoredBesideTheCommand_SecondCallStoresNothing()
    {
        var record = new IdempotencyRecord { Tenant = "default", Key = "k", Request = "r", Status = 200, Answer = "{}", At = Samples.Now };
        var handling = new Connector.Storage.Writing.Handling(Connector.Storage.Writing.Urgency.Command, Beside: (_, _) => [record]);
        await Path.HandleAsync(Asked.Storing(Samples.Interaction(1)), handling, Cancellation);
        await Assert.ThrowsAsync<StoreConflictException>(() => Path.HandleAsync(Asked.Storing(Samples.Interaction(2)), handling, Cancellation));
        Assert.Equal(record, await Store.Idempotency.FindAsync("k", Cancellation));
        Assert.False(await Store.Idempotency.AnswerAsync(record with { Answer = "other" }, Cancellation));
        Assert.Null((await LookUpAsync(new Connector.Engine.Door.LookUp.Interaction(2))).Dossier);
        Assert.Equal(0, await Store.Idempotency.ForgetAsync(Samples.Now.AddDays(7), Cancellation));
        Assert.Equal(1, await Store.Idempotency.ForgetAsync(Samples.Now.AddDays(7).AddSeconds(1), Cancellation));
    }

    [Fact]
    public async Task Idempotency_AnswerFollowsTheCommand_IsKeptOnce()
    {
        var record = new IdempotencyRecord { Tenant = "default", Key = "k", Request = "r", Answer = "what it came to", At = Samples.Now };
        await Path.HandleAsync(Asked.Storing(Samples.Interaction(1)), new Connector.Storage.Writing.Handling(Connector.Storage.Writing.Urgency.Command, Beside: (_, _) => [record]), Cancellation);
        var answered = record with { Status = 200, Answer = "{}" };
        Assert.True(await Store.Idempotency.AnswerAsync(answered, Cancellation));
        Assert.False(await Store.Idempotency.AnswerAsync(answered with { Answer = "other" }, Cancellation));
        Assert.Equal(answered, await Store.Idempotency.FindAsync("k", Cancellation));
        Assert.True(await Store.Idempotency.AnswerAsync(answered with { Key = "of no command" }, Cancellation));
    }

    [Fact]
    [Trait("Requirement", "H23")]
    public async Task OutboxQueries_GroupFindAndDepth_TellWhatFailedAndWhy()
    {
        await StoreAsync(
            Samples.Outbox(1, 1) with { State = OutboxState.Dead, DeadSince = Samples.Now, Error = "refused" }, Samples.Outbox(2, 2) with { State = OutboxState.Dead, DeadSince = Samples.Now, Error = "refused" },
            Samples.Outbox(3, 3) with { State = OutboxState.Dead, DeadSince = Samples.Now, Error = "unknown queue" }, Samples.Outbox(4, 4), Samples.Outbox(5, 5) with { State = OutboxState.Done });
        var groups = await Store.OutboxQueries.GroupAsync(new(State: OutboxState.Dead), Cancellation);
        Assert.Equal([("refused", 2), ("unknown queue", 1)], groups.Select(g => (g.Error!, g.Count)));
        Assert.Equal([1, 2], (await Store.OutboxQueries.FindAsync(new(Error: "refused"), 0, 10, Cancellation)).Select(r => r.Id));
        Assert.Equal(("awa", 1, 0, 3), (await Store.OutboxQueries.DepthAsync(Cancellation)).Select(d => (d.Destination, d.Waiting, d.Started, d.Dead)).Single());
    }

    [Fact]
    public async Task ReleaseOrphansAsync_HoldersGone_AreFreeAtOnce_OthersKeepTheirs()
    {
        await StoreAsync(Samples.Outbox(1, 1), Samples.Outbox(2, 2));
        await Store.Outbox.ClaimAsync("awa", 1, Samples.Now, "gone", TimeSpan.FromHours(1), Cancellation);
        await Store.Outbox.ClaimAsync("awa", 1, Samples.Now, "here", TimeSpan.FromHours(1), Cancellation);
        Assert.Equal(1, await Store.Outbox.ReleaseOrphansAsync(["here"], Cancellation));
        Assert.Equal([1], (await Store.Outbox.ClaimAsync("awa", 10, Samples.Now, "here", TimeSpan.FromHours(1), Cancellation)).Rows.Select(r => r.Id));
    }
}

public sealed class SmallStoresOnSqliteTests() : SmallStoresTests(new SqlitePlace());

public sealed class SmallStoresOnPostgresTests(PostgresServer server) : SmallStoresTests(new PostgresPlace(server));
