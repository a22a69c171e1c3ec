using System.Text;
using System.Text.Json;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Runtime.Clock;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Reading;
using Connector.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

public sealed class MailIntakeTests : IDisposable
{
    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_OrdinaryMail_ReachesTheDoorReadClassifiedAndWithItsKeys()
    {
        var line = await _desk.TakeAsync(Desk.Mail("order"), "a.eml");
        Assert.Equal(MailAction.New, line.Decision.Action);
        var mail = Assert.Single(_desk.Door.Stored);
        Assert.Equal(("support", "a.eml", "order", MailClass.Human), (mail.Channel, mail.Source, mail.Mail.Subject, mail.Class.Class));
        Assert.Equal(MailKey.OfId("order@customer.example"), mail.Signals.Keys.Own);
        Assert.Equal(_desk.Clock.Now, mail.At);
        Assert.Equal((line.Correlation, 32), (mail.Correlation, mail.Correlation.Length));
    }

    [Fact]
    public async Task Take_SameMailAgain_IsADuplicate()
    {
        await _desk.TakeAsync(Desk.Mail("order"));
        Assert.Equal(MailAction.Duplicate, (await _desk.TakeAsync(Desk.Mail("order"))).Decision.Action);
    }

    [Fact]
    public async Task Take_UnknownChannel_NamesIt()
    {
        var refused = await Assert.ThrowsAsync<UnknownChannelException>(() => _desk.Intake.TakeAsync("sales", Desk.Mail("x"), "x", Token));
        Assert.Contains("'sales'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChannelOf_AMailTheProcessDiedOf_IsNotLookedAtAndStaysSuspect()
    {
        var (file, mail) = (_desk.Folder.At("suspects"), Desk.Mail("killer"));
        using (var dying = InFlight.Open(file)) dying.Begin(InFlight.KeyOf(mail));
        var setup = Desk.Setup with { Channels = Desk.Setup.Channels.Add("sales", Desk.Setup.Channels["support"] with { Id = "sales", Addresses = ["sales@example.org"] }) };
        using var list = InFlight.Open(file);
        using var intake = new MailIntake(_desk.Door, _desk.Clock, () => setup, new(_desk.Limit), list, NullLogger<MailIntake>.Instance);

        Assert.Equal("support", intake.ChannelOf(Desk.Mail("other")).Id);
        Assert.Null(intake.ChannelOf(mail).Id);
        Assert.Equal(1, list.DeathsOf(InFlight.KeyOf(mail)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no header here\r\n\r\njust text")]
    public async Task Take_BytesWithoutHeader_AreHeldAsNotMail(string text)
    {
        await _desk.TakeAsync(Encoding.ASCII.GetBytes(text));
        var held = Assert.Single(_desk.Door.Stored);
        Assert.Equal(QuarantineReason.NotMail, held.Unreadable);
        Assert.Equal(text, Encoding.ASCII.GetString(held.Raw));
    }

    [Fact]
    public async Task Take_LargerThanTheLimit_IsHeldWholeWithSenderAndSubject()
    {
        using var desk = new Desk { Limit = new(1000) };
        var mail = Desk.Mail("huge", padding: 2000);
        await desk.TakeAsync(mail);
        var held = Assert.Single(desk.Door.Stored);
        Assert.Equal((QuarantineReason.TooLarge, "huge", mail.Length), (held.Unreadable, held.Mail.Subject, held.Raw.Length));
        Assert.Contains($"{mail.Length}B", held.UnreadableDetail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_OnlyTheBeginningWasKept_DetailSaysSo()
    {
        using var desk = new Desk { Limit = new(1000) };
        await desk.Intake.TakeAsync(new IncomingMail("support", Desk.Mail("huge", 3900)[..4000], "f") { Size = 9000 }, Token);
        Assert.Contains("only the first 4000B are kept", Assert.Single(desk.Door.Stored).UnreadableDetail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_ReleasedThoughTooLarge_IsReadLikeAnyOther()
    {
        using var desk = new Desk { Limit = new(1000) };
        await desk.Intake.TakeAsync(new IncomingMail("support", Desk.Mail("huge", 2000), "q-1") { ReleasedFrom = 1 }, Token);
        var mail = Assert.Single(desk.Door.Stored);
        Assert.Null(mail.Unreadable);
        Assert.Equal(1, mail.ReleasedFrom);
    }

    [Fact]
    public async Task Take_RuleThrows_MailIsKeptAsFailedAndTheNextIsTaken()
    {
        _desk.Door.Trouble = m => m is { Mail.Subject: "bad", Unreadable: null } ? new InvalidOperationException("a rule fell over") : null;
        var lines = await Task.WhenAll(_desk.TakeAsync(Desk.Mail("one")), _desk.TakeAsync(Desk.Mail("bad")), _desk.TakeAsync(Desk.Mail("two")));
        Assert.Equal(["one", "bad", "two"], _desk.Door.Subjects);
        Assert.Equal([MailAction.New, MailAction.Quarantine, MailAction.New], lines.Select(l => l.Decision.Action));
        Assert.Equal("InvalidOperationException: a rule fell over", _desk.Door.Stored[1].UnreadableDetail);
    }

    [Fact]
    public async Task Take_StoreIsDown_ThrowsAndQuarantinesNothing()
    {
        _desk.Door.Trouble = _ => new StoreUnavailableException("disk full");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _desk.TakeAsync(Desk.Mail("one")));
        Assert.Empty(_desk.Door.Stored);
        _desk.Door.Trouble = _ => null;
        Assert.Equal(MailAction.New, (await _desk.TakeAsync(Desk.Mail("one"))).Decision.Action);
    }

    [Fact]
    public async Task Take_SmallReplyBehindLargeRoot_IsDecidedAfterIt()
    {
        var root = _desk.TakeAsync(Desk.Mail("root", padding: 20_000_000));
        var replies = Enumerable.Range(0, 20).Select(n => _desk.TakeAsync(Desk.Mail($"reply{n}"))).ToList();
        await Task.WhenAll([root, .. replies]);
        Assert.Equal(["root", .. Enumerable.Range(0, 20).Select(n => $"reply{n}")], _desk.Door.Subjects);
    }

    [Fact]
    public async Task Take_ManyAtOnce_ShareCommits()
    {
        var open = new TaskCompletionSource();
        _desk.Door.Open = open.Task;
        var all = Enumerable.Range(0, 200).Select(n => _desk.TakeAsync(Desk.Mail($"m{n}"))).ToList();
        open.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(Enumerable.Range(0, 200).Select(n => $"m{n}"), _desk.Door.Subjects);
        Assert.True(_desk.Door.Pages.Count < 100, $"{_desk.Door.Pages.Count} commits for 200 mails");
        Assert.All(_desk.Door.Pages, p => Assert.InRange(p, 1, 64));
    }

    [Fact]
    public async Task Take_StoreFailsForOnePage_ThoseBehindDoNotOvertake()
    {
        var open = new TaskCompletionSource();
        _desk.Door.Open = open.Task;
        var failures = 0;
        _desk.Door.Trouble = _ => Interlocked.Increment(ref failures) == 1 ? new StoreUnavailableException("locked") : null;
        var all = Enumerable.Range(0, 10).Select(n => _desk.TakeAsync(Desk.Mail($"m{n}"))).ToList();
        open.SetResult();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Task.WhenAll(all));
        Assert.All(all, t => Assert.True(t.IsFaulted));
        Assert.Empty(_desk.Door.Stored);
    }

    [Fact]
    public async Task Take_CallerGoesAway_OthersAreStillTaken()
    {
        using var gone = new CancellationTokenSource();
        var open = new TaskCompletionSource();
        _desk.Door.Open = open.Task;
        var first = _desk.TakeAsync(Desk.Mail("first"));
        var second = _desk.Intake.TakeAsync("support", Desk.Mail("second", 5_000_000), "x", gone.Token);
        var third = _desk.TakeAsync(Desk.Mail("third"));
        await gone.CancelAsync();
        open.SetResult();
        await Task.WhenAll(first, third);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(["first", "third"], _desk.Door.Subjects.Where(s => s != "second"));
    }

    [Fact]
    public async Task Rehearse_OfMails_StoresNothing()
    {
        var lines = await _desk.Intake.RehearseAsync([new("support", Desk.Mail("a"), "a"), new("support", Desk.Mail("b"), "b")], Token);
        Assert.Equal(["a", "b"], lines.Select(l => l.Source));
        Assert.Empty(_desk.Door.Stored);
    }

    [Fact]
    public async Task Take_WithNow_MailArrivesThen()
    {
        var then = new DateTimeOffset(2020, 5, 5, 5, 0, 0, TimeSpan.FromHours(2));
        using var desk = new Desk { Clock = new FixedClock(then) };
        await desk.TakeAsync(Desk.Mail("a"));
        Assert.Equal(then, Assert.Single(desk.Door.Stored).At);
    }

    [Fact]
    public async Task ToJson_OfALine_HasTheNamesOfTheInterface()
    {
        var line = await _desk.TakeAsync(Encoding.UTF8.GetBytes("From: a@b.example\nSubject: Grüße\nMessage-ID: <1@b.example>\n\nHallo"), "x.eml");
        using var json = JsonDocument.Parse(line.ToJson());
        Assert.Equal(["source", "message", "class", "classReason", "bounce", "decision"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("1@b.example", json.RootElement.GetProperty("message").GetProperty("messageId").GetString());
        Assert.Equal("human", json.RootElement.GetProperty("class").GetString());
        Assert.Equal("new", json.RootElement.GetProperty("decision").GetProperty("action").GetString());
        Assert.DoesNotContain('\n', line.ToJson());
    }

    public void Dispose() => _desk.Dispose();
}
