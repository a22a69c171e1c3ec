using System.Diagnostics;
using System.Text;
using Connector.Mail.Classifying;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Classifying;

public sealed class ClassifyingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "bob@example.net", "<bob@example.net>", ":", "user unknown", "550 5.1.1", "The following recipients failed:", "\n", "\n\n", "Final-Recipient: rfc822; bob@example.net\n", "Action: failed\n", "Action: delayed\n",
        "Status: 5.1.1\n", "--- Below this line is a copy of the message.\n", "Message-ID: <a@b>\n", "RCPT TO:<x@y.z>\n", "support@example.com", "(", ")", "+2", "@", "<", ">", ";", "delayed", "\u00e9", "退信",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Read_AnyMixture_NeverNamesOurOwnAddress()
    {
        Prop.ForAll(Texts.ToArbitrary(), body =>
            BounceReader.Read(SmallMail.Bounce(body)) is not { } bounce || !bounce.Recipients.Contains("support@example.com", StringComparer.OrdinalIgnoreCase))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Classify_RandomHeaderValues_AlwaysGivesAReason()
    {
        string[] names = ["Auto-Submitted", "Precedence", "Return-Path", "Subject", "From", "Content-Type", "X-Failed-Recipients", "X-Autoreply"];
        var headers = Gen.Elements(names).Zip(ArbMap.Default.GeneratorFor<string>()).Select(pair => pair.Item1 + ": " + string.Concat((pair.Item2 ?? "").Where(c => c >= ' ')));
        Prop.ForAll(headers.ToArbitrary(), header => MailClassifier.Classify(SmallMail.With(header), OwnMail.Unknown).Reason.Length > 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    public static TheoryData<string> Pathological => new(
        string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("not ", 150)), 1000)),
        string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("your mail address unable to delivery ", 20)), 1000)),
        string.Join('\n', Enumerable.Repeat(new string('a', 590) + "@", 1000)),
        string.Concat(Enumerable.Repeat("a@b.", 200_000)),
        string.Join('\n', Enumerable.Repeat("Final-Recipient: rfc822; bob@example.net", 20_000)),
        string.Concat(Enumerable.Repeat("Final-Recipient: +2B", 50_000)),
        string.Join('\n', Enumerable.Repeat("Message-ID:", 50_000)),
        new string('(', 500_000));

    [Theory]
    [MemberData(nameof(Pathological), DisableDiscoveryEnumeration = true)]
    public void Read_Pathological_TakesBoundedTime(string body)
    {
        var start = Stopwatch.GetTimestamp();

        Assert.NotNull(MailClassifier.Classify(SmallMail.Bounce(body, subject: "x"), OwnMail.Unknown));
        _ = BounceReader.Read(SmallMail.Bounce(body));

        var elapsed = Stopwatch.GetElapsedTime(start);
        Assert.True(elapsed < TimeSpan.FromSeconds(60), $"took {elapsed}");
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("From")]
    [InlineData("Auto-Submitted")]
    public void Classify_EnormousHeader_TakesBoundedTime(string name)
    {
        var start = Stopwatch.GetTimestamp();

        Assert.NotNull(MailClassifier.Classify(SmallMail.With($"{name}: {new StringBuilder().Insert(0, "mail your delivery (", 10_000)}"), OwnMail.Unknown));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60));
    }
}
