using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Settings;
using Connector.Storage.Moving;
using Connector.Storage.Schema;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Moving;

public sealed class StoreMoveTests(PostgresServer server) : IAsyncLifetime
{
    private readonly SqlitePlace _from = new();
    private readonly PostgresPlace _to = new(server, withSchema: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _to.MakeAsync();

    public async ValueTask DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_WholeStore_KeepsEveryRowAndGoesOnCounting()
    {
        var (key, before) = await FillAsync();
        var moved = await StoreMove.RunAsync(_from.Options, _to.Options, cancellation: Cancellation);
        Assert.Equal(before, moved.ToDictionary(t => t.Table, t => t.Rows).Where(t => t.Value > 0));
        await using var store = await Store.OpenAsync(_to.Options, Cancellation);
        Assert.NotNull(await store.Keys.FindAsync(key, Cancellation));
        Assert.Equal([0, 255, 10], await store.RawMails.GetAsync(31, Cancellation));
        var (id, number) = await NextAsync(store);
        Assert.True(id > 256, $"{id} was given out before");
        Assert.Equal(2, number);
        Assert.Equal(before.ToDictionary()["Interactions"], (await StoreMaintenance.InfoAsync(_to.Options, Cancellation)).Rows["Interactions"]);
    }

    [Fact]
    public async Task RunAsync_TargetNotEmpty_MovesNothing()
    {
        await FillAsync();
        await using (var store = await Store.OpenAsync(_to.Options, Cancellation)) await store.Settings.SetAsync("a", "b", cancellation: Cancellation);
        var refused = await Assert.ThrowsAsync<StoreNotUsableException>(() => StoreMove.RunAsync(_from.Options, _to.Options, cancellation: Cancellation));
        Assert.Contains("Settings", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await StoreMaintenance.InfoAsync(_to.Options, Cancellation)).Rows["Interactions"]);
    }

    [Fact]
    public async Task RunAsync_TargetLostOnTheWay_SaysSo()
    {
        await FillAsync();
        await Assert.ThrowsAnyAsync<StoreException>(() => StoreMove.RunAsync(_from.Options, _to.Options, _ => server.DropAsync(_to.Options.ConnectionString!).GetAwaiter().GetResult(), Cancellation));
    }

    [Fact]
    public async Task RunAsync_HostOwnsTheSource_Refuses()
    {
        await using var owner = await Store.OpenAsync(_from.Options, Cancellation);
        await Assert.ThrowsAsync<StoreInUseException>(() => StoreMove.RunAsync(_from.Options, _to.Options, cancellation: Cancellation));
    }

    private async Task<(string Key, IEnumerable<KeyValuePair<string, long>> Rows)> FillAsync()
    {
        await using var store = await Store.OpenAsync(_from.Options, Cancellation);
        await NextAsync(store);
        await store.WritePath(new AskedRules(), () => AskedRules.Setup).HandleAsync(Asked.Storing(
            Samples.Thread(10), Samples.Interaction(2, thread: 10) with { Subject = "Grüße, \t 🎈" }, Samples.Mail(31, 10, key: long.MinValue), new RawMail { Id = 31, Bytes = [0, 255, 10] }), Urgency.Mail, Cancellation);
        var key = await store.Keys.CreateApiKeyAsync(AgentRole.Administrator, null, "test", Samples.Now, cancellation: Cancellation);
        return (key, (await StoreMaintenance.InfoAsync(_from.Options, Cancellation)).Rows.Where(t => t.Value > 0).ToList());
    }

    private static async Task<(long Id, long Number)> NextAsync(Store store)
    {
        var (id, number) = (0L, 0L);
        await store.WritePath(new AskedRules(), () => AskedRules.Setup).HandleAsync(Asked.Of(given =>
        {
            (id, number) = (given.Fresh.Id(), given.Fresh.CaseNumber());
            return new(new Answer.Done()) { Inserts = [Samples.Case(id, number)] };
        }), Urgency.Command, Cancellation);
        return (id, number);
    }
}
