using System.Diagnostics;

namespace Connector.Mail.Tests.Reading;

public sealed class HeaderTests
{
    [Fact]
    public void Read_FieldsFoldedIntoTheDate_AreFieldsAgain()
    {
        var message = RawMail.Read("From: a@x.example\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n Precedence: bulk\n Auto-Submitted: auto-replied\nSubject: s\n\nbody\n");
        Assert.Equal("bulk", message.Headers.Last("Precedence"));
        Assert.Equal("auto-replied", message.Headers.Last("Auto-Submitted"));
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.FromHours(1)), message.Date);
        Assert.True(message.Mended("header-unglued"));
    }

    [Theory]
    [InlineData("Subject: see\n Date: tomorrow", "see Date: tomorrow")]
    [InlineData("Subject: Re: Precedence: bulk", "Re: Precedence: bulk")]
    [InlineData("Subject: a\n\tb\n  c", "a b c")]
    [InlineData("Subject:no blank", "no blank")]
    [InlineData("Subject : blank before", "blank before")]
    [InlineData("SUBJECT: upper", "upper")]
    [InlineData("Subject:", "")]
    [InlineData("Subject: first\nSubject: last", "last")]
    [InlineData("Subject: broken\nfold here\nMIME-Version: 1.0", "broken fold here")]
    [InlineData("Subject: one\0two", "onetwo")]
    public void Read_Subject_IsUnfolded(string fields, string expected) => Assert.Equal(expected, RawMail.WithHeader(fields).Subject);

    [Theory]
    [InlineData("From")]
    [InlineData("Subject")]
    [InlineData("Message-ID")]
    [InlineData("References")]
    [InlineData("Content-Type")]
    public void Read_DoubledField_IsNamed(string name) => Assert.True(RawMail.WithHeader($"{name}: <a@x>\n{name}: <b@x>").Mended("header-doubled"));

    [Fact]
    public void Read_DoubledContentType_LastWins() =>
        Assert.Equal("text/html", RawMail.Read("Content-Type: text/plain\nContent-Type: text/html\n\n<p>x</p>").Root.ContentType);

    [Fact]
    public void Read_BlankLineInsideTheHeader_IsJoined()
    {
        var message = RawMail.Read("From: a@x.example\nSubject: s\n\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nX-Foo: 1\n\nHello\n");
        Assert.Equal("Hello\n", message.Text);
        Assert.Equal("1", message.Headers.Last("X-Foo"));
        Assert.True(message.Mended("headers-split-by-blank-line"));
    }

    [Fact]
    public void Read_QuotedHeadersInTheText_StayText()
    {
        const string Body = "From: someone@else.example\nTo: me@x.example\nContent-Type: text/plain\n\nquoted\n";
        var message = RawMail.Read($"From: a@x.example\nTo: b@x.example\nSubject: s\n\n{Body}");
        Assert.Equal(Body, message.Text);
        Assert.Equal("a@x.example", message.From[0].Address);
    }

    [Fact]
    public void Read_BlankLineMissing_BodyStartsAtTheFirstOtherLine()
    {
        var message = RawMail.Read("From: a@x.example\nSubject: s\nDear all,\nthis is it.\n\nBye\n");
        Assert.Equal("Dear all,\nthis is it.\n\nBye\n", message.Text);
        Assert.True(message.Mended("blank-line-missing"));
    }

    [Theory]
    [InlineData("From sender@x.example Mon Jan  1 10:00:00 2024\n")]
    [InlineData(">From sender@x.example Mon Jan  1 10:00:00 2024\n")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("220 some gateway said this\n")]
    public void Read_SomethingBeforeTheHeader_IsSkipped(string before)
    {
        var message = RawMail.Read($"{before}From: a@x.example\nSubject: s\n\nbody\n");
        Assert.Equal(("s", "body\n"), (message.Subject, message.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("just a text\nwithout any header\n")]
    [InlineData("{\"json\": true}")]
    [InlineData("<html><body>x</body></html>")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0")]
    public void Read_NoHeaderAtAll_IsNotMail(string text)
    {
        var message = RawMail.ReadLatin1(text);
        Assert.False(message.HasHeaders);
        Assert.True(message.Mended("not-mail"));
    }

    [Theory]
    [InlineData("Subject: Grüße", "Grüße")]
    public void Read_Utf8Header_IsUtf8(string field, string expected) => Assert.Equal(expected, RawMail.WithHeader(field).Subject);

    [Theory]
    [InlineData("text/plain; charset=koi8-r", new byte[] { 0xD4, 0xC5, 0xD3, 0xD4 }, "тест")]
    [InlineData("text/plain; charset=utf-8", new byte[] { 0xE9, 0x74, 0xE9 }, "été")]
    [InlineData("text/plain", new byte[] { 0x93, 0x78, 0x94 }, "\u201Cx\u201D")]
    [InlineData("text/plain; charset=gb2312", new byte[] { 0xC4, 0xE3, 0xBA, 0xC3 }, "你好")]
    public void Read_RawEightBitHeader_IsInTheDeclaredCharset(string type, byte[] subject, string expected)
    {
        byte[] mail = [.. "Subject: "u8, .. subject, .. RawMail.Bytes($"\nContent-Type: {type}\n\nx\n")];
        Assert.Equal(expected, MailReader.Read(mail).Subject);
    }

    [Fact]
    public void Read_ManyFields_StopsAtTheLimit()
    {
        var message = RawMail.Read($"{string.Concat(Enumerable.Range(0, 8_000).Select(i => $"X-{i}: {i}\n"))}\nbody\n");
        Assert.Equal(ReadLimits.Default.MaxHeaders, message.Headers.Count);
        Assert.Equal("body\n", message.Text);
    }

    [Theory]
    [InlineData("To: ", " Date: ")]
    [InlineData("Content-Type: text/plain; ", "=\"a\" ")]
    [InlineData("Content-Disposition: inline; size=", "A A ")]
    [InlineData("To: ", "=?a?b? ")]
    [InlineData("References: ", "<")]
    [InlineData("Date: ", "1 ")]
    public void Read_TwoMegabytesInOneField_EndsInTime(string field, string piece)
    {
        var start = Stopwatch.GetTimestamp();
        var message = RawMail.Read($"{field}{string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length))}\nSubject: after\n\nbody\n");
        Assert.Equal(("after", "body\n"), (message.Subject, message.Text));
        Assert.True(message.Mended("limit-reached"));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), Stopwatch.GetElapsedTime(start).ToString());
    }
}
