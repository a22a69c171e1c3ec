using System.Net;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Desk;

public sealed class BacklogTests
{
    private const int Waiting = 1_000;

    [Fact]
    public async Task Accept_WhileABacklogIsRouted_DoesNotWaitForIt()
    {
        await using var work = new Workspace();
        var mails = Correspondence.Make(Waiting, 0, seed: 5);
        for (var n = 0; n < Waiting; n++) work.Write($"mails/{n:0000}.eml", mails[n].Letter.Bytes);
        (await work.CallAsync("ingest", "mails")).With(0);
        var host = await work.RunAsync();
        var ann = await host.AgentAsync("ann");
        (await ann.PutAsync("agents/ann/presence", new { presence = "Available" })).With(HttpStatusCode.OK);
        var offer = (await ann.GetAsync("offers?wait=30")).With(HttpStatusCode.OK).Json.AsArray()[0]!;
        var accepted = (await ann.PostAsync($"offers/{offer["id"]}/accept")).With(HttpStatusCode.OK).Json;
        await using var store = await StoreReading.OpenAsync(work);
        var routed = await store.CountAsync(db => db.ExternalRefs);
        Assert.Equal(("WorkInProgress", "ann"), ((string?)accepted["state"], (string?)accepted["owner"]));
        Assert.InRange(routed, 0, Waiting - 1);
        await Until.TrueAsync("the backlog is routed", async () => await store.CountAsync(db => db.ExternalRefs) == Waiting);
        await host.StopAsync();
    }
}
