using Connector.Engine.Messages;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Tests.Settings;

namespace Connector.Runtime.Tests.Intake;

public sealed class InFlightTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _killer = InFlight.KeyOf("killer"u8);
    private readonly string _other = InFlight.KeyOf("other"u8);

    private string File => _folder.At("inflight");

    [Fact]
    public void Open_AfterMailsWereReadToTheEnd_SuspectsNobody()
    {
        using (var list = InFlight.Open(File))
            for (var n = 0; n < 10; n++)
                using (list.Begin(_killer)) using (list.Begin(_other)) { }
        using var next = InFlight.Open(File);
        Assert.Equal(0, next.Suspects);
        Assert.Equal(2 * 69, new FileInfo(File).Length);
    }

    [Fact]
    public void Open_AfterADeathWhileReading_SuspectsAllThatWereRead()
    {
        Dying(_killer, _other);
        using var list = InFlight.Open(File);
        Assert.Equal((1, 1), (list.DeathsOf(_killer), list.DeathsOf(_other)));
        Assert.Equal(0, list.DeathsOf(InFlight.KeyOf("third"u8)));
    }

    [Fact]
    public void Open_SecondDeathWhileReadAlone_IsDeadlyAndTheInnocentIsCleared()
    {
        Dying(_killer, _other);
        using (var list = InFlight.Open(File))
        {
            list.Begin(_other).Dispose();
            list.Begin(_killer);
        }
        using var last = InFlight.Open(File);
        Assert.Equal((InFlight.Deadly, 0), (last.DeathsOf(_killer), last.DeathsOf(_other)));
    }

    [Fact]
    public void Open_RestartsWithoutReadingIt_DeathsStay()
    {
        Dying(_killer);
        for (var n = 0; n < 3; n++) InFlight.Open(File).Dispose();
        using var list = InFlight.Open(File);
        Assert.Equal(1, list.DeathsOf(_killer));
    }

    [Fact]
    public void Forgive_DeadlyMail_IsReadAgain()
    {
        Dying(_killer);
        Dying(_killer);
        using (var list = InFlight.Open(File)) list.Forgive(_killer);
        using var next = InFlight.Open(File);
        Assert.Equal(0, next.DeathsOf(_killer));
    }

    [Fact]
    public void Open_SameMailReadTwiceAtOnce_IsOneSuspect()
    {
        Dying(_killer, _killer);
        using (var list = InFlight.Open(File)) list.Begin(_killer).Dispose();
        using var next = InFlight.Open(File);
        Assert.Equal(0, next.Suspects);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void Open_DamagedFile_StartsAnew(string text)
    {
        _folder.Write("inflight", text);
        using (var list = InFlight.Open(File)) list.Begin(_killer).Dispose();
        using var next = InFlight.Open(File);
        Assert.True(next.IsKept);
        Assert.Equal(0, next.Suspects);
    }

    [Fact]
    public void Open_FolderIsMissingOrTaken_IntakeGoesOnForgetful()
    {
        using var nowhere = InFlight.Open(_folder.At("none", "inflight"));
        Assert.False(nowhere.IsKept);
        using (nowhere.Begin(_killer)) Assert.Equal(0, nowhere.DeathsOf(_killer));
        using var first = InFlight.Open(File);
        using var second = InFlight.Open(File);
        Assert.Equal((true, false), (first.IsKept, second.IsKept));
    }

    [Fact]
    public async Task Take_MailThatKilledTheProcessTwice_IsHeldUnreadAndReleaseReadsIt()
    {
        using var desk = new Desk();
        var mail = Desk.Mail("killer");
        for (var n = 0; n < 2; n++)
            using (var dying = InFlight.Open(desk.Folder.At("inflight"))) dying.Begin(InFlight.KeyOf(mail));
        await desk.TakeAsync(mail);
        var held = Assert.Single(desk.Door.Stored);
        Assert.Equal((QuarantineReason.Deadly, "", mail), (held.Unreadable, held.Mail.Subject, held.Raw));
        await desk.Intake.TakeAsync(new IncomingMail("support", mail, "q-1") { ReleasedFrom = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal("killer", desk.Door.Stored[1].Mail.Subject);
    }

    [Fact]
    public async Task Take_SuspectThatSurvives_IsAnOrdinaryMail()
    {
        using var desk = new Desk();
        using (var dying = InFlight.Open(desk.Folder.At("inflight")))
            foreach (var n in Enumerable.Range(0, 5)) dying.Begin(InFlight.KeyOf(Desk.Mail($"m{n}")));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => desk.TakeAsync(Desk.Mail($"m{n}"))));
        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"m{n}"), desk.Door.Subjects);
        desk.Intake.Dispose();
        using var after = InFlight.Open(desk.Folder.At("inflight"));
        Assert.Equal(0, after.Suspects);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A process that dies while it reads these.</summary>
    private void Dying(params string[] keys)
    {
        using var list = InFlight.Open(File);
        foreach (var key in keys) list.Begin(key);
    }
}
