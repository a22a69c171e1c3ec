using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Storage.Rows;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Stores;

/// <summary>An act and the rows beside it are one transaction, whatever the act is.</summary>
public abstract class BesideTests(ITestPlace place) : StoreTests(place)
{
    private const string Line = "the act";

    public static TheoryData<string> Acts => [.. ActsByName.Keys];

    private static readonly Dictionary<string, (Func<BesideTests, Beside<object?>, Task> Do, Func<BesideTests, Task<bool>> IsDone)> ActsByName = new(StringComparer.Ordinal)
    {
        ["an input"] = (
            (t, beside) => t.Path.HandleAsync(Asked.Storing(Samples.Interaction(1)), new Handling(Urgency.Command, Beside: (o, f) => beside(o, f)), Cancellation),
            async t => (await t.LookUpAsync(new LookUp.Interaction(1))).Dossier is not null),
        ["a page of inputs"] = (
            (t, beside) => t.Path.HandleAllAsync([Asked.Storing(Samples.Interaction(1)), Asked.Storing(Samples.Interaction(2))], Urgency.Command, (o, f) => beside(o, f), Cancellation),
            async t => (await t.LookUpAsync(new LookUp.Interaction(1))).Dossier is not null || (await t.LookUpAsync(new LookUp.Interaction(2))).Dossier is not null),
        ["an API key made"] = (
            (t, beside) => t.Store.Keys.CreateApiKeyAsync(AgentRole.Administrator, null, "root", Samples.Now, (k, f) => beside(k, f), Cancellation),
            async t => (await t.Store.Keys.ListAsync(Cancellation)).Count > 0),
        ["a signing key"] = (
            (t, beside) => t.Store.Keys.RotateAsync(Samples.Now, (k, f) => beside(k, f), Cancellation),
            t => Task.FromResult(t.HasSigningKey())),
        ["a wish for an instance"] = (
            (t, beside) => t.Store.Status.WantAsync("awa", w => w with { Paused = true }, "root", Samples.Now, (w, f) => beside(w, f), Cancellation),
            async t => (await t.Store.Status.DesiredAsync(Cancellation)).Count > 0),
        ["a cursor"] = (
            (t, beside) => t.Store.Cursors.SetAsync("awa", "7", "root", Samples.Now, (c, f) => beside(c, f), Cancellation),
            async t => (await t.Store.Cursors.ListAsync(Cancellation)).Count > 0),
        ["a setting"] = (
            (t, beside) => t.Store.Settings.SetAsync("clock.offset", "5", (v, f) => beside(v, f), Cancellation),
            async t => await t.Store.Settings.GetAsync("clock.offset", Cancellation) is not null),
        ["the run of a sweep"] = (
            (t, beside) => t.Store.SweepRuns.AddAsync(new SweepRun { Tenant = "default", Sweep = "wrap-up-timeout", Due = 1 }, (r, f) => beside(r, f), Cancellation),
            async t => (await t.Store.SweepRuns.LastAsync("wrap-up-timeout", 1, Cancellation)).Count > 0),
        ["a sign of life"] = (
            (t, beside) => t.Store.Status.BeatAsync(new() { Tenant = "default", Host = "a", At = Samples.Now }, [], (h, f) => beside(h, f), Cancellation),
            async t => (await t.Store.Status.HostsAsync(Cancellation)).Count > 0),
        ["a page of a vendor's events"] = (
            async (t, beside) =>
            {
                var turn = await t.Store.Polls.TakeAsync("x", "a", TimeSpan.FromMinutes(5), Cancellation);
                await t.Store.Polls.KeepAsync(turn!, new([], "7", false), TimeSpan.FromMinutes(5), null, Samples.Now, "poll", (n, f) => beside(n, f), Cancellation);
            },
            async t => (await t.Store.Cursors.ListAsync(Cancellation)).Count > 0),
    };

    [Theory]
    [MemberData(nameof(Acts))]
    [Trait("Requirement", "H26")]
    public async Task Act_ItsTransactionFailsAfterIt_LeavesNeitherActNorLine(string act)
    {
        var taken = new IdempotencyRecord { Tenant = "default", Key = "k", Request = "first", At = Samples.Now };
        Assert.True(await Store.Idempotency.AnswerAsync(taken, Cancellation));

        await Assert.ThrowsAsync<StoreConflictException>(() => ActsByName[act].Do(this, (_, fresh) => [Entry(fresh), taken with { Request = "second" }]));

        Assert.False(await ActsByName[act].IsDone(this));
        Assert.Empty(await Store.Audit.PageAsync(null, 10, Cancellation));
        Assert.Equal("first", (await Store.Idempotency.FindAsync("k", Cancellation))!.Request);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    [Trait("Requirement", "H26")]
    public async Task Act_Done_HasItsLineAndItsRecord(string act)
    {
        var record = new IdempotencyRecord { Tenant = "default", Key = "k", Request = "r", At = Samples.Now };

        await ActsByName[act].Do(this, (_, fresh) => [Entry(fresh), record]);

        Assert.True(await ActsByName[act].IsDone(this));
        Assert.Equal(Line, Assert.Single(await Store.Audit.PageAsync(null, 10, Cancellation)).Action);
        Assert.Equal(record, await Store.Idempotency.FindAsync("k", Cancellation));
    }

    [Fact]
    public async Task Revoke_OfAKeyRevokedAlready_TellsSoToWhatStandsBesideIt()
    {
        var id = (await Store.Keys.CreateApiKeyAsync(AgentRole.Administrator, null, "root", Samples.Now, cancellation: Cancellation)).Split('_')[1];
        var told = new List<bool>();
        IEnumerable<object> Tell(bool revoked, IFresh fresh)
        {
            told.Add(revoked);
            return revoked ? [Entry(fresh)] : [];
        }

        for (var n = 0; n < 2; n++) await Store.Keys.RevokeAsync(id, "root", Samples.Now, Tell, Cancellation);

        Assert.Equal([true, false], told);
        Assert.Single(await Store.Audit.PageAsync(null, 10, Cancellation));
    }

    private bool HasSigningKey()
    {
        using var db = Store.Read();
        return db.Set<SigningKeyRow>().Any();
    }

    private static AuditEntry Entry(IFresh fresh) => new() { Id = fresh.Id(), Tenant = "default", At = Samples.Now, By = "root", Action = Line };
}

public sealed class BesideOnSqliteTests() : BesideTests(new SqlitePlace());

public sealed class BesideOnPostgresTests(PostgresServer server) : BesideTests(new PostgresPlace(server));
