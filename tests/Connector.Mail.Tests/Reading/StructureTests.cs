namespace Connector.Mail.Tests.Reading;

public sealed class StructureTests
{
    private const string Head = "From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; ";
    private const string Two = "--b\nContent-Type: text/plain\n\none\n--b\nContent-Type: text/html\n\n<p>two</p>\n";

    [Theory]
    [InlineData("boundary=b\n\n" + Two + "--b--\n", null)]
    [InlineData("boundary=\"b\"\n\npreamble\n" + Two + "--b--\nepilogue\n", null)]
    [InlineData("boundary=b\n\n" + Two, "final-boundary-missing")]
    [InlineData("boundary=b\n\n" + Two + "--b", "final-boundary-missing")]
    [InlineData("boundary=B\n\n" + Two + "--b--\n", "boundary-mended")]
    [InlineData("boundary=other\n\n" + Two + "--b--\n", "boundary-mended")]
    [InlineData("x=y\n\n" + Two + "--b--\n", "boundary-missing")]
    [InlineData("boundary=\n\n" + Two + "--b--\n", "boundary-missing")]
    [InlineData("boundary=b; boundary=b\n\n" + Two + "--b--\n", "parameter-mended")]
    [InlineData("boundary=b\n\n--b  \t\nContent-Type: text/plain\n\none\n--b \nContent-Type: text/html\n\n<p>two</p>\n--b-- \n", null)]
    [InlineData("boundary=b\n--b\nContent-Type: text/plain\n\none\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--\n", "blank-line-missing")]
    [InlineData("boundary=b\n\n--b\n\nContent-Type: text/plain\n\none\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--\n", "headers-split-by-blank-line")]
    [InlineData("boundary=b\n\n--b\none\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--\n", null)]
    [InlineData("boundary=b\n\n--b\nContent-Type: text/plain\n\none\n--b--\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--\n", "parts-after-final-boundary")]
    public void Read_Boundaries_FindBothParts(string rest, string? warning)
    {
        var message = RawMail.Read(Head + rest);
        Assert.Equal(["one", "<p>two</p>"], message.Root.Children.Select(p => p.DecodeText().TrimEnd()));
        Assert.True(warning is null ? message.Warnings.Count == 0 : message.Mended(warning), string.Join('|', message.Warnings));
    }

    [Fact]
    public void Read_BoundaryIsThePrefixOfAnother_KeepsThemApart()
    {
        var message = RawMail.Read($"{Head}boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n--ab\n\none\n--ab\nContent-Type: text/html\n\n<p>two</p>\n--ab--\n--a\nContent-Disposition: attachment; filename=f\n\nfile\n--a--\n");
        Assert.Equal(2, message.Root.Children.Count);
        Assert.Equal(2, message.Root.Children[0].Children.Count);
        Assert.Equal("f", Assert.Single(message.Attachments).Name);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("a--")]
    [InlineData("=_'()+,./:?")]
    public void Read_OddBoundary_Works(string boundary)
    {
        var message = RawMail.Read($"{Head}boundary=\"{boundary}\"\n\n--{boundary}\n\none\n--{boundary}\n\ntwo\n--{boundary}--\n");
        Assert.Equal(["one", "two"], message.Root.Children.Select(p => p.DecodeText()));
    }

    [Fact]
    public void Read_SameBoundaryTwice_LosesNothing()
    {
        var message = RawMail.Read($"{Head}boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--\n--b\nContent-Disposition: attachment; filename=f\n\nfile\n--b--\n");
        Assert.Equal(("one", "<p>two</p>"), (message.Text, message.RawHtml));
        Assert.Equal("f", Assert.Single(message.Attachments).Name);
    }

    [Fact]
    public void Read_InnerBoundaryNotClosed_EndsWithTheOuter()
    {
        var message = RawMail.Read($"{Head}boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\none\n--o\nContent-Disposition: attachment; filename=f\n\nfile\n--o--\n");
        Assert.Equal("one", message.Text);
        Assert.Equal("f", Assert.Single(message.Attachments).Name);
        Assert.False(message.Partial);
    }

    [Fact]
    public void Read_MultipartWithoutParts_ShowsItsText()
    {
        var message = RawMail.Read($"{Head}boundary=b\n\nonly this\n");
        Assert.Equal("only this\n", message.Text);
        Assert.True(message.Mended("multipart-without-parts"));
    }

    [Fact]
    public void Read_EmptyMultipart_HasNoParts()
    {
        var message = RawMail.Read($"{Head}boundary=b\n\n--b--\n");
        Assert.Equal("", message.Text);
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public void Read_CutOffMultipart_IsPartial() => Assert.True(RawMail.Read($"{Head}boundary=b\n\n{Two}").Partial);

    [Theory]
    [InlineData(10, "deep\n")]
    [InlineData(1_000, "")]
    public void Read_NestedDeep_IsBounded(int depth, string text)
    {
        var mail = string.Concat(Enumerable.Range(0, depth).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}x\n\n--b{i}x\n")) + "\ndeep\n";
        var message = RawMail.Read($"From: a@x.example\n{mail}");
        Assert.Equal(text, message.Text);
        Assert.Equal(depth > 100, message.Mended("limit-reached"));
        Assert.True(message.AllParts().Count() <= 102);
    }

    [Fact]
    public void Read_MessagesNestedDeep_AreBounded()
    {
        var mail = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 1_000)) + "Subject: inmost\n\nx\n";
        var message = RawMail.Read($"From: a@x.example\n{mail}");
        Assert.True(message.Mended("limit-reached"));
        Assert.NotNull(message.Text);
        Assert.NotEmpty(message.Attachments);
    }

    [Theory]
    [InlineData("message/rfc822", "7bit")]
    [InlineData("message/rfc822", "base64")]
    [InlineData("message/rfc822", "quoted-printable")]
    [InlineData("message/global", "8bit")]
    public void Read_NestedMessage_IsRead(string type, string encoding)
    {
        const string Inner = "From: inner@x.example\nSubject: inner\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\ninner text\n--i\nContent-Disposition: attachment; filename=deep.txt\n\nx\n--i--\n";
        var body = encoding switch
        {
            "base64" => Convert.ToBase64String(RawMail.Bytes(Inner), Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => Inner.Replace("=", "=3D", StringComparison.Ordinal),
            _ => Inner,
        };
        var message = RawMail.Read($"{Head}boundary=o\n\n--o\n\nsee below\n--o\nContent-Type: {type}\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--o--\n");
        var nested = message.AllParts().Single(p => p.Message is not null).Message!;
        Assert.Equal(("inner", "inner@x.example"), (nested.Subject, nested.From[0].Address));
        Assert.Equal("see below", message.Text);
        Assert.Equal([type, "text/plain"], message.Attachments.Select(a => a.ContentType));
        Assert.Equal("deep.txt", message.Attachments[1].Name);
    }

    [Fact]
    public void Read_Digest_PartsAreMessages()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/digest; boundary=d\n\n--d\n\nSubject: one\n\n1\n--d\n\nSubject: two\n\n2\n--d--\n");
        Assert.Equal(["one", "two"], message.AllParts().Where(p => p.Message is not null).Select(p => p.Message!.Subject));
    }

    [Theory]
    [InlineData("message/delivery-status")]
    [InlineData("message/disposition-notification")]
    [InlineData("message/feedback-report")]
    [InlineData("message/partial; id=x; number=1; total=2")]
    [InlineData("message/external-body; access-type=URL; URL=http://x.example/")]
    public void Read_OtherMessageTypes_StayOnePart(string type)
    {
        var message = RawMail.Read($"{Head}boundary=b\n\n--b\n\ntext\n--b\nContent-Type: {type}\n\nReporting-MTA: dns; x\n\nAction: failed\n--b--\n");
        Assert.Equal("text", message.Text);
        Assert.StartsWith("Reporting-MTA", message.Root.Children[1].DecodeText(), StringComparison.Ordinal);
        Assert.Equal(type.Split(';')[0], Assert.Single(message.Attachments).ContentType);
    }

    [Theory]
    [InlineData("Content-Type: text", "text/plain")]
    [InlineData("Content-Type: text/", "text/plain")]
    [InlineData("Content-Type:", "text/plain")]
    [InlineData("Content-Type: ; charset=utf-8", "text/plain")]
    [InlineData("Content-Type: html", "text/html")]
    [InlineData("Content-Type: TEXT/HTML charset=utf-8", "text/html")]
    [InlineData("Content-Type: \"text/html\"", "text/html")]
    [InlineData("Content-Type: image", "application/octet-stream")]
    [InlineData("Content-Type: image/png; name=a.png", "image/png")]
    [InlineData("X-None: 1", "text/plain")]
    public void Read_ContentType_IsMended(string field, string expected) => Assert.Equal(expected, RawMail.WithHeader(field).Root.ContentType);

    [Fact]
    public void Read_SignedPart_KeepsItsBytes()
    {
        const string Signed = "Content-Type: text/plain\r\n\r\nsigned = text \r\n";
        var raw = $"From: a@x.example\r\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=s\r\n\r\n--s\r\n{Signed}\r\n--s\r\nContent-Type: application/pgp-signature; name=signature.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n--s--\r\n";
        var message = RawMail.Read(raw);
        Assert.Equal(RawMail.Bytes(Signed), message.Root.Children[0].Raw.ToArray());
        Assert.Equal("signed = text \n", message.Text);
        Assert.Equal("signature.asc", Assert.Single(message.Attachments).Name);
    }

    [Fact]
    public void Read_ManyParts_StopsAtTheLimit()
    {
        var message = RawMail.Read($"{Head}boundary=b\n\n{string.Concat(Enumerable.Repeat("--b\n\nx\n", 20_000))}--b--\n");
        Assert.True(message.AllParts().Count() <= ReadLimits.Default.MaxParts + 1);
        Assert.True(message.Partial);
    }
}
