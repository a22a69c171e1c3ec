using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Tests.Writing;

public abstract class WritePathTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    public async Task HandleAsync_RecordInAnotherVersionThanExpected_DecidesNothing()
    {
        await StoreAsync(Samples.Interaction(1));
        var decided = 0;
        Asked Change() => Asked.Of(new LookUp.Interaction(1), (known, _) =>
        {
            decided++;
            return new(new Answer.Done()) { Updates = [known.Dossier!.Interaction(1) with { Subject = $"changed {decided}" }] };
        });
        Handling Expecting(params long[] versions) => new(Urgency.Command, Expected: new(typeof(Connector.Engine.Interactions.Interaction), 1, versions));
        await Path.HandleAsync(Change(), Expecting(1), Cancellation);
        Assert.Equal(2, (await Assert.ThrowsAsync<VersionUnexpectedException>(() => Path.HandleAsync(Change(), Expecting(1), Cancellation))).Version);
        Assert.Null((await Assert.ThrowsAsync<VersionUnexpectedException>(() => Path.HandleAsync(Change(), new Handling(Urgency.Command, Expected: new(typeof(Connector.Engine.Cases.Case), 1, [1])), Cancellation))).Version);
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await Path.HandleAsync(Change(), Expecting(2), Cancellation);
                return 1;
            }
            catch (VersionUnexpectedException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, together.Sum());
    }

    [Fact]
    public async Task HandleAsync_ColumnThatMustHaveAValue_IsNotCalledADoubledKey()
    {
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => StoreAsync(Samples.Interaction(1) with { Subject = null! }));
        Assert.IsNotType<StoreConflictException>(wrong);
        Assert.Contains("Subject", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandleAsync_NewRecord_IsReadBackEqualInVersionOne()
    {
        var stored = Samples.Interaction(1) with { InactivityDue = Samples.Now.AddDays(5), Owner = "ann", CodeSource = CodeSource.Agent, Subject = "Grüße \"x\" 'y' $1 ?" };
        await StoreAsync(stored);
        var dossier = (await LookUpAsync(new LookUp.Interaction(1))).Dossier!;
        Assert.Equal(stored with { Version = 1 }, dossier.Interactions.Single());
        await using var db = Store.Read();
        Assert.Equal(stored with { Version = 1 }, await db.Interactions.SingleAsync(i => i.InactivityDue <= Samples.Now.AddDays(5), Cancellation));
    }

    [Fact]
    public async Task HandleAsync_Change_RaisesVersionByOne()
    {
        await StoreAsync(Samples.Interaction(1));
        await ChangeAsync(i => i with { Owner = "ann", State = InteractionState.WorkInProgress });
        await ChangeAsync(i => i with { Owner = null });
        var now = (await LookUpAsync(new LookUp.Interaction(1))).Dossier!.Interaction(1);
        Assert.Equal(Samples.Interaction(1) with { Version = 3, State = InteractionState.WorkInProgress }, now);
    }

    [Fact]
    public async Task HandleAsync_StaleVersion_StoresNothing()
    {
        await StoreAsync(Samples.Interaction(1));
        var stale = Samples.Interaction(1) with { Version = 7, Owner = "ann" };
        await Assert.ThrowsAsync<StoreConflictException>(() => Path.HandleAsync(
            Asked.Of(_ => new Outcome(new Answer.Done()) { Inserts = [Samples.Interaction(2)], Updates = [stale] }), Urgency.Command, Cancellation));
        Assert.Null((await LookUpAsync(new LookUp.Interaction(2))).Dossier);
        Assert.Null((await LookUpAsync(new LookUp.Interaction(1))).Dossier!.Interaction(1).Owner);
    }

    [Fact]
    public async Task HandleAsync_RulesThrow_StoresNothingAndGoesOn()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Path.HandleAsync(Asked.Of(_ => throw new InvalidDataException("poison")), Urgency.Mail, Cancellation));
        await StoreAsync(Samples.Interaction(1));
        Assert.NotNull((await LookUpAsync(new LookUp.Interaction(1))).Dossier);
    }

    [Fact]
    public async Task HandleAsync_PoisonAmongOthers_FailsAlone()
    {
        await StoreAsync(Samples.Interaction(5));
        var all = Enumerable.Range(1, 20).Select(n => Path.HandleAsync(Asked.Storing(Samples.Interaction(100 + n), Samples.Interaction(n)), Urgency.Mail, Cancellation)).ToList();
        var failed = new List<int>();
        for (var n = 0; n < all.Count; n++)
            if (await Record.ExceptionAsync(() => all[n]) is not null) failed.Add(n + 1);
        Assert.Equal([5], failed);
        await using var db = Store.Read();
        Assert.Equal(39, await db.Interactions.CountAsync(Cancellation));
        Assert.False(await db.Interactions.AnyAsync(i => i.Id == 105, Cancellation));
    }

    [Fact]
    [Trait("Requirement", "R010")]
    public async Task HandleAsync_ThousandCasesAtOnce_HaveDistinctRisingNumbers()
    {
        var made = Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Path.HandleAsync(
            Asked.Of(given => new Outcome(new Answer.Done()) { Inserts = [Samples.Case(given.Fresh.Id(), given.Fresh.CaseNumber())] }), Urgency.Command, Cancellation)));
        await Task.WhenAll(made);
        await using var db = Store.Read();
        var numbers = await db.Cases.Select(c => c.Number).Distinct().ToListAsync(Cancellation);
        Assert.Equal(1000, numbers.Count);
    }

    [Fact]
    public async Task DryRunAsync_LaterInputsSeeEarlierOnes_AndNothingStays()
    {
        var outcomes = await Path.DryRunAsync([
            Asked.Storing(Samples.Interaction(1)),
            Asked.Of(new LookUp.Interaction(1), (known, _) => new(new Answer.Done(known.Dossier?.Interactions.Count))),
        ], Cancellation);
        Assert.Equal(new Answer.Done(1), outcomes[1].Answer);
        Assert.Null((await LookUpAsync(new LookUp.Interaction(1))).Dossier);
    }

    [Fact]
    public async Task HandleAllAsync_SeveralInputsOfOneThread_EachSeesTheEarlierOnes()
    {
        await StoreAsync(Samples.Thread(10), Samples.Interaction(1, thread: 10), Samples.Interaction(2, thread: 10), Samples.Thread(11), Samples.Interaction(3, thread: 11), Samples.Interaction(4));
        Asked Growing(long id) => Asked.Of(new LookUp.Interaction(id), (known, _) => new(new Answer.Done(known.Dossier!.Interactions.Sum(i => i.Size)))
        {
            Updates = [known.Dossier.Interaction(id) with { Size = known.Dossier.Interaction(id).Size + 1 }],
        });
        var outcomes = await Path.HandleAllAsync([Growing(1), Growing(2), Growing(3), Growing(1), Growing(4), Growing(4)], Urgency.Sweep, Cancellation);
        Assert.Equal([2, 3, 1, 4, 1, 2], outcomes.Select(o => (int)((Answer.Done)o.Answer).Result!));
    }

    [Fact]
    public async Task HandleAllAsync_ResultsOfSeveralCalls_EachSeesItsRowAndConversationAsTheEarlierOnesLeftThem()
    {
        await StoreAsync(Samples.Thread(10), Samples.Interaction(1, thread: 10), Samples.Interaction(2, thread: 10), Samples.Interaction(3),
            Samples.Outbox(21, 1), Samples.Outbox(22, 2), Samples.Outbox(23, 3), Samples.Outbox(24, 1, laneVersion: 2));
        Asked Finishing(long row) => Asked.Of(new LookUp.Outbox(row), (known, _) => new(new Answer.Done(known.Dossier!.Interactions.Sum(i => i.Size) * 10 + known.Outbox!.Attempts))
        {
            Updates = [known.Outbox with { Attempts = known.Outbox.Attempts + 1 }, known.Dossier.Interaction(known.Outbox.InteractionId) with { Size = known.Dossier.Interaction(known.Outbox.InteractionId).Size + 1 }],
        });
        var outcomes = await Path.HandleAllAsync([Finishing(21), Finishing(22), Finishing(23), Finishing(21), Finishing(24)], Urgency.Result, Cancellation);
        Assert.Equal([20, 30, 10, 41, 50], outcomes.Select(o => (int)((Answer.Done)o.Answer).Result!));
    }

    [Fact]
    public async Task HandleAllAsync_ManyInputsAlike_EachRecordIsStoredAsItWasDecided()
    {
        var interactions = Enumerable.Range(1, 9).Select(n => Samples.Interaction(n, thread: 100 + n) with { Owner = n % 2 == 0 ? null : "ann" }).ToList();
        await StoreAsync([.. interactions.SelectMany(i => new object[] { Samples.Thread(i.ThreadId!.Value), i, Samples.Outbox(20 + i.Id, i.Id) })]);
        Asked Finishing(long id) => Asked.Of(new LookUp.Outbox(20 + id), (known, _) => new(new Answer.Done())
        {
            Inserts = [Samples.Mail(40 + id, 100 + id, key: id) with { Text = id % 3 == 0 ? "" : "Grüße \"x\" 'y' {1,2} $1" }],
            Updates = [known.Outbox! with { State = OutboxState.Done, DoneAt = Samples.Now, Answer = id % 2 == 0 ? null : $"a{id}", LeaseBy = null }],
        });
        await Path.HandleAllAsync([.. interactions.Select(i => Finishing(i.Id))], Urgency.Result, Cancellation);
        await using var db = Store.Read();
        var rows = await db.Outbox.OrderBy(r => r.Id).ToListAsync(Cancellation);
        Assert.All(rows, row => Assert.Equal((OutboxState.Done, 2L, row.InteractionId % 2 == 0 ? null : $"a{row.InteractionId}"), (row.State, row.Version, row.Answer)));
        var mails = await db.Messages.OrderBy(m => m.Id).ToListAsync(Cancellation);
        Assert.Equal(interactions.Select(i => (40 + i.Id, i.Id % 3 == 0 ? "" : "Grüße \"x\" 'y' {1,2} $1", BitConverter.GetBytes(40 + i.Id))), mails.Select(m => (m.Id, m.Text, m.CanonicalHash)));
    }

    [Fact]
    public async Task HandleAllAsync_OneOfManyRecordsIsInAnotherVersion_NothingOfThePageIsStored()
    {
        await StoreAsync([.. Enumerable.Range(1, 8).SelectMany(n => new object[] { Samples.Thread(100 + n), Samples.Interaction(n, thread: 100 + n) })]);
        Asked Growing(long id) => Asked.Of(new LookUp.Interaction(id), (known, _) => new(new Answer.Done())
        {
            Updates = [known.Dossier!.Interaction(id) with { Size = 7, Version = id == 5 ? 9 : 1 }],
        });
        await Assert.ThrowsAsync<StoreConflictException>(() => Path.HandleAllAsync([.. Enumerable.Range(1, 8).Select(n => Growing(n))], Urgency.Sweep, Cancellation));
        await using var db = Store.Read();
        Assert.Equal(0, await db.Interactions.CountAsync(i => i.Size == 7, Cancellation));
    }

    [Fact]
    public async Task HandleAllAsync_ARowThatItsCallerHoldsWasChanged_FailsThePageAndAloneIsReadAnew()
    {
        await StoreAsync([.. Enumerable.Range(1, 5).SelectMany(n => new object[] { Samples.Thread(100 + n), Samples.Interaction(n, thread: 100 + n), Samples.Outbox(20 + n, n) })]);
        await using var db = Store.Read();
        var held = await db.Outbox.OrderBy(r => r.Id).ToListAsync(Cancellation);
        Asked Finishing(int n, int version) => Asked.Of(new LookUp.Outbox(20 + n) { Held = held[n - 1] }, (known, _) => new(new Answer.Done(known.Outbox!.Version)) { Updates = [known.Outbox with { Answer = $"{version}" }] });
        Assert.Equal([1L, 1L], (await Path.HandleAllAsync([Finishing(3, 1), Finishing(4, 1)], Urgency.Result, Cancellation)).Select(o => ((Answer.Done)o.Answer).Result));
        await Assert.ThrowsAsync<StoreConflictException>(() => Path.HandleAllAsync([.. Enumerable.Range(1, 5).Select(n => Finishing(n, 2))], Urgency.Result, Cancellation));
        Assert.Equal(2L, ((Answer.Done)(await Path.HandleAllAsync([Finishing(3, 2)], Urgency.Result, Cancellation))[0].Answer).Result);
        Assert.Equal([null, null, "2", "1", null], await db.Outbox.OrderBy(r => r.Id).Select(r => r.Answer).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task HandleAllAsync_OneChangesWhatOthersStandOn_AllAreStored()
    {
        await StoreAsync([Samples.Case(50, 1), .. Enumerable.Range(1, 6).SelectMany(n => new object[] { Samples.Thread(100 + n), Samples.Interaction(n, thread: 100 + n, caseId: 50) })]);
        Asked Growing(long id) => Asked.Of(new LookUp.Interaction(id), (known, _) => new(new Answer.Done())
        {
            Updates = id == 4 ? [known.Dossier!.Case(50) with { Subject = "changed" }] : [known.Dossier!.Interaction(id) with { Size = 7 }],
        });
        await Path.HandleAllAsync([.. Enumerable.Range(1, 6).Select(n => Growing(n))], Urgency.Sweep, Cancellation);
        await using var db = Store.Read();
        Assert.Equal((5, "changed"), (await db.Interactions.CountAsync(i => i.Size == 7, Cancellation), (await db.Cases.SingleAsync(Cancellation)).Subject));
    }

    private Task<Outcome> ChangeAsync(Func<Interaction, Interaction> change) => Path.HandleAsync(
        Asked.Of(new LookUp.Interaction(1), (known, _) => new(new Answer.Done()) { Updates = [change(known.Dossier!.Interaction(1))] }), Urgency.Command, Cancellation);
}

public sealed class WritePathOnSqliteTests() : WritePathTests(new SqlitePlace());

public sealed class WritePathOnPostgresTests(PostgresServer server) : WritePathTests(new PostgresPlace(server));
