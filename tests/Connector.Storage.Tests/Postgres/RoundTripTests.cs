using Connector.Engine.Door;
using Connector.Storage.Statements;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Postgres;

/// <summary>What a mail is decided on comes in one round trip, also when it answers one that is here; its writes are the second.</summary>
public sealed class RoundTripTests(PostgresServer server) : StoreTests(new PostgresPlace(server))
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(1, 10L, 5L)]
    [InlineData(1, 10L, 5L, 7L)]
    [InlineData(1, 10L, 5L, 99L)]
    [InlineData(2, 10L, 99L, 5L)]
    [InlineData(3, 20L, 6L)]
    public async Task LookUp_OfAMail_CostsSoManyRoundTrips(int expected, long? thread, params long[] named)
    {
        await StoreAsync(
            Samples.Thread(10), Samples.Interaction(1, thread: 10), Samples.Mail(31, 10, key: 5), Samples.Mail(32, 10, key: 7),
            Samples.Thread(11, redirect: 20), Samples.Thread(20), Samples.Interaction(2, thread: 20), Samples.Mail(33, 11, key: 6));
        await using var db = Store.Read();
        var loader = new KnownLoader(new RecordTables(db.Model), Dialect.Postgres, "default");
        var roundTrips = 0;
        var known = await Store.WriteAsync(async session =>
        {
            var recording = new Recording(session, []);
            var found = await loader.LoadAsync(recording, new LookUp.Mail(new() { Own = 1, Named = named }), Cancellation);
            roundTrips = recording.RoundTrips;
            return found;
        }, Cancellation);
        Assert.Equal(expected, roundTrips);
        Assert.Equal(thread, known.Hits.FirstOrDefault()?.Dossier.Thread!.Id);
        Assert.All(known.Hits, hit => Assert.Single(hit.Dossier.Interactions));
    }
}
