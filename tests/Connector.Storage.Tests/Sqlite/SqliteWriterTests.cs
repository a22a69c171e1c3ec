using Connector.Engine.Door;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Tests.Sqlite;

/// <summary>What waits shares a commit, in order, and nothing answered is ever lost.</summary>
public sealed class SqliteWriterTests() : StoreTests(new SqlitePlace())
{
    [Fact]
    public async Task HandleAsync_ManyWaitingMails_AreDecidedInOrderOfArrival()
    {
        var seen = new List<int>();
        var (leader, gate) = Hold();
        var mails = Enumerable.Range(0, 200).Select(n => Path.HandleAsync(Noting(seen, n), Urgency.Mail, Cancellation)).ToList();
        gate.Set();
        await Task.WhenAll([leader, .. mails]);
        Assert.Equal(Enumerable.Range(0, 200), seen);
    }

    [Fact]
    public async Task HandleAsync_AgentsCommandBehindMuchMail_GoesFirst_AndMailIsNotStarved()
    {
        var seen = new List<int>();
        var (leader, gate) = Hold();
        var mails = Enumerable.Range(0, 100).Select(n => Path.HandleAsync(Noting(seen, 1000 + n), Urgency.Mail, Cancellation)).ToList();
        var results = Enumerable.Range(0, 200).Select(n => Path.HandleAsync(Noting(seen, n), Urgency.Result, Cancellation)).ToList();
        var command = Path.HandleAsync(Noting(seen, -1), Urgency.Command, Cancellation);
        gate.Set();
        await Task.WhenAll([leader, command, .. mails, .. results]);
        Assert.Equal(-1, seen[0]);
        Assert.Equal([.. Enumerable.Range(0, 47), .. Enumerable.Range(1000, 16)], seen.Skip(1).Take(63));
        Assert.Equal(Enumerable.Range(1000, 100), seen.Where(n => n >= 1000));
    }

    [Fact]
    public async Task HandleAsync_CancelledWhileWaiting_IsNotDone()
    {
        using var cancel = new CancellationTokenSource();
        var (leader, gate) = Hold();
        var waiting = Path.HandleAsync(Asked.Storing(Samples.Interaction(1)), Urgency.Mail, cancel.Token);
        await cancel.CancelAsync();
        gate.Set();
        await leader;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Null((await LookUpAsync(new LookUp.Interaction(1))).Dossier);
    }

    [Fact]
    public async Task DryRunAsync_AmongOthers_UndoesOnlyItsOwn()
    {
        var (leader, gate) = Hold();
        var before = StoreAsync(Samples.Interaction(1));
        var dry = Path.DryRunAsync([Asked.Storing(Samples.Interaction(2)), Asked.Storing(Samples.Interaction(2))], Cancellation);
        var after = StoreAsync(Samples.Interaction(3));
        gate.Set();
        await Task.WhenAll(leader, before, after);
        await Assert.ThrowsAsync<StoreConflictException>(() => dry);
        await using var db = Store.Read();
        Assert.Equal([1, 3], await db.Interactions.Select(i => i.Id).Order().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task HandleAsync_DiskFull_StoresNothingAndGoesOnWhenThereIsRoom()
    {
        var pages = 400;
        await Store.DisposeAsync();
        await using var store = await Store.OpenAsync(Place.Options with { Tuning = () => $"PRAGMA max_page_count = {pages}" }, Cancellation);
        var path = store.WritePath(new AskedRules(), () => AskedRules.Setup);
        var large = Asked.Storing(Samples.Interaction(1), new Connector.Engine.Messages.RawMail { Id = 1, Bytes = new byte[2_000_000] });
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => path.HandleAsync(large, Urgency.Mail, Cancellation));
        Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        pages = 4000;
        await path.HandleAsync(large, Urgency.Mail, Cancellation);
        Assert.Equal(2_000_000, (await store.RawMails.GetAsync(1, Cancellation))!.Length);
    }

    [Fact]
    public async Task HandleAsync_AnsweredThenKilled_IsInACopyOfTheFiles()
    {
        for (var n = 1; n <= 20; n++) await StoreAsync(Samples.Interaction(n), Samples.Mail(1000 + n, null, key: n));
        var copy = Directory.CreateTempSubdirectory("connector-killed-").FullName;
        foreach (var file in Directory.GetFiles(Place.Options.Folder, "connector.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        await using (var survivor = await Store.OpenAsync(new StoreOptions { Folder = copy }, Cancellation))
        {
            await using var db = survivor.Read();
            Assert.Equal((20, 20), (await db.Interactions.CountAsync(Cancellation), await db.Messages.CountAsync(Cancellation)));
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task DisposeAsync_WorkUnderWay_IsFinishedFirst_AndTheLogIsFolded()
    {
        var (leader, gate) = Hold();
        var waiting = StoreAsync(Samples.Interaction(1));
        var closing = Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => StoreAsync(Samples.Interaction(2)));
        Assert.False(closing.IsCompleted);
        gate.Set();
        await closing;
        await Task.WhenAll(leader, waiting);
        Assert.False(File.Exists(Place.Options.File + "-wal"));
        await OpenAsync();
        Assert.NotNull((await LookUpAsync(new LookUp.Interaction(1))).Dossier);
    }

    [Fact]
    public async Task HandleAsync_RolledBack_GivesTheSameIdsAgain()
    {
        var ids = new List<long>();
        Asked Taking(bool fail) => Asked.Of(given =>
        {
            ids.Add(given.Fresh.Id());
            return fail ? throw new InvalidDataException("after the id") : new(new Answer.Done()) { Inserts = [Samples.Interaction(ids[^1])] };
        });
        await Assert.ThrowsAsync<InvalidDataException>(() => Path.HandleAsync(Taking(fail: true), Urgency.Mail, Cancellation));
        await Path.HandleAsync(Taking(fail: false), Urgency.Mail, Cancellation);
        await ReopenAsync();
        await Path.HandleAsync(Taking(fail: false), Urgency.Mail, Cancellation);
        Assert.True(ids[^1] > ids[^2], "ids rise over a restart");
        Assert.NotNull((await LookUpAsync(new LookUp.Interaction(ids[^2]))).Dossier);
    }

    /// <summary>Makes some thread the leader and keeps it inside a decision until the gate is opened, so that others gather behind it.</summary>
    private (Task Leader, ManualResetEventSlim Gate) Hold()
    {
        var (gate, inside) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var leader = Task.Run(() => Path.HandleAsync(Asked.Of(_ =>
        {
            inside.Set();
            gate.Wait(Cancellation);
            return new(new Answer.Nothing("held"));
        }), Urgency.Command, Cancellation));
        inside.Wait(Cancellation);
        return (leader, gate);
    }

    private static Asked Noting(List<int> seen, int number) => Asked.Of(_ =>
    {
        seen.Add(number);
        return new(new Answer.Nothing("noted"));
    });
}
