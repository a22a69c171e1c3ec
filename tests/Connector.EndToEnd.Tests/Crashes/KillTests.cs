using System.Globalization;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Crashes;

/// <summary>kill -9 at any moment of ingest, routing and sending. How often: CONNECTOR_KILL_ROUNDS, see the README.</summary>
[Collection(AloneCollection.Name)]
public sealed class KillTests(PostgresCluster postgres)
{
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("CONNECTOR_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    [Fact]
    [Trait("Requirement", "H13")]
    [Trait("Requirement", "H20")]
    public Task Kill_AtAnyMomentOnSqlite_LosesAndDoublesNothing() => TellAsync(null);

    [Fact]
    [Trait("Requirement", "H13")]
    [Trait("Requirement", "H20")]
    public async Task Kill_AtAnyMomentOnPostgres_LosesAndDoublesNothing() => await TellAsync(await postgres.NewDatabaseAsync());

    private static async Task TellAsync(string? connection)
    {
        await using var work = new Workspace();
        var story = new KillStory(work, connection, Rounds);
        await story.TellAsync();
        await using var store = await StoreReading.OpenAsync(work, connection);
        await new KillEnding(work, store, story).AssertAsync();
    }
}
