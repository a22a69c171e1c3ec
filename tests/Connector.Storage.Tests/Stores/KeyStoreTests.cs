using Connector.Engine.Settings;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class KeyStoreTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    public async Task SigningKeysAsync_FirstStart_MakesOneAndKeepsIt()
    {
        var made = await Store.Keys.SigningKeysAsync(Samples.Now, Cancellation);
        await ReopenAsync();
        var kept = await Store.Keys.SigningKeysAsync(Samples.Now.AddDays(1), Cancellation);
        Assert.Equal(made.Single().Secret, kept.Single().Secret);
    }

    [Fact]
    public async Task RotateAsync_ManyTimes_SignsWithTheNewestAcceptsThePreviousAndNeverSharesACharacter()
    {
        var previous = (await Store.Keys.SigningKeysAsync(Samples.Now, Cancellation))[0];
        for (var n = 1; n <= 40; n++)
        {
            var keys = await Store.Keys.RotateAsync(Samples.Now.AddDays(n), cancellation: Cancellation);
            Assert.Equal((2, previous.Id), (keys.Count, keys[1].Id));
            Assert.NotEqual(keys[0].Id, keys[1].Id);
            previous = keys[0];
        }
    }

    [Fact]
    public async Task FindAsync_KeyAsMade_IsKnownUntilRevoked()
    {
        var text = await Store.Keys.CreateApiKeyAsync(AgentRole.Supervisor, "ann", "admin", Samples.Now, cancellation: Cancellation);
        var key = await Store.Keys.FindAsync(text, Cancellation);
        Assert.Equal((AgentRole.Supervisor, "ann"), (key!.Role, key.Agent));
        Assert.Null(await Store.Keys.FindAsync(text[..^1] + (text[^1] == 'a' ? 'b' : 'a'), Cancellation));
        Assert.Null(await Store.Keys.FindAsync("ck_unknown_x", Cancellation));
        Assert.Null(await Store.Keys.FindAsync(null, Cancellation));
        Assert.True(await Store.Keys.RevokeAsync(key.Id, "admin", Samples.Now, cancellation: Cancellation));
        Assert.Null(await Store.Keys.FindAsync(text, Cancellation));
    }
}

public sealed class KeyStoreOnSqliteTests() : KeyStoreTests(new SqlitePlace());

public sealed class KeyStoreOnPostgresTests(PostgresServer server) : KeyStoreTests(new PostgresPlace(server));
