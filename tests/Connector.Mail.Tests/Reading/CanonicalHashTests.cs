namespace Connector.Mail.Tests.Reading;

public sealed class CanonicalHashTests
{
    private const string Mail = "From: A <a@x.example>\nDate: Tue, 5 Mar 2024 14:07:09 +0100\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Disposition: attachment; filename=f\n\nfile\n--b--\n";

    [Fact]
    public void CanonicalHash_Has32Bytes() => Assert.Equal(32, Hash(Mail).Length / 2);

    [Theory]
    [InlineData("Received: from x by y; Tue, 5 Mar 2024 14:08:00 +0100\nDelivered-To: d@x.example\nReturn-Path: <a@x.example>\n")]
    [InlineData("X-Spam-Score: 1\nMessage-ID: <other@x>\n")]
    public void CanonicalHash_OtherTraceHeaders_IsTheSame(string trace) => Assert.Equal(Hash(Mail), Hash(trace + Mail));

    [Fact]
    public void CanonicalHash_CrLf_IsTheSame() => Assert.Equal(Hash(Mail), Convert.ToHexString(MailReader.Read(RawMail.WithCrLf(RawMail.Bytes(Mail))).CanonicalHash.Span));

    [Fact]
    public void CanonicalHash_SameInstantInAnotherZone_IsTheSame() => Assert.Equal(Hash(Mail), Hash(Mail.Replace("14:07:09 +0100", "13:07:09 +0000", StringComparison.Ordinal)));

    [Theory]
    [InlineData("a@x.example", "b@x.example")]
    [InlineData("14:07:09", "14:07:10")]
    [InlineData("Subject: s", "Subject: t")]
    [InlineData("\ntext\n", "\nother\n")]
    [InlineData("\nfile\n", "\nother\n")]
    public void CanonicalHash_OtherContent_IsAnother(string from, string to) => Assert.NotEqual(Hash(Mail), Hash(Mail.Replace(from, to, StringComparison.Ordinal)));

    private static string Hash(string mail) => Convert.ToHexString(RawMail.Read(mail).CanonicalHash.Span);
}
