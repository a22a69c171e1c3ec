using System.Text;

namespace Connector.Mail.Tests.Writing;

public sealed class MailWriterTests
{
    [Fact]
    public void Write_PlainMail_IsExactlyThis()
    {
        Assert.Equal("""
            Date: Mon, 02 Mar 2026 17:14:19 +0100
            From: Support <support@example.org>
            To: Anna Lindqvist <anna@example.net>
            Message-ID: <abc.1@example.org>
            Subject: Your order
            MIME-Version: 1.0
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: 7bit

            Hello Anna,

            it is on its way.

            """.ReplaceLineEndings("\r\n"), new WrittenMail(Outgoing.Plain).Text);
    }

    [Fact]
    public void Write_SameMailTwice_GivesTheSameBytes()
    {
        var mail = Outgoing.Plain with { Html = "<p>Hello</p>", Attachments = [Outgoing.File("a.pdf"), Outgoing.Pixel] };
        Assert.Equal(MailWriter.Write(mail), MailWriter.Write(mail));
    }

    [Fact]
    public void Write_OtherContent_GivesAnotherBoundary() =>
        Assert.NotEqual(Boundaries(Outgoing.Plain with { Html = "<p>1</p>" }), Boundaries(Outgoing.Plain with { Html = "<p>2</p>" }));

    [Fact]
    public void Write_HtmlImagesAndFiles_NestsMixedAlternativeRelated()
    {
        var mail = Outgoing.Plain with { Html = "<img src=\"cid:pixel@example.org\">", Attachments = [Outgoing.File("a.pdf"), Outgoing.Pixel] };
        var types = new WrittenMail(mail).Text.Find("^Content-Type: ([a-z/]+)").Select(m => m.Groups[1].Value);
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "application/pdf"], types);
    }

    [Fact]
    public void Write_InlineImageWithoutHtml_IsAFile()
    {
        var mail = new WrittenMail(Outgoing.Plain with { Attachments = [Outgoing.Pixel] });
        Assert.StartsWith("multipart/mixed", mail["Content-Type"]);
        Assert.Contains("Content-ID: <pixel@example.org>\r\n", mail.Body);
    }

    [Fact]
    public void Write_HtmlAlone_HasNoEmptyTextPart() =>
        Assert.Equal("text/html; charset=us-ascii", new WrittenMail(Outgoing.Plain with { Text = "", Html = "<p>Hi</p>" })["Content-Type"]);

    [Fact]
    public void Write_Bcc_AppearsNowhere() =>
        Assert.DoesNotContain("secret", new WrittenMail(Outgoing.Plain with { Bcc = [new("Secret", "secret@example.net")] }).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Write_OnlyBcc_NamesNobody() =>
        Assert.Equal("undisclosed-recipients:;", new WrittenMail(Outgoing.Plain with { To = [], Bcc = [new(null, "b@example.net")] })["To"]);

    [Fact]
    public void Write_AutomaticMail_CarriesItsMarkers()
    {
        var mail = new WrittenMail(Outgoing.Plain with { Headers = [new("Auto-Submitted", "auto-replied"), new("X-Case-Thread", "ABCD2345EFGH")] });
        Assert.Equal("auto-replied", mail["Auto-Submitted"]);
        Assert.Equal("ABCD2345EFGH", mail["X-Case-Thread"]);
    }

    [Fact]
    public void Write_HundredReferences_KeepsTheRootAndTheLastTwenty()
    {
        var ids = Enumerable.Range(1, 100).Select(i => $"m{i}@example.net").ToList();
        var written = new WrittenMail(Outgoing.Plain with { References = ids, InReplyTo = [ids[^1]] });
        Assert.Equal(ids.Take(1).Concat(ids.TakeLast(20)).Select(i => $"<{i}>"), written["References"]!.Split(' '));
        Assert.Equal("<m100@example.net>", written["In-Reply-To"]);
    }

    [Fact]
    public void Write_ForeignIdThatIsNone_IsLeftOut()
    {
        var written = new WrittenMail(Outgoing.Plain with { References = ["ok@x", "spa ce@x", "", "a>b@x", new string('x', 2000), "ümlaut@x", "ok@x"] });
        Assert.Equal("<ok@x>", written["References"]);
    }

    [Fact]
    public void Write_TwoHundredRecipients_FoldsBetweenThem()
    {
        var to = Enumerable.Range(1, 200).Select(i => new MailAddress($"Persön {i}", $"person{i}@example.net")).ToList();
        var written = new WrittenMail(Outgoing.Plain with { To = to });
        Assert.All(to, a => Assert.Contains($"<{a.Address}>", written["To"]));
        Assert.All(written.Header.Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));
    }

    [Theory]
    [InlineData("Grüße aus Köln, das Übliche und mehr vom Gleichen, weil der Betreff lang genug sein soll für Größe")]
    [InlineData("注文の状況について教えていただけますか、よろしくお願いいたします、注文番号は四万八千二百十三です")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void Write_LongSubject_SplitsNoCharacterBetweenWords(string subject)
    {
        var written = new WrittenMail(Outgoing.Plain with { Subject = subject });
        var words = written["Subject"]!.Find(@"=\?utf-8\?([QB])\?(\S+?)\?=").ToList();
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.Equal(subject, string.Concat(words.Select(w => strict.GetString(Decode(w.Groups[1].Value, w.Groups[2].Value)))));
        Assert.All(words, w => Assert.InRange(w.Length, 1, 75));
        Assert.All(written.Header.Split("\r\n"), line => Assert.InRange(line.Length, 1, 76));
    }

    [Fact]
    public void Write_SubjectWithThreadId_KeepsItReadable() =>
        Assert.Equal("Re: =?utf-8?Q?Gr=C3=B6=C3=9Fe?= [ABCD2345EFGH]", new WrittenMail(Outgoing.Plain with { Subject = "Re: Größe [ABCD2345EFGH]" })["Subject"]);

    [Fact]
    public void Write_SubjectThatLooksEncoded_IsShownAsTyped() =>
        Assert.StartsWith("=?utf-8?Q?=3D=3Futf-8", new WrittenMail(Outgoing.Plain with { Subject = "=?utf-8?Q?trick?=" })["Subject"]);

    [Theory]
    [InlineData("Anna Lindqvist", "Anna Lindqvist")]
    [InlineData("Lindqvist, Anna", "\"Lindqvist, Anna\"")]
    [InlineData("Anna \"Ann\" L.", "\"Anna \\\"Ann\\\" L.\"")]
    [InlineData("anna@example.net", "\"anna@example.net\"")]
    [InlineData("Boss <boss@x>,", "=?utf-8?Q?Boss_=3Cboss=40x=3E=2C?=")]
    [InlineData("Änne", "=?utf-8?Q?=C3=84nne?=")]
    public void Write_DisplayName_IsQuotedOrEncodedAsNeeded(string name, string expected) =>
        Assert.Equal($"{expected} <a@example.net>", new WrittenMail(Outgoing.Plain with { To = [new(name, "a@example.net")] })["To"]);

    [Theory]
    [InlineData("From here on\n")]
    [InlineData("-- \nAnna\n")]
    [InlineData("größer\n")]
    public void Write_TextARelayWouldChange_IsQuotedPrintable(string text)
    {
        var written = new WrittenMail(Outgoing.Plain with { Text = text });
        Assert.Equal("quoted-printable", written["Content-Transfer-Encoding"]);
        Assert.DoesNotContain("\r\nFrom ", written.Text);
        Assert.DoesNotContain(" \r\n", written.Body);
    }

    [Fact]
    public void Write_LongLinesAndBinaries_StayWithinTheLineLimits()
    {
        var mail = Outgoing.Plain with
        {
            Text = new string('é', 5000),
            Html = $"<p>{new string('x', 50_000)}</p>",
            Attachments = [new("random.bin", "application/octet-stream", Enumerable.Range(0, 5000).Select(i => (byte)(i * 7)).ToArray())],
        };
        Assert.All(new WrittenMail(mail).Lines, line => Assert.InRange(line.Length, 0, 76));
    }

    [Theory]
    [InlineData("nonsense", "application/octet-stream")]
    [InlineData("text/html\r\nX-Evil: 1", "application/octet-stream")]
    [InlineData("multipart/mixed; boundary=x", "application/octet-stream")]
    [InlineData("Text/Calendar; method=REPLY; charset=utf-8", "text/calendar; method=REPLY; charset=utf-8")]
    public void Write_ClaimedContentType_IsWrittenOnlyIfItIsOne(string claim, string expected) =>
        Assert.Contains($"Content-Type: {expected};", new WrittenMail(Outgoing.Plain with { Attachments = [Outgoing.File("a.x", type: claim)] }).Body);

    [Fact]
    public void Write_ForwardedMessage_StaysByteForByte()
    {
        const string original = "From: a@example.net\r\nSubject: old\r\n\r\nOld text without an end";
        var body = new WrittenMail(Outgoing.Plain with { Attachments = [Outgoing.File("old.eml", original, "message/rfc822")] }).Body;
        Assert.Contains($"7bit\r\n\r\n{original}\r\n--=_", body);
    }

    [Fact]
    public void Write_ForwardedMessageWithEightBit_GoesAsBytes() =>
        Assert.Contains("Content-Type: application/octet-stream; name=\"old.eml\"", new WrittenMail(Outgoing.Plain with { Attachments = [Outgoing.File("old.eml", "Subject: ü\r\n\r\n", "message/rfc822")] }).Body);

    private static byte[] Decode(string encoding, string word) => encoding == "B"
        ? Convert.FromBase64String(word)
        : [.. word.Replace('_', ' ').Change("=([0-9A-F]{2})", m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()).Select(c => (byte)c)];

    private static string Boundaries(OutgoingMail mail) =>
        string.Join(' ', new WrittenMail(mail).Text.Find("boundary=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
}
