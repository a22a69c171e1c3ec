using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Intake.Health;
using Connector.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

public sealed class MaildirTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly string _maildir;
    private readonly FolderPump _pump;

    public MaildirTests()
    {
        _maildir = _desk.Folder.At("Maildir");
        _pump = new(new Maildir("support", _maildir), _desk.Intake, _desk.Health, _desk.Machine, NullLogger.Instance);
    }

    [Fact]
    public async Task Turn_NewMails_AreTakenAtOnceInOrderOfDeliveryAndMarkedSeen()
    {
        Deliver("1700000009.M1P1.host", "second");
        Deliver("1699999999.M9P1.host", "first");
        Deliver("1700000009.M2P1.host:2,F", "third");
        await TurnAsync();
        Assert.Equal(["first", "second", "third"], _desk.Door.Subjects);
        Assert.Equal(["1699999999.M9P1.host:2,S", "1700000009.M1P1.host:2,S", "1700000009.M2P1.host:2,FS"], Names("cur"));
        Assert.Empty(Names("new"));
    }

    [Fact]
    public async Task Turn_StoreIsDown_MailsStayNew()
    {
        Deliver("1.a.host", "a");
        _desk.Door.Trouble = _ => new StoreUnavailableException("locked");
        await TurnAsync();
        Assert.Equal(["1.a.host"], Names("new"));
        _desk.Door.Trouble = _ => null;
        await TurnAsync();
        Assert.Equal(["1.a.host:2,S"], Names("cur"));
    }

    [Fact]
    public async Task Turn_NoMaildirThere_SaysSoAndMakesNone()
    {
        await TurnAsync();
        Assert.False(Directory.Exists(_maildir));
        var health = Assert.Single(_desk.Health.Sources);
        Assert.Equal(IntakeState.Unreadable, health.State);
        Assert.Contains("is no Maildir", health.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_FileCannotBeOpened_StaysAndTheNextIsTaken()
    {
        Deliver("1.locked.host", "locked");
        Deliver("2.good.host", "good");
        using (File.Open(Path.Combine(_maildir, "new", "1.locked.host"), FileMode.Open, FileAccess.ReadWrite, FileShare.None)) await TurnAsync();
        Assert.Equal(["good"], _desk.Door.Subjects);
        Assert.Equal(["1.locked.host"], Names("new"));
    }

    public void Dispose() => _desk.Dispose();

    private Task TurnAsync() => _pump.TurnAsync(TestContext.Current.CancellationToken);

    private void Deliver(string name, string subject)
    {
        foreach (var folder in (string[])["new", "cur", "tmp"]) Directory.CreateDirectory(Path.Combine(_maildir, folder));
        File.WriteAllBytes(Path.Combine(_maildir, "new", name), Desk.Mail(subject));
    }

    private IEnumerable<string?> Names(string folder) => Directory.GetFiles(Path.Combine(_maildir, folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
