using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Connector.Storage.Tests.Postgres;

/// <summary>Many hosts write at once: whoever meets a conflict starts again, and nobody decides on what is no longer so.</summary>
public sealed class PostgresDatabaseTests(PostgresServer server) : StoreTests(new PostgresPlace(server))
{
    [Fact]
    [Trait("Requirement", "H20")]
    public async Task HandleAsync_TwoHostsChangeOneRecord_NoChangeIsLost()
    {
        await StoreAsync(Samples.Interaction(1));
        await using var other = await Store.OpenAsync(Place.Options, Cancellation);
        var paths = new[] { Path, other.WritePath(new AskedRules(), () => AskedRules.Setup) };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => paths[n % 2].HandleAsync(Growing(() => { }), Urgency.Command, Cancellation))));
        Assert.Equal((41, 41), (await LookUpAsync(new LookUp.Interaction(1))) is { Dossier: { } d } ? (d.Interaction(1).Size, (int)d.Interaction(1).Version) : default);
    }

    /// <summary>Each decision meets another host that is faster, until that one must wait.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "H20")]
    public async Task HandleAsync_OthersAreFasterEveryTime_HasItsTurn(bool asPage)
    {
        await StoreAsync(Samples.Interaction(1));
        await using var other = await Store.OpenAsync(Place.Options, Cancellation);
        var faster = other.WritePath(new AskedRules(), () => AskedRules.Setup);
        var rivals = new List<Task<Outcome>>();
        var slow = Growing(() =>
        {
            rivals.Add(Task.Run(() => faster.HandleAsync(Growing(() => { }), Urgency.Command, Cancellation)));
            DoneOrWaitingAsync(rivals[^1]).GetAwaiter().GetResult();
        });
        await (asPage ? (Task)Path.HandleAllAsync([slow], Urgency.Sweep, Cancellation) : Path.HandleAsync(slow, Urgency.Command, Cancellation));
        await Task.WhenAll(rivals);
        Assert.Equal(rivals.Count + 2, (await LookUpAsync(new LookUp.Interaction(1))).Dossier!.Interaction(1).Size);
    }

    [Fact]
    [Trait("Requirement", "R142")]
    public async Task HandleAsync_SameMailThroughTwoHosts_IsTakenOnce()
    {
        await using var other = await Store.OpenAsync(Place.Options, Cancellation);
        var paths = new[] { Path, other.WritePath(new AskedRules(), () => AskedRules.Setup) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => paths[n % 2].HandleAsync(
            Asked.Of(new LookUp.Mail(new() { Own = 77 }), (known, given) => known.SameMail.IsEmpty
                ? new(new Answer.Done()) { Inserts = [Samples.Mail(given.Fresh.Id(), null, key: 77) with { CanonicalHash = [1, 2, 3] }] }
                : new(new Answer.Nothing("duplicate"))), Urgency.Mail, Cancellation))));
        Assert.Single(answers, o => o.Answer is Answer.Done);
        await using var db = Store.Read();
        Assert.Equal(1, await db.Messages.CountAsync(Cancellation));
    }

    [Fact]
    public async Task HandleAsync_WhatItStoodOnChangedMeanwhile_DecidesAgain()
    {
        await StoreAsync(Samples.Interaction(1));
        var rounds = 0;
        var outcome = await Path.HandleAsync(Asked.Of(new LookUp.Interaction(1), (known, given) =>
        {
            var now = known.Dossier!.Interaction(1);
            if (rounds++ == 0) Close(now).GetAwaiter().GetResult();
            return now.IsClosed ? new(new Answer.Refused("InteractionClosed", "")) : new(new Answer.Done()) { Inserts = [Samples.Mail(given.Fresh.Id(), null, key: 5, interaction: 1)] };
        }), Urgency.Command, Cancellation);
        Assert.Equal((2, "InteractionClosed"), (rounds, ((Answer.Refused)outcome.Answer).Rule));
        await using var db = Store.Read();
        Assert.Equal(0, await db.Messages.CountAsync(Cancellation));
    }

    [Fact]
    public async Task HandleAsync_OneLane_IsDecidedInOrder()
    {
        var seen = new List<int>();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Path.HandleAsync(Asked.Of(_ =>
        {
            lock (seen) seen.Add(n);
            return new(new Answer.Nothing("noted"));
        }), new Handling(Urgency.Mail, Lane: "support"), Cancellation)));
        Assert.Equal(Enumerable.Range(0, 60), seen);
    }

    [Fact]
    public async Task HandleAsync_ConnectionLost_SaysSoAndGoesOnByItself()
    {
        await StoreAsync(Samples.Interaction(1));
        await using (var admin = new NpgsqlConnection(Place.Options.ConnectionString + ";Pooling=false"))
        {
            await admin.OpenAsync(Cancellation);
            await using var kill = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", admin);
            await kill.ExecuteNonQueryAsync(Cancellation);
        }
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (await Record.ExceptionAsync(() => StoreAsync(Samples.Interaction(2))) is not { } e) break;
            Assert.IsType<StoreUnavailableException>(e);
        }
        Assert.NotNull((await LookUpAsync(new LookUp.Interaction(2))).Dossier);
    }

    /// <summary>As managed servers do while their disk is nearly full: sessions that began meanwhile never write again.</summary>
    [Fact]
    public async Task HandleAsync_DatabaseOnlyReadForAWhile_GoesOnByItself()
    {
        var database = new NpgsqlConnectionStringBuilder(Place.Options.ConnectionString).Database;
        await AdminAsync($"ALTER DATABASE {database} SET default_transaction_read_only = on; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        await UntilAsync(e => e.Message.Contains("read-only", StringComparison.Ordinal));
        await AdminAsync($"ALTER DATABASE {database} RESET default_transaction_read_only");
        await UntilAsync(null);
        Assert.NotNull((await LookUpAsync(new LookUp.Interaction(2))).Dossier);

        async Task UntilAsync(Func<Exception, bool>? wanted)
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                if (await Record.ExceptionAsync(() => StoreAsync(Samples.Interaction(2))) is not { } e) break;
                Assert.IsType<StoreUnavailableException>(e);
                if (wanted?.Invoke(e) is true) return;
            }
            Assert.Null(wanted);
        }
    }

    /// <summary>Somebody is at work on the database: whoever answers for a mail must not hold it in quarantine for that.</summary>
    [Fact]
    public async Task HandleAsync_TableIsNotThereForAWhile_IsTheStoresTroubleAndNobodyElses()
    {
        var database = new NpgsqlConnectionStringBuilder(Place.Options.ConnectionString).Database!;
        await AdminAsync("ALTER TABLE \"Messages\" RENAME TO \"Away\"", database);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreAsync(Samples.Mail(7, null, key: 7)));
        await AdminAsync("ALTER TABLE \"Away\" RENAME TO \"Messages\"", database);
        Assert.IsType<Answer.Done>((await StoreAsync(Samples.Mail(7, null, key: 7))).Answer);
    }

    [Fact]
    public async Task Read_ConnectionLost_SaysSoAsEverythingElse()
    {
        await using var db = Store.Read();
        Assert.Equal(0, await db.Messages.CountAsync(Cancellation));
        await server.DropAsync(Place.Options.ConnectionString!);
        await Assert.ThrowsAnyAsync<StoreException>(() => db.Messages.CountAsync(Cancellation));
        await Assert.ThrowsAnyAsync<StoreException>(() => db.Interactions.OrderBy(i => i.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task OpenAsync_NoServer_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.OpenAsync(new StoreOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Timeout=2" }, Cancellation));
        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
        foreach (var text in (string[])["nonsense=1", "Host=127.0.0.1;Port=99999"])
            await Assert.ThrowsAsync<StoreNotUsableException>(() => Store.OpenAsync(new StoreOptions { ConnectionString = text }, Cancellation));
    }

    [Fact]
    public async Task HandleAsync_TwoTenants_ShareTheDatabaseAndNotTheNumbers()
    {
        await using var other = await Store.OpenAsync(Place.Options with { Tenant = "other tenant" }, Cancellation);
        foreach (var path in new[] { Path, other.WritePath(new AskedRules(), () => AskedRules.Setup with { Tenant = "other tenant" }) })
            await path.HandleAsync(Asked.Of(given => new(new Answer.Done()) { Inserts = [Samples.Case(given.Fresh.Id(), given.Fresh.CaseNumber()) with { Tenant = given.Setup.Tenant }] }), Urgency.Command, Cancellation);
        await using var db = Store.Read();
        Assert.Equal([("default", 1), ("other tenant", 1)], (await db.Cases.OrderBy(c => c.Tenant).ToListAsync(Cancellation)).Select(c => (c.Tenant, c.Number)));
    }

    private async Task AdminAsync(string sql, string database = "postgres")
    {
        await using var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Place.Options.ConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await admin.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private Task<Outcome> Close(Interaction now) => Path.HandleAsync(Asked.Of(_ => new(new Answer.Done()) { Updates = [now with { State = InteractionState.ClosedComplete }] }), Urgency.Command, Cancellation);

    private static Asked Growing(Action meanwhile) => Asked.Of(new LookUp.Interaction(1), (known, _) =>
    {
        meanwhile();
        var now = known.Dossier!.Interaction(1);
        return new(new Answer.Done()) { Updates = [now with { Size = now.Size + 1 }] };
    });

    private async Task DoneOrWaitingAsync(Task rival)
    {
        await using var watch = new NpgsqlConnection(Place.Options.ConnectionString + ";Pooling=false");
        await watch.OpenAsync(Cancellation);
        await using var waits = new NpgsqlCommand(
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted", watch);
        while (!rival.IsCompleted && (long)(await waits.ExecuteScalarAsync(Cancellation))! == 0) await Task.Yield();
    }
}
