using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Storage.Model;
using Connector.Storage.Opening;
using Connector.Storage.Schema;
using Connector.Storage.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Connector.Storage.Tests.Schema;

/// <summary>A store of an older schema, with all it held, becomes one of this program's.</summary>
public abstract class OldStoreTests(ITestPlace old, ITestPlace fresh) : IAsyncLifetime
{
    private const string First = "20260101000000_Initial";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MigrateAsync_StoreOfTheFirstSchema_KeepsEveryValueAndHasTheSchemaOfANewOne()
    {
        await OldStore.MakeAsync(old.Options, First, Cancellation);
        await using var connection = await OldStore.OpenAsync(old.Options, Cancellation);
        var columns = await OldStore.ColumnsAsync(connection, Cancellation);
        var before = await OldStore.RowsAsync(connection, columns, Cancellation);
        Assert.True(before.Count > 100, $"only {before.Count} rows");

        Assert.Equal(StoreSchema.Migrations.Skip(1), (await StoreMaintenance.InfoAsync(old.Options, Cancellation)).Pending);
        Assert.Equal(StoreSchema.Migrations.Skip(1), await StoreMaintenance.MigrateAsync(old.Options, Cancellation));

        Assert.Equal(before, await OldStore.RowsAsync(connection, columns, Cancellation));
        await (await Store.OpenAsync(fresh.Options, Cancellation)).DisposeAsync();
        await using var made = await OldStore.OpenAsync(fresh.Options, Cancellation);
        Assert.Equal(await SchemaDump.OfAsync(made, Cancellation), await SchemaDump.OfAsync(connection, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_StoreOfTheFirstSchema_GoesOnWhereTheOldProgramStopped()
    {
        await OldStore.MakeAsync(old.Options, First, Cancellation);
        await using var store = await Store.OpenAsync(old.Options, Cancellation);
        await using var db = store.Read();
        var waiting = await db.Interactions.SingleAsync(i => i.State == InteractionState.New, Cancellation);
        Assert.Equal("Still waiting to be routed", waiting.Subject);
        var claimed = Assert.Single((await store.Outbox.ClaimAsync("awa", 10, DateTimeOffset.MaxValue, "host", TimeSpan.FromMinutes(1), Cancellation)).Rows);
        Assert.Equal((waiting.Id, "Route", OutboxState.Started), (claimed.InteractionId, claimed.Operation, claimed.State));
        Assert.NotEmpty((await store.RawMails.GetAsync(await db.Messages.MinAsync(m => m.Id, Cancellation), Cancellation))!);
        var highest = await db.Activities.MaxAsync(a => a.Id, Cancellation);
        var made = 0L;
        await store.WritePath(new AskedRules(), () => AskedRules.Setup).HandleAsync(Asked.Of(given =>
        {
            made = given.Fresh.Id();
            return new(new Answer.Nothing("only an id"));
        }), Connector.Storage.Writing.Urgency.Command, Cancellation);
        Assert.True(made > highest, $"{made} was given out before");
    }

    /// <summary>A dead letter stopped its lane by its state then, and does by having no end now.</summary>
    [Fact]
    public async Task MigrateAsync_DeadLetter_StillStopsItsLane()
    {
        await OldStore.MakeAsync(old.Options, First, Cancellation);
        await using (var connection = await OldStore.OpenAsync(old.Options, Cancellation))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE \"Outbox\" SET \"State\" = 3, \"DoneAt\" = 5000000, \"Error\" = 'refused' WHERE \"State\" = 0";
            Assert.True(await command.ExecuteNonQueryAsync(Cancellation) > 0);
        }
        await using var store = await Store.OpenAsync(old.Options, Cancellation);
        Assert.Empty((await store.Outbox.ClaimAsync("awa", 10, DateTimeOffset.MaxValue, "host", TimeSpan.FromMinutes(1), Cancellation)).Rows);
        var dead = await store.OutboxQueries.FindAsync(new(State: OutboxState.Dead), 0, 10, Cancellation);
        Assert.All(dead, row => Assert.Equal((null, DateTimeOffset.UnixEpoch.AddSeconds(5)), (row.DoneAt, row.DeadSince)));
        Assert.Equal(dead.Count, (await store.OutboxQueries.DepthAsync(Cancellation)).Sum(d => d.Dead));
    }

    /// <summary>A conversation waited for one mail then; it still belongs to it when it comes.</summary>
    [Fact]
    public async Task MigrateAsync_ConversationThatWaitsForAMail_StillDoes()
    {
        await OldStore.MakeAsync(old.Options, First, Cancellation);
        await MigrateToAsync(old.Options, "20261128013000_DeadLetters");
        await using (var connection = await OldStore.OpenAsync(old.Options, Cancellation))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE \"Threads\" SET \"Awaits\" = -77 WHERE \"Id\" = (SELECT min(\"ThreadId\") FROM \"Interactions\")";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        }
        await using var store = await Store.OpenAsync(old.Options, Cancellation);
        var known = Known.Nothing;
        await store.WritePath(new AskedRules(), () => AskedRules.Setup).HandleAsync(Asked.Of(new LookUp.Mail(new() { Own = -77 }), (found, _) =>
        {
            known = found;
            return new(new Answer.Nothing("looked"));
        }), Connector.Storage.Writing.Urgency.Mail, Cancellation);
        var hit = Assert.Single(known.Hits);
        Assert.Equal((ThreadHit.OfAwaited(-77), "-77"), (hit.Key, hit.Dossier.Thread!.Missing));
        Assert.NotEmpty(hit.Dossier.Interactions);
    }

    [Fact]
    public async Task OpenAsync_ReaderOfAnOldStore_SaysWhatToDo()
    {
        await OldStore.MakeAsync(old.Options, First, Cancellation);
        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => Store.OpenAsync(old.Options with { ReadOnly = true }, Cancellation));
        Assert.Contains("connector db migrate", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Every step is a transaction of its own, so a kill leaves the store at one of them, with the lock row of the killed process.</summary>
    [Fact]
    public async Task OpenAsync_KilledBetweenMigrationSteps_TheNextOwnerGoesOn()
    {
        for (var done = 1; done < StoreSchema.Migrations.Count; done++)
        {
            await using ITestPlace place = old is SqlitePlace ? new SqlitePlace() : ((PostgresPlace)old).Another();
            await place.MakeAsync();
            await OldStore.MakeAsync(place.Options, First, Cancellation);
            await MigrateToAsync(place.Options, StoreSchema.Migrations[done]);
            Assert.Equal(StoreSchema.Migrations.Skip(done + 1), await StoreMaintenance.MigrateAsync(place.Options, Cancellation));
            var info = await StoreMaintenance.InfoAsync(place.Options, Cancellation);
            Assert.Equal((StoreSchema.Latest, 4), (info.Schema, info.Rows["Interactions"]));
        }
    }

    public async ValueTask InitializeAsync()
    {
        await old.MakeAsync();
        await fresh.MakeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await old.DisposeAsync();
        await fresh.DisposeAsync();
    }

    private static async Task MigrateToAsync(StoreOptions options, string target)
    {
        if (options.IsPostgres)
        {
            await using var source = PostgresOpening.Source(options.ConnectionString!);
            await using var db = new ConnectorDb(StoreContexts.ForPostgres(source));
            await db.GetService<IMigrator>().MigrateAsync(target, Cancellation);
            return;
        }
        await using var connection = new SqliteConnection($"Data Source={options.File};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using (var db = new ConnectorDb(StoreContexts.ForSqlite(connection))) await db.GetService<IMigrator>().MigrateAsync(target, Cancellation);
        await using var locked = connection.CreateCommand();
        locked.CommandText = "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')";
        await locked.ExecuteNonQueryAsync(Cancellation);
    }
}

public sealed class OldStoreOnSqliteTests() : OldStoreTests(new SqlitePlace(), new SqlitePlace());

public sealed class OldStoreOnPostgresTests(PostgresServer server) : OldStoreTests(new PostgresPlace(server, withSchema: false), new PostgresPlace(server, withSchema: false));
