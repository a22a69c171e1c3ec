using Connector.Mail.Classifying;

namespace Connector.Mail.Tests.Classifying;

public sealed class BounceReaderTests
{
    [Fact]
    public void Read_StandardReport_GivesFailedRecipientsAndOriginal()
    {
        var bounce = Report("Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; carl@example.net\nAction: failed\nStatus: 5.2.2\n");

        Assert.Equal(["bob@example.net", "carl@example.net"], bounce.Recipients);
        Assert.True(bounce.Permanent);
        Assert.Equal("original@example.com", bounce.OriginalMessageId);
    }

    [Fact]
    public void Read_NoBlankLinesBetweenRecipients_TellsThemApart()
    {
        var bounce = Report("Reporting-MTA: dns; mx.example.net\nFinal-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822; carl@example.net\nAction: delivered\nStatus: 2.0.0\n");

        Assert.Equal(["bob@example.net"], bounce.Recipients);
    }

    [Theory]
    [InlineData("Final-Recipient: rfc822; bob@example.net\nAction: delayed\nStatus: 4.4.1\n", false)]
    [InlineData("Final-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 4.4.7\n", false)]
    [InlineData("Final-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.0.0\n", true)]
    [InlineData("Final-Recipient: rfc822; bob@example.net\nAction: failed\n", true)]
    [InlineData("Final-Recipient: rfc822;<bob@example.net>\nAction: Failed (unknown)\nDiagnostic-Code: smtp; 452 4.2.2 full\n", false)]
    [InlineData("Original-Recipient: rfc822; bob@example.net\nFinal-Recipient: rfc822; x123@internal.example.net\nAction: failed\nStatus: 5.1.1\n", true)]
    [InlineData("Final-Recipient: <bob@example.net>\nAction: failed\nStatus: 5.1.1 (user unknown)\n", true)]
    [InlineData("Final-Recipient: X400; c=us;a= ;p=x\nOriginal-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.1.1\n", true)]
    [InlineData("Original-Recipient: rfc822;bob+40example.net\nFinal-Recipient: rfc822;bob@example.net\nAction: failed\nStatus: 5.1.1\n", true)]
    public void Read_OneRecipient_SaysWhetherForGood(string status, bool permanent)
    {
        var bounce = Report(status);

        Assert.Equal(["bob@example.net"], bounce.Recipients);
        Assert.Equal(permanent, bounce.Permanent);
    }

    [Fact]
    public void Read_DeliveredOnly_NamesNobody() =>
        Assert.Empty(Report("Final-Recipient: rfc822; bob@example.net\nAction: delivered\nStatus: 2.0.0\n").Recipients);

    [Fact]
    public void Read_OwnAddressInReport_IsNotAFailedRecipient() =>
        Assert.Equal(["bob@example.net"], Report("Final-Recipient: rfc822; support@example.com\nAction: failed\n\nFinal-Recipient: rfc822; bob@example.net\nAction: failed\n").Recipients);

    [Fact]
    public void Read_FailedRecipientsHeader_IsTaken()
    {
        var bounce = BounceReader.Read(SmallMail.With("From: Mail Delivery System <Mailer-Daemon@mx.example.net>\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: bob@example.net,\n carl@example.net"));

        Assert.Equal(["bob@example.net", "carl@example.net"], bounce!.Recipients);
    }

    [Theory]
    [InlineData("Message-ID: <original@example.com>")]
    [InlineData("Message-Id:\n <original@example.com>")]
    [InlineData("> Message-ID: <original@example.com>")]
    public void Read_ReturnedText_GivesOriginalMessageId(string line) =>
        Assert.Equal("original@example.com", BounceReader.Read(SmallMail.Bounce($"<bob@example.net>: user unknown\n\n--- Below this line is a copy of the message.\n\nReceived: from x\n{line}\nTo: bob@example.net\n"))!.OriginalMessageId);

    [Fact]
    public void Read_HumanMail_IsNull() => Assert.Null(BounceReader.Read(SmallMail.With()));

    [Fact]
    public void Read_NobodyNamed_TakesTheOnlyRecipientOfTheReturnedMail() =>
        Assert.Equal(["bob@example.net"], BounceReader.Read(SmallMail.Bounce("Your message could not be delivered.\n\n----- Original message -----\n\nFrom: support@example.com\nTo: Bob <bob@example.net>\nSubject: Hi\n"))!.Recipients);

    private static Bounce Report(string status)
    {
        var mail = SmallMail.With("From: MAILER-DAEMON@mx.example.net\nSubject: Returned mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
            $"--b\n\nYour mail could not be delivered.\n--b\nContent-Type: message/delivery-status\n\n{status}\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <original@example.com>\nFrom: support@example.com\nTo: bob@example.net\nSubject: Hi\n\nHello\n--b--\n");
        Assert.Equal(MailClass.Dsn, MailClassifier.Classify(mail, OwnMail.Unknown).Class);
        return BounceReader.Read(mail)!;
    }
}
