using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IAddLaterMail"/>, of an adapter that also routes and reads.</summary>
public abstract class AddLaterMailContract : AdapterContract
{
    [Fact]
    public async Task AddMail_OwnedWork_KeepsItsOwner()
    {
        var (rig, add) = await WithAsync<IAddLaterMail>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await add.AddMailAsync(work, Mail, rig.Mark("k-m"), Cancellation);
        var seen = await rig.SeenAsync(work);
        Assert.Equal((WorkState.Accepted, rig.Agent), (seen!.State, seen.Agent));
    }

    [Fact]
    public async Task AddMail_SameCallAgain_IsOneMail()
    {
        var (rig, add) = await WithAsync<IAddLaterMail>();
        await using var _ = rig;
        var work = await rig.OwnedAsync();
        await add.AddMailAsync(work, Mail, rig.Mark("k-m"), Cancellation);
        await add.AddMailAsync(work, Mail, rig.Mark("k-m", 2), Cancellation);
        Assert.Equal(1, rig.LaterMails(work.ExternalId) ?? 1);
        await add.AddMailAsync(work, Mail, rig.Mark("k-n"), Cancellation);
        Assert.Equal(2, rig.LaterMails(work.ExternalId) ?? 2);
    }

    [Fact]
    public async Task AddMail_WorkThatIsGone_IsAConflict()
    {
        var (rig, add) = await WithAsync<IAddLaterMail>();
        await using var _ = rig;
        await Assert.ThrowsAsync<ConflictException>(async () => await add.AddMailAsync(new("i-9", "never-there", null), Mail, rig.Mark(), Cancellation));
    }

    private static LaterMail Mail => new("anna@example.org", "Where is my order", TestAdapterHost.Start);
}
