namespace Connector.Mail.Tests.Reading;

public sealed class BodyTests
{
    [Fact]
    public void Text_OnlyHtml_IsMadeFromIt()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: text/html\n\n<p>Hello <b>world</b></p>");
        Assert.Equal("Hello world", message.Text.Trim());
        Assert.Equal("<p>Hello <b>world</b></p>", message.RawHtml);
    }

    [Fact]
    public void Html_OnlyText_IsNull() => Assert.Null(RawMail.Read("From: a@x.example\n\ntext").Html);

    [Fact]
    public void Html_Script_IsGone() =>
        Assert.DoesNotContain("alert", RawMail.Read("From: a@x.example\nContent-Type: text/html\n\n<p>x</p><script>alert(1)</script>").Html, StringComparison.Ordinal);

    [Fact]
    public void Text_EmptyTextPartBesideHtml_IsMadeFromTheHtml() =>
        Assert.Equal("full", Alternative("  \n\n", "<p>full</p>").Text.Trim());

    [Fact]
    public void Text_TextBesideHtml_IsTheText() => Assert.Equal("plain", Alternative("plain", "<p>full</p>").Text);

    [Fact]
    public void Text_SeveralTextsAroundAnImage_IsTheFirstAndTheRestIsListed()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\nContent-Type: image/png; name=a.png\nContent-Disposition: inline; filename=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b\n\nsecond\n--b--\n");
        Assert.Equal("first", message.Text);
        Assert.Equal(["a.png", null], message.Attachments.Select(a => a.Name));
        Assert.All(message.Attachments, a => Assert.True(a.Inline));
    }

    [Fact]
    public void Text_EmptyFirstText_IsTheNextOne()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n\n--b\n\nsecond\n--b--\n");
        Assert.Equal("second", message.Text);
        Assert.Empty(message.Attachments);
    }

    [Theory]
    [InlineData("application/pdf; name=a.pdf")]
    [InlineData("image/jpeg")]
    public void Text_OnlyAFile_IsEmpty(string type)
    {
        var message = RawMail.Read($"From: a@x.example\nContent-Type: {type}\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n");
        Assert.Equal("", message.Text);
        Assert.Equal(5, Assert.Single(message.Attachments).Size);
    }

    [Fact]
    public void Text_NothingAtAll_IsEmpty()
    {
        var message = RawMail.Read("From: a@x.example\nSubject: s\n\n");
        Assert.Equal(("", "", ""), (message.Text, message.ReplyText, message.QuotedText));
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public void Text_OnlyAnInvitation_SaysWhatItIsAbout()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nDTSTART:1601\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Weekly\\, long\n  talk\nDTSTART:20240305T100000Z\nEND:VEVENT\nEND:VCALENDAR\n");
        Assert.Contains("SUMMARY: Weekly, long talk", message.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART: 20240305T100000Z", message.Text, StringComparison.Ordinal);
        Assert.Equal("text/calendar", Assert.Single(message.Attachments).ContentType);
        Assert.Equal("REQUEST", message.Root.Parameters["method"]);
    }

    [Fact]
    public void Text_InvitationAsAlternative_IsTheText()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nPlease come\n--b\nContent-Type: text/calendar; method=REPLY\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFS\n--b--\n");
        Assert.Equal("Please come", message.Text);
        Assert.Equal("BEGIN:VCALENDAR", Assert.Single(message.Attachments).Part.DecodeText());
    }

    [Fact]
    public void Text_Encrypted_IsEmptyAndTheFilesAreThere()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n--b--\n");
        Assert.Equal("", message.Text);
        Assert.Equal(["application/pgp-encrypted", "application/octet-stream"], message.Attachments.Select(a => a.ContentType));
        Assert.True(message.Mended("encrypted"));
    }

    [Fact]
    public void Text_LongerThanTheLimit_IsCutAndNamed()
    {
        var message = MailReader.Read(RawMail.Bytes($"From: a@x.example\n\n{new string('x', 1_000)}"), new ReadLimits { MaxTextLength = 100 });
        Assert.Equal(100, message.Text.Length);
        Assert.True(message.Mended("text-cut"));
        Assert.True(message.Partial);
    }

    [Fact]
    public void ReplyText_AReply_HasTheQuoteApart()
    {
        var message = RawMail.Read("From: a@x.example\nSubject: Re: s\nIn-Reply-To: <q@x>\n\nYes, please.\n\nOn Mon, Jan 1, 2024 at 10:00 AM Joe <joe@x.example> wrote:\n> Shall we?\n");
        Assert.Equal("Yes, please.", message.ReplyText.Trim());
        Assert.Contains("Shall we?", message.QuotedText, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_AfterReadingBodies_Grow()
    {
        var message = RawMail.WithBody("text/plain; charset=utf-8", [0xFC]);
        Assert.Empty(message.Warnings);
        Assert.Equal("ü", message.Text);
        Assert.True(message.Mended("charset-wrong"));
    }

    [Fact]
    public void Text_ReadByManyThreads_IsOneText()
    {
        var message = Alternative("plain", "<p>full</p>");
        var texts = new string[64];
        Parallel.For(0, texts.Length, i => texts[i] = message.Text + message.RawHtml + message.Attachments.Count);
        Assert.Single(texts.Distinct(StringComparer.Ordinal));
    }

    private static MailMessage Alternative(string text, string html) =>
        RawMail.Read($"From: a@x.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n");
}
