using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Replies;

public sealed class ReplyPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Yes.", "", " ", "> quoted", ">> deeper", "-- ", "--", "On Tue, 5 May 2020, Bob wrote:", "On", "wrote:", "From: Bob", "Sent: today", "To: Ann", "Subject: x", "_____", "-----Original Message-----",
        "---------- Forwarded message ---------", "```", "Sent from my iPhone", "##- reply above this line -##", "Am 5. Mai schrieb", "<bob@example.com>", "\u202b", "> ", "写道：", "<div class=gmail_quote>", "</div>",
        "<blockquote type=cite>", "</blockquote>", "<p>text</p>", "<div id=appendonsend>", "<!--", "&gt; x", new('>', 300), new('a', 700),
    ];

    private static Gen<string> Bodies(string separator) =>
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(separator, pieces));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Extract_AnyMixture_IsNeverEmptyWhenTextIsNot(bool html)
    {
        Prop.ForAll(Bodies("\n").ToArbitrary(), body =>
        {
            var parts = html ? ReplyMail.Html(body) : ReplyMail.Text(body);
            var visible = html ? Mail.Html.HtmlText.ToText(body) : body;
            return string.IsNullOrWhiteSpace(visible) || !string.IsNullOrWhiteSpace(parts.ReplyText);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Extract_AnyMixture_LosesNoLine()
    {
        Prop.ForAll(Bodies("\n").ToArbitrary(), body =>
        {
            var parts = ReplyMail.Text(body);
            return Lines(body).SequenceEqual(Lines(parts.ReplyText + "\n" + parts.QuotedText));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Extract_RandomText_NeverThrows() =>
        Prop.ForAll<string>(text => ReplyMail.Text(text ?? "").ReplyText is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    public static TheoryData<string> Pathological => new(
        string.Join('\n', Enumerable.Repeat("On Tue, 5 May 2020, Bob", 20_000)),
        new string('>', 500_000),
        string.Concat(Enumerable.Repeat("> \n", 100_000)),
        "On " + string.Concat(Enumerable.Repeat("5 May 2020 ", 50_000)) + "wrote",
        string.Concat(Enumerable.Repeat("From: To: Subject: ", 50_000)),
        string.Join('\n', Enumerable.Repeat("From: a\nTo: b\n", 20_000)),
        new string('-', 500_000) + "Original Message",
        string.Concat(Enumerable.Repeat("<a@", 200_000)),
        string.Concat(Enumerable.Repeat("Sent from my ", 20_000)),
        new string(' ', 300_000) + "x",
        new string('\n', 500_000) + "x");

    [Theory]
    [MemberData(nameof(Pathological), DisableDiscoveryEnumeration = true)]
    public void Extract_Pathological_TakesBoundedTime(string body)
    {
        var start = Stopwatch.GetTimestamp();

        Assert.NotEqual("", ReplyMail.Text(body).ReplyText);
        Assert.NotNull(ReplyMail.Html(body).ReplyText);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60));
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Order(StringComparer.Ordinal)];
}
