using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Tests.Threads;

public sealed class SignalReaderTests
{
    private const string IndexValue = "Adcb7n3nBv0sJ6dBTgiP1hVWmO1c3A==";
    private static readonly Setup Setup = TestSetup.Create(r => r with { CaseNumberInSubject = true });

    private static CaseThread Thread(int seed) => new() { Id = seed, Tenant = "default", Channel = "support", Token = ThreadIds.New(new CountingFresh(seed).Bytes) };

    private static MailSignals Read(TestMail mail, Setup? setup = null) => MailSignals.Of(MailReader.Read(mail.Bytes()), (setup ?? Setup).Channel("support")!, setup ?? Setup);

    [Fact]
    [Trait("Requirement", "D-20")]
    [Trait("Requirement", "X01")]
    public void Of_EverySignal_StandInTheOrderOfBelief()
    {
        var t = Enumerable.Range(1, 7).Select(Thread).ToArray();
        var own = SignedTokens.MessageId("example.org", t[1], 1, 1, Setup);
        var signals = Read(new TestMail
        {
            Id = "own@customer.example",
            To = [SignedTokens.Address("support@example.org", t[0], 1, Setup)],
            Subject = $"Re: lamp [{t[2].Token}] 14355",
            InReplyTo = ["parent@customer.example"],
            References = ["root@customer.example", own, "parent@customer.example"],
            Text = $"see {t[3].Token}\r\n",
        }.With("Thread-Index", IndexValue));
        Assert.Equal(
            [MatchedBy.AddressToken, MatchedBy.MessageIdToken, .. Enumerable.Repeat(MatchedBy.MessageId, 3 + 1), MatchedBy.ThreadIndex, MatchedBy.Subject, MatchedBy.CaseNumber, MatchedBy.Body, .. Enumerable.Repeat(MatchedBy.MessageId, 3)],
            signals.Ordered.Select(s => s.By));
        Assert.Equal(["parent@customer.example", own, "root@customer.example"], signals.Ordered.Where(s => s is { By: MatchedBy.MessageId, Awaited: false }).Select(s => s.Text));
        Assert.Equal(["own@customer.example", "parent@customer.example", own, "root@customer.example"], signals.Ordered.Where(s => s.Awaited).Select(s => s.Text));
        Assert.Equal([14355L], signals.Keys.CaseNumbers);
        Assert.Equal(3, signals.Keys.Named.Count);
        Assert.NotNull(signals.Keys.ClientIndex);
        Assert.Equal([true, true], signals.Ordered.Where(s => s.Signed).Select(s => s.Recipient == 1));
    }

    [Fact]
    [Trait("Requirement", "R037")]
    public void Of_CaseNumber_IsNeverAThreadIdAndTheOtherWayRound()
    {
        var signals = Read(new TestMail { Subject = $"14355 {Thread(1).Token}" });
        Assert.DoesNotContain("14355", signals.Keys.ThreadTokens);
        Assert.Equal([14355L], signals.Keys.CaseNumbers);
        Assert.Empty(Read(new TestMail { Subject = "14355" }, TestSetup.Create()).Keys.CaseNumbers);
    }

    [Theory]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    [InlineData("X-Forwarded-To")]
    public void Of_TokenInATraceOfTheReceivingAddress_IsFound(string header)
    {
        var signal = Assert.Single(Read(new TestMail().With(header, SignedTokens.Address("support@example.org", Thread(1), 2, Setup))).Ordered, s => !s.Awaited);
        Assert.Equal((MatchedBy.AddressToken, 2), (signal.By, signal.Recipient));
    }

    [Fact]
    public void Of_ForgedTokens_AreFlaggedAndNoSignals()
    {
        var address = SignedTokens.Address("support@example.org", Thread(1), 1, Setup).Replace(".b.b", ".c.b");
        var signals = Read(new TestMail { To = [address], InReplyTo = [SignedTokens.MessageId("example.org", Thread(1), 1, 1, Setup).Replace(".b.b.b", ".b.c.b")] });
        Assert.DoesNotContain(signals.Ordered, s => s.Signed);
        Assert.Equal(["ForgedToken", "ForgedToken"], signals.Flags);
    }

    [Fact]
    public void Of_SubjectToken_StandsBetweenNonAlphanumericsOnly()
    {
        var id = Thread(1).Token!;
        Assert.Equal([id], Read(new TestMail { Subject = $"Re: x-{id.ToLowerInvariant()}." }).Keys.ThreadTokens);
        Assert.Empty(Read(new TestMail { Subject = $"Ä{id}" }).Keys.ThreadTokens);
        Assert.DoesNotContain(id, Read(new TestMail { Subject = $"{id}7" }).Keys.ThreadTokens);
    }

    [Fact]
    public void Of_ImportedIdOfAnotherForm_IsLookedUp() => Assert.Equal(["JXA6PDRNQ2SO"], Read(new TestMail { Subject = "Re: lamp [JXA6PDRNQ2SO]" }).Keys.ThreadTokens);

    [Fact]
    public void Of_NoIds_LooksUpNone()
    {
        var signals = Read(new TestMail().With("In-Reply-To-Nothing", "x"));
        Assert.Empty(signals.Keys.Named);
        Assert.Equal([true], signals.Ordered.Select(s => s.Awaited));
    }

    [Fact]
    public void Of_HundredsOfReferences_AreCappedFromTheLast()
    {
        var references = Enumerable.Range(1, 300).Select(i => $"m{i}@customer.example").ToArray();
        var raw = $"From: a@b.example\r\nTo: support@example.org\r\nSubject: x\r\nReferences: {string.Join("\r\n ", references.Select(r => $"<{r}>"))}\r\n\r\nHi\r\n";
        var signals = MailSignals.Of(MailReader.Read(System.Text.Encoding.ASCII.GetBytes(raw)), Setup.Channel("support")!, Setup);
        Assert.InRange(signals.Keys.Named.Count, 20, 30);
        Assert.Equal("m300@customer.example", signals.Ordered.First(s => s.By == MatchedBy.MessageId).Text);
    }

    [Fact]
    public void Of_TokenInQuotedTextOnly_SaysSo()
    {
        var (mine, old) = (Thread(1).Token!, Thread(2).Token!);
        var signals = Read(new TestMail { Subject = "Re: lamp", InReplyTo = ["x@y.example"], Text = $"About {mine}\r\n\r\nOn 1 March 2026, Help wrote:\r\n> your id is {old}\r\n> and {mine}\r\n" });
        Assert.Equal([(mine, false), (old, true)], signals.Ordered.Where(s => s.By == MatchedBy.Body).Select(s => (s.Text, s.Quoted)));
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void Of_UnusableThreadIndex_IsNoSignal(string value) => Assert.Null(Read(new TestMail().With("Thread-Index", value)).Keys.ClientIndex);

    [Fact]
    public void Of_ThreadIndex_CountsItsFirst22Bytes()
    {
        var bytes = Convert.FromBase64String(IndexValue);
        var child = Convert.ToBase64String([.. bytes, 1, 2, 3, 4, 5]);
        Assert.Equal(Read(new TestMail().With("Thread-Index", IndexValue)).Keys.ClientIndex, Read(new TestMail().With("Thread-Index", child)).Keys.ClientIndex);
    }
}
