namespace Connector.Mail.Tests.Reading;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("filename=a.txt", "a.txt")]
    [InlineData("filename=\"a b.txt\"", "a b.txt")]
    [InlineData("filename=a b.txt", "a b.txt")]
    [InlineData("filename=\"a;b,c.txt\"", "a;b,c.txt")]
    [InlineData("filename=\"say \\\"hi\\\".txt\"", "say \"hi\".txt")]
    [InlineData("filename=\"say \"hi\".txt\"", "say \"hi\".txt")]
    [InlineData("filename=\"C:\\temp\\a.txt\"", "a.txt")]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"..\"", null)]
    [InlineData("filename=\"\"", null)]
    [InlineData("filename=", null)]
    [InlineData("filename*=utf-8''%C3%BC.txt", "ü.txt")]
    [InlineData("filename*=UTF-8'de'%C3%BC%20b.txt; filename=u.txt", "ü b.txt")]
    [InlineData("filename*0=\"a\"; filename*1=\"b.txt\"", "ab.txt")]
    [InlineData("filename*2=t; filename*0*=utf-8''%C3%BC; filename*1=.tx", "ü.txt")]
    [InlineData("filename*0*=utf-8''%C3; filename*1*=%BC.txt", "ü.txt")]
    [InlineData("filename*=iso-8859-1''%FC.txt", "ü.txt")]
    [InlineData("filename*=%C3%BC.txt", "ü.txt")]
    [InlineData("filename=\"=?utf-8?Q?=C3=BC.txt?=\"", "ü.txt")]
    [InlineData("filename==?utf-8?B?w7wudHh0?=", "ü.txt")]
    [InlineData("filename=\"=?utf-8?Q?=C3=BC?=\n =?utf-8?Q?.txt?=\"", "ü.txt")]
    [InlineData("filename=\"ü.txt\"", "ü.txt")]
    [InlineData("filename = \"a.txt\"", "a.txt")]
    [InlineData("filename=\"unclosed.txt", "unclosed.txt")]
    [InlineData("filename=a.txt filename2=b", "a.txt")]
    [InlineData("filename=first.txt; filename=last.txt", "last.txt")]
    [InlineData("x", null)]
    public void Name_AnyParameterForm_IsRead(string parameter, string? expected) =>
        Assert.Equal(expected, Assert.Single(File($"Content-Disposition: attachment; {parameter}").Attachments).Name);

    [Theory]
    [InlineData("Content-Type: application/pdf; name=a.pdf", "a.pdf")]
    [InlineData("Content-Type: application/pdf; name=\"=?utf-8?Q?=C3=BC.pdf?=\"", "ü.pdf")]
    [InlineData("Content-Type: application/pdf; name*=utf-8''%C3%BC.pdf", "ü.pdf")]
    [InlineData("Content-Type: application/pdf; name=type.pdf\nContent-Disposition: attachment; filename=disposition.pdf", "disposition.pdf")]
    [InlineData("Content-Type: application/pdf", null)]
    public void Name_OfTheContentType_IsTheSecondChoice(string headers, string? expected) => Assert.Equal(expected, Assert.Single(File(headers).Attachments).Name);

    [Fact]
    public void Name_Of300Characters_IsKept()
    {
        var name = new string('n', 296) + ".txt";
        Assert.Equal(name, File($"Content-Disposition: attachment; filename={name}").Attachments[0].Name);
    }

    [Fact]
    public void Name_RawLatin1_IsRecovered()
    {
        var message = RawMail.ReadLatin1("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=\"ü.txt\"\n\nx\n--b--\n");
        Assert.Equal("ü.txt", message.Attachments[0].Name);
    }

    [Fact]
    public void Attachments_SameNameTwice_AreBothThere() =>
        Assert.Equal(["a.txt", "a.txt"], Files("Content-Disposition: attachment; filename=a.txt", "Content-Disposition: attachment; filename=a.txt").Attachments.Select(a => a.Name));

    [Fact]
    public void Attachments_ZeroBytes_AreListed()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Type: text/plain; name=empty.txt\n\n--b--\n");
        var file = Assert.Single(message.Attachments);
        Assert.Equal(("empty.txt", 0L, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), (file.Name, file.Size, file.Sha256));
    }

    [Fact]
    public void Attachments_Content_HasSizeAndHash()
    {
        var file = Assert.Single(RawMail.WithBody("application/x-test", "SGVsbG8gd29ybGQ="u8.ToArray(), "base64").Attachments);
        Assert.Equal((11L, "64ec88ca00b268e5ba1a35678a1b5316d212f4f366b2477232534a8aeca37f3c"), (file.Size, file.Sha256));
    }

    [Theory]
    [InlineData("Content-Disposition: inline", true)]
    [InlineData("Content-Disposition: inline\nContent-ID: <other@x>", true)]
    [InlineData("Content-Disposition: attachment\nContent-ID: <img@x>", true)]
    [InlineData("Content-ID: <img@x>", true)]
    [InlineData("Content-Disposition: attachment\nContent-ID: <other@x>", false)]
    [InlineData("Content-Disposition: attachment", false)]
    public void Inline_DispositionOrReference_Decides(string headers, bool expected)
    {
        var message = RawMail.Read($"From: a@x.example\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src=\"cid:img@x\">\n--b\nContent-Type: image/png\n{headers}\n\nx\n--b--\n");
        Assert.Equal(expected, Assert.Single(message.Attachments).Inline);
    }

    [Fact]
    public void ContentId_HasNoBrackets() => Assert.Equal("img@x", File("Content-Type: image/png\nContent-ID: <img@x>").Attachments[0].ContentId);

    [Fact]
    public void Attachments_TextFileMarkedAsSuch_IsNotTheBody()
    {
        var message = RawMail.Read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nnotes\n--b\n\nbody\n--b--\n");
        Assert.Equal("body", message.Text);
        Assert.Equal("notes.txt", Assert.Single(message.Attachments).Name);
    }

    [Fact]
    public void Attachments_SignatureOnly_IsListed() =>
        Assert.Equal("smime.p7s", Assert.Single(File("Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment; filename=smime.p7s").Attachments).Name);

    private static MailMessage File(string headers) => Files(headers);

    private static MailMessage Files(params string[] headers) =>
        RawMail.Read($"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n{string.Concat(headers.Select(h => $"--b\n{h}\n\nx\n"))}--b--\n");
}
