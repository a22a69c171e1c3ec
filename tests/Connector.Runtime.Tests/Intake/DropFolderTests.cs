using Connector.Engine.Messages;
using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Intake.Health;
using Connector.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

public sealed class DropFolderTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly string _drop;
    private readonly FolderPump _pump;

    public DropFolderTests()
    {
        _drop = _desk.Folder.At("drop", "support");
        _pump = Pump(_drop);
    }

    private IntakeSource Health => Assert.Single(_desk.Health.Sources, s => s.Path == _drop);

    [Fact]
    public async Task Turn_FolderIsMissing_IsMade()
    {
        var turn = await TurnAsync();
        Assert.True(Directory.Exists(_drop));
        Assert.Equal((TimeSpan.FromSeconds(1), true), turn);
        Assert.Equal(IntakeState.Running, Health.State);
    }

    [Fact]
    public async Task Turn_FileStoodFor200Milliseconds_IsTakenAndMovedToDone()
    {
        Drop("a.eml", Desk.Mail("a"));
        Assert.Equal((TimeSpan.FromMilliseconds(200), false), await TurnAsync());
        _desk.Machine.Advance(TimeSpan.FromMilliseconds(199));
        await TurnAsync();
        Assert.Empty(_desk.Door.Stored);
        _desk.Machine.Advance(TimeSpan.FromMilliseconds(1));
        await TurnAsync();
        Assert.Equal(["a"], _desk.Door.Subjects);
        Assert.Equal(Desk.Mail("a"), await File.ReadAllBytesAsync(Path.Combine(_drop, "done", "2026-03-01", "a.eml"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(_drop, "a.eml")));
        Assert.Equal(1, Health.Taken);
    }

    [Fact]
    public async Task Turn_FileStillGrows_Waits()
    {
        var whole = Desk.Mail("a", 100);
        Drop("a.eml", whole[..50]);
        await TurnAsync();
        _desk.Machine.Advance(TimeSpan.FromMilliseconds(200));
        Drop("a.eml", whole);
        await TurnAsync();
        Assert.Empty(_desk.Door.Stored);
        await SettleAsync();
        Assert.Equal(whole, Assert.Single(_desk.Door.Stored).Raw);
    }

    [Fact]
    public async Task Turn_UnfinishedHiddenLinkedOrFolder_IsLeftAlone()
    {
        foreach (var name in (string[])[".a.eml", "b.tmp", "c.part", "d.TMP"]) Drop(name, Desk.Mail("x"));
        var outside = _desk.Folder.Write("outside.eml", "From: a@b.example\n\nsecret");
        File.CreateSymbolicLink(Path.Combine(_drop, "link.eml"), outside);
        Directory.CreateDirectory(Path.Combine(_drop, "folder.eml"));
        await SettleAsync();
        Assert.Empty(_desk.Door.Stored);
        Assert.Equal(5, Directory.GetFiles(_drop).Length);
    }

    [Fact]
    public async Task Turn_SeveralFiles_AreTakenInOrderOfTimeThenName()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            Drop($"{name}.eml", Desk.Mail(name));
            File.SetLastWriteTimeUtc(Path.Combine(_drop, $"{name}.eml"), new(2026, 1, name == "c" ? 1 : 2, 0, 0, 0, DateTimeKind.Utc));
        }
        await SettleAsync();
        Assert.Equal(["c", "a", "b"], _desk.Door.Subjects);
    }

    [Fact]
    public async Task Turn_NameIsTakenInDone_KeepsBoth()
    {
        foreach (var text in (string[])["one", "two", "three"])
        {
            Drop("a.eml", Desk.Mail(text));
            await SettleAsync();
        }
        Assert.Equal(["a-2.eml", "a-3.eml", "a.eml"], Names("done", "2026-03-01"));
        Assert.Equal(["one", "two", "three"], _desk.Door.Subjects);
    }

    [Fact]
    public async Task Turn_QuarantinedMail_CountsAsDone()
    {
        Drop("empty.eml", []);
        await SettleAsync();
        Assert.Equal(QuarantineReason.NotMail, Assert.Single(_desk.Door.Stored).Unreadable);
        Assert.Equal(["empty.eml"], Names("done", "2026-03-01"));
    }

    [Fact]
    public async Task Turn_MailBeyondWhatIsKept_IsHeldByItsBeginningAndStaysWholeInDone()
    {
        using var desk = new Desk { Limit = new(1024) };
        var drop = desk.Folder.At("d");
        var pump = Pump(drop, desk);
        desk.Folder.Write("d/big.eml", System.Text.Encoding.ASCII.GetString(Desk.Mail("big", 10_000)));
        await SettleAsync(pump, desk);
        var held = Assert.Single(desk.Door.Stored);
        Assert.Equal((QuarantineReason.TooLarge, 4096, "big"), (held.Unreadable, held.Raw.Length, held.Mail.Subject));
        Assert.True(new FileInfo(Path.Combine(drop, "done", "2026-03-01", "big.eml")).Length > 10_000);
    }

    [Fact]
    public async Task Turn_FileCannotBeOpened_GoesToFailedWithAReasonAndTheNextIsTaken()
    {
        Drop("locked.eml", Desk.Mail("locked"));
        Drop("good.eml", Desk.Mail("good"));
        using (File.Open(Path.Combine(_drop, "locked.eml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None)) await SettleAsync();
        Assert.Equal(["good"], _desk.Door.Subjects);
        Assert.Equal(["locked.eml", "locked.eml.status"], Names("failed"));
        var status = await File.ReadAllTextAsync(Path.Combine(_drop, "failed", "locked.eml.status"), TestContext.Current.CancellationToken);
        Assert.StartsWith("2026-03-01T09:00:00Z cannot be read: ", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_StoreIsDown_FilesStayAndAreTakenWhenItIsBack()
    {
        _desk.Door.Trouble = _ => new StoreUnavailableException("The disk is full.");
        for (var n = 0; n < 100; n++) Drop($"{n:000}.eml", Desk.Mail($"m{n:000}"));
        await TurnAsync();
        _desk.Machine.Advance(TimeSpan.FromMilliseconds(200));
        var waits = new List<TimeSpan>();
        for (var n = 0; n < 7; n++) waits.Add((await TurnAsync()).Wait);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits.Select(w => w.TotalSeconds));
        Assert.Equal((IntakeState.StoreDown, "The disk is full."), (Health.State, Health.Reason));
        Assert.Equal(100, Directory.GetFiles(_drop).Length);

        _desk.Door.Trouble = _ => null;
        Assert.Equal(TimeSpan.FromSeconds(1), (await TurnAsync()).Wait);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"m{n:000}"), _desk.Door.Subjects);
        Assert.Empty(Directory.GetFiles(_drop));
        Assert.Equal((IntakeState.Running, null), (Health.State, Health.Reason));
    }

    [Fact]
    public async Task Turn_StoreIsBack_SaysSoAtTheFirstMailsThatAreStored()
    {
        _desk.Door.Trouble = _ => new StoreUnavailableException("The disk is full.");
        for (var n = 0; n < 100; n++) Drop($"{n:000}.eml", Desk.Mail($"m{n:000}"));
        await SettleAsync();
        Assert.Equal(IntakeState.StoreDown, Health.State);
        // No more than 64 are taken at once: when the last one is, others have been stored.
        var seen = new List<IntakeState>();
        _desk.Door.Trouble = mail =>
        {
            if (mail.Mail.Subject == "m099") seen.Add(Health.State);
            return null;
        };
        await TurnAsync();
        Assert.Equal([IntakeState.Running], seen);
    }

    [Fact]
    public async Task Turn_KilledBetweenCommitAndMove_EndsAsDuplicateAndMoves()
    {
        Drop("a.eml", Desk.Mail("a"));
        await _desk.TakeAsync(Desk.Mail("a"));
        await SettleAsync();
        Assert.Equal(["a"], _desk.Door.Subjects);
        Assert.Equal(["a.eml"], Names("done", "2026-03-01"));
    }

    [Fact]
    public async Task Turn_FileCannotBeMoved_IsTakenOnceUntilItChanges()
    {
        Directory.CreateDirectory(_drop);
        await File.WriteAllTextAsync(Path.Combine(_drop, "done"), "in the way", TestContext.Current.CancellationToken);
        Drop("a.eml", Desk.Mail("a"));
        await SettleAsync();
        await SettleAsync();
        Assert.Equal(["a"], _desk.Door.Subjects.Where(s => s == "a"));
        Assert.Equal(IntakeState.Running, Health.State);
        Drop("a.eml", Desk.Mail("changed"));
        await SettleAsync();
        Assert.Contains("changed", _desk.Door.Subjects);
    }

    [Fact]
    public async Task Turn_FolderIsUnreadable_SaysSoAndOthersGoOn()
    {
        var broken = _desk.Folder.Write("drop/broken", "a file where a folder should be");
        var pump = Pump(broken);
        await pump.TurnAsync(TestContext.Current.CancellationToken);
        var health = Assert.Single(_desk.Health.Sources, s => s.Path == broken);
        Assert.Equal(IntakeState.Unreadable, health.State);
        Assert.Contains("broken", health.Reason, StringComparison.Ordinal);
        Drop("a.eml", Desk.Mail("a"));
        await SettleAsync();
        Assert.Equal(["a"], _desk.Door.Subjects);

        File.Delete(broken);
        await pump.TurnAsync(TestContext.Current.CancellationToken);
        Assert.Equal(IntakeState.Running, Assert.Single(_desk.Health.Sources, s => s.Path == broken).State);
    }

    [Fact]
    public async Task Turn_FolderOutsideTheDataFolderIsAway_IsNotMade()
    {
        var share = _desk.Folder.At("share");
        var pump = new FolderPump(new DropFolder("support", share, isOurs: false, _desk.Machine, _desk.Clock), _desk.Intake, _desk.Health, _desk.Machine, NullLogger.Instance);
        await pump.TurnAsync(TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(share));
        Assert.Equal(IntakeState.Unreadable, Assert.Single(_desk.Health.Sources, s => s.Path == share).State);
    }

    [Fact]
    public async Task Run_FileAppearsLater_IsTakenByTheScanEachSecond()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _desk.Machine.NextTimerAsync();
        var running = _pump.RunAsync(stop.Token);
        await waiting;
        Drop("a.eml", Desk.Mail("a"));
        while (!_desk.Door.Subjects.Any())
        {
            // The system may announce the file or not: either way time goes on only when the pump waits.
            var next = _desk.Machine.NextTimerAsync();
            _desk.Machine.Advance(TimeSpan.FromSeconds(1));
            await next;
        }
        await stop.CancelAsync();
        await running;
        Assert.Equal(["a"], _desk.Door.Subjects);
    }

    public void Dispose() => _desk.Dispose();

    private FolderPump Pump(string path, Desk? desk = null)
    {
        desk ??= _desk;
        return new(new DropFolder("support", path, isOurs: true, desk.Machine, desk.Clock), desk.Intake, desk.Health, desk.Machine, NullLogger.Instance);
    }

    private void Drop(string name, byte[] bytes)
    {
        Directory.CreateDirectory(_drop);
        File.WriteAllBytes(Path.Combine(_drop, name), bytes);
    }

    private Task<(TimeSpan Wait, bool IsIdle)> TurnAsync() => _pump.TurnAsync(TestContext.Current.CancellationToken);

    private Task SettleAsync() => SettleAsync(_pump, _desk);

    private static async Task SettleAsync(FolderPump pump, Desk desk)
    {
        await pump.TurnAsync(TestContext.Current.CancellationToken);
        desk.Machine.Advance(TimeSpan.FromMilliseconds(200));
        await pump.TurnAsync(TestContext.Current.CancellationToken);
    }

    private IEnumerable<string?> Names(params string[] below) =>
        Directory.GetFiles(Path.Combine([_drop, .. below])).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
