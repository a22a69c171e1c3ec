using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Runtime.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Connector.Runtime.Tests.Inbox;

/// <summary>A vendor says in its own words why something happened, and may repeat what it should not.</summary>
public sealed class VendorWordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observation_ReasonWithASecretAndAnAddress_IsKeptWithoutBoth()
    {
        await using var world = await PaperWorld.OpenAsync();
        world.App.Mask.Add("s3cr3t-planted");
        var id = await world.WorkAsync();
        world.Item(id, i => i with { State = WorkState.Ended, Reason = "dropped for joe@example.net by s3cr3t-planted" });
        var item = world.ItemOf(id);
        await world.App.Inbox.TakeAsync("cloud", [new("e1", item.ExternalId, "canceled", world.App.Clock.Now, item)], Token);
        await world.App.DrainAsync(Token);
        Assert.Equal(InteractionState.WrapUp, (await world.InteractionAsync(id)).State);
        await using var db = world.App.Store.Read();
        var told = await db.Activities.Where(a => a.InteractionId == id).Select(a => a.Why ?? "").ToListAsync(Token);
        Assert.Contains(told, why => why.StartsWith("the vendor reports the end: dropped for ", StringComparison.Ordinal));
        Assert.DoesNotContain(told, why => why.Contains("joe@", StringComparison.Ordinal) || why.Contains("s3cr3t", StringComparison.Ordinal));
    }
}
