using Connector.Engine.Threads;
using Connector.Runtime.Intake;
using Connector.Runtime.Intake.Sources;
using Connector.Storage;

namespace Connector.Runtime.Tests.Intake;

public sealed class IngestRunTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task Take_ManyMailsSomeUnreadable_AnswersEachInOrder()
    {
        var mails = Enumerable.Range(0, 300).Select(n => n % 100 == 50 ? SourcedMail.Broken($"{n}", "gone") : Mail(n)).ToList();
        var answers = await RunAsync(mails);
        Assert.Equal(mails, answers.Select(a => a.Mail));
        Assert.Equal(["gone", "gone", "gone"], answers.Select(a => a.Problem).OfType<string>());
        Assert.Equal(297, _desk.Door.Stored.Count);
        Assert.Equal(_desk.Door.Stored.Select(m => m.Source), mails.Where(m => m.Unreadable is null).Select(m => m.Source));
    }

    [Fact]
    public async Task Take_TheSameAgain_AnswersDuplicateForAll()
    {
        var mails = Enumerable.Range(0, 100).Select(Mail).ToList();
        await RunAsync(mails);
        Assert.All(await RunAsync(mails), a => Assert.Equal(MailAction.Duplicate, a.Line!.Decision.Action));
    }

    [Fact]
    public async Task Take_OneCannotBeStored_IsToldAndTheRestGoesOn()
    {
        _desk.Door.Trouble = m => m.Mail.Subject == "m1" ? new InvalidOperationException("even quarantine fails") : null;
        var answers = await RunAsync([Mail(0), Mail(1), Mail(2)]);
        Assert.Equal([null, "InvalidOperationException: even quarantine fails", null], answers.Select(a => a.Problem));
    }

    [Fact]
    public async Task Take_StoreIsDown_Throws()
    {
        _desk.Door.Trouble = _ => new StoreUnavailableException("full");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => RunAsync([Mail(0), Mail(1)]));
    }

    [Fact]
    public async Task Take_UnknownChannel_Throws() =>
        await Assert.ThrowsAsync<UnknownChannelException>(() => RunAsync([Mail(0)], "nowhere"));

    public void Dispose() => _desk.Dispose();

    private static SourcedMail Mail(int n) => new($"{n}.eml", Desk.Mail($"m{n}"), Desk.Mail($"m{n}").Length);

    private async Task<List<Ingested>> RunAsync(IEnumerable<SourcedMail> mails, string channel = "support")
    {
        var answers = new List<Ingested>();
        await foreach (var answer in new IngestRun(_desk.Intake, channel).TakeAsync(mails, TestContext.Current.CancellationToken)) answers.Add(answer);
        return answers;
    }
}
