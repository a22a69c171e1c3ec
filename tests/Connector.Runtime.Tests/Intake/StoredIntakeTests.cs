using System.Text;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Folders;
using Connector.Runtime.Intake.Health;
using Connector.Runtime.Intake.Reading;
using Connector.Runtime.Intake.Sources;
using Connector.Runtime.Settings;
using Connector.Runtime.Tests.Clock;
using Connector.Runtime.Tests.Settings;
using Connector.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Intake;

/// <summary>Intake with the real rules and the real store.</summary>
public sealed class StoredIntakeTests : IAsyncLifetime
{
    private static readonly FixedClock Nine = new(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TempFolder _folder = new();
    private Store _store = null!;
    private MailIntake _intake = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R142")]
    public async Task Take_FolderOfMailsWithReplies_EachReplyJoinsItsRootAndAgainAllAreDuplicates()
    {
        for (var n = 0; n < 100; n++) Write($"{n:000}-root.eml", n, reply: false);
        for (var n = 0; n < 30; n++) Write($"{n:000}-zz-reply.eml", n, reply: true);
        var first = await IngestAsync();
        Assert.Equal(130, first.Count);
        var roots = first.Where(i => !i.Source.Contains("reply", StringComparison.Ordinal)).ToDictionary(i => i.Source[^12..^9], i => i.Decision);
        Assert.All(roots.Values, d => Assert.Equal((MailAction.New, null), (d.Action, d.CaseId)));
        Assert.Equal(100, roots.Values.Select(d => d.InteractionId).Distinct().Count());
        Assert.All(first.Where(i => i.Source.Contains("reply", StringComparison.Ordinal)), i =>
        {
            Assert.Equal((MailAction.Append, MatchedBy.MessageId), (i.Decision.Action, i.Decision.MatchedBy));
            Assert.Equal(roots[i.Source[^16..^13]].InteractionId, i.Decision.InteractionId);
        });

        Assert.All(await IngestAsync(), i => Assert.Equal(MailAction.Duplicate, i.Decision.Action));
        await using var db = _store.Read();
        Assert.Equal(130, await db.Set<Message>().CountAsync(Token));
    }

    [Fact]
    public async Task Take_ReplyRightBehindItsLargeRoot_JoinsIt()
    {
        var root = _intake.TakeAsync("support", Mail(1, reply: false, padding: 10_000_000), "root", Token);
        var reply = _intake.TakeAsync("support", Mail(1, reply: true), "reply", Token);
        Assert.Equal((await root).Decision.InteractionId, (await reply).Decision.InteractionId);
    }

    [Theory]
    [InlineData("no header\n\nat all", QuarantineReason.NotMail)]
    [InlineData("Subject: nobody\n\nwrote this", QuarantineReason.NoSender)]
    public async Task Take_MailThatCannotBeHandled_IsHeldWithItsBytesAndOnlyOnce(string text, QuarantineReason reason)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var held = (await _intake.TakeAsync("support", bytes, "x", Token)).Decision;
        Assert.Equal((MailAction.Quarantine, reason.ToString()), (held.Action, held.QuarantineReason));
        Assert.Equal(MailAction.Duplicate, (await _intake.TakeAsync("support", bytes, "x", Token)).Decision.Action);
        await using var db = _store.Read();
        var item = await db.Set<QuarantineItem>().SingleAsync(Token);
        Assert.Equal(bytes, (await db.Set<RawMail>().SingleAsync(r => r.Id == item.Id, Token)).Bytes);
    }

    [Fact]
    public async Task Rehearse_OfRootAndReply_SaysWhatWouldComeAndStoresNothing()
    {
        var lines = await _intake.RehearseAsync([new("support", Mail(1, reply: false), "a"), new("support", Mail(1, reply: true), "b")], Token);
        Assert.Equal([MailAction.New, MailAction.Append], lines.Select(l => l.Decision.Action));
        await using var db = _store.Read();
        Assert.Equal(0, await db.Set<Message>().CountAsync(Token));
    }

    [Fact]
    public async Task Turn_ManyFilesInTheDropFolder_AreAllStoredAndMoved()
    {
        var drop = _folder.At("drop");
        Directory.CreateDirectory(drop);
        for (var n = 0; n < 50; n++) await File.WriteAllBytesAsync(Path.Combine(drop, $"{n}.eml"), Mail(n, reply: false), Token);
        var machine = new ManualTime();
        var pump = new FolderPump(new DropFolder("support", drop, isOurs: true, machine, Nine), _intake, new IntakeHealth(machine), machine, NullLogger.Instance);
        await pump.TurnAsync(Token);
        machine.Advance(TimeSpan.FromMilliseconds(200));
        await pump.TurnAsync(Token);
        Assert.Equal(50, Directory.GetFiles(Path.Combine(drop, "done", "2026-03-01")).Length);
        await using var db = _store.Read();
        Assert.Equal(50, await db.Set<Message>().CountAsync(Token));
    }

    public async ValueTask InitializeAsync()
    {
        _store = await Store.OpenAsync(new() { Folder = _folder.At("data") }, Token);
        _intake = new(new StoreDoor(_store.WritePath(new EngineRules(), () => Desk.Setup)), Nine, () => Desk.Setup,
            new(ByteSize.Megabytes(25)), InFlight.Open(_folder.At("inflight")), NullLogger<MailIntake>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _intake.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(string name, int n, bool reply) => _folder.Write($"mails/{name}", Encoding.ASCII.GetString(Mail(n, reply)));

    private static byte[] Mail(int n, bool reply, int padding = 0)
    {
        var id = reply ? $"reply-{n}@customer.example>\r\nIn-Reply-To: <root-{n}@customer.example" : $"root-{n}@customer.example";
        return Encoding.ASCII.GetBytes($"From: Customer {n} <c{n}@customer.example>\r\nTo: support@example.org\r\nSubject: {(reply ? "Re: " : "")}Question {n}\r\nMessage-ID: <{id}>\r\n\r\nHello {n}\r\n{new string('x', padding)}");
    }

    private async Task<List<IngestLine>> IngestAsync()
    {
        var lines = new List<IngestLine>();
        var mails = new MailSources(_intake.Size.Kept, () => Stream.Null, _ => { }).Enumerate([_folder.At("mails")]);
        await foreach (var answer in new IngestRun(_intake, "support").TakeAsync(mails, Token)) lines.Add(answer.Line!);
        return lines;
    }
}
