namespace Connector.Mail.Tests.Reading;

public sealed class LineEndTests
{
    private const string Mail = "From: a@x.example\nSubject: folded\n subject\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\none\ntwo\n--b\nContent-Type: text/csv; name=a.csv\n\n1,2\n3,4\n--b--\n";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Read_OtherLineEnds_GiveTheSame(string lineEnd)
    {
        var expected = RawMail.Read(Mail);
        var message = RawMail.Read(Mail.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(expected.Subject, message.Subject);
        Assert.Equal("one\ntwo", message.Text.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal("a.csv", Assert.Single(message.Attachments).Name);
        if (lineEnd == "\r\n") Assert.Equal(Samples.Everything(expected), Samples.Everything(message));
    }

    [Fact]
    public void Read_HeaderAndBodyEndedDifferently_Works()
    {
        var at = Mail.IndexOf("\n\n", StringComparison.Ordinal);
        var message = RawMail.Read(Mail[..at].Replace("\n", "\r\n", StringComparison.Ordinal) + Mail[at..]);
        Assert.Equal(("folded subject", "one\ntwo"), (message.Subject, message.Text));
    }

    [Fact]
    public void Text_NelAndBareCr_AreLineEnds() =>
        Assert.Equal("a\nb\nc\nd", RawMail.Read("From: a@x.example\nContent-Type: text/plain; charset=utf-8\n\na\rb\u0085c\r\nd").Text);

    [Fact]
    public void Read_LinesOver998Characters_AreWhole()
    {
        var line = new string('x', 5_000);
        var message = RawMail.Read($"From: a@x.example\nSubject: {line}\n\n{line}\n");
        Assert.Equal((line, line + "\n"), (message.Subject, message.Text));
    }

    [Fact]
    public void Decode_BinaryWithNulBytes_IsUntouched()
    {
        byte[] content = [1, 13, 10, 0, 13, 10, 2];
        Assert.Equal(content, RawMail.WithBody("application/octet-stream", content, "binary").Root.Decode().ToArray());
        Assert.Equal(content, RawMail.WithBody("application/octet-stream", content).Root.Decode().ToArray());
    }
}
