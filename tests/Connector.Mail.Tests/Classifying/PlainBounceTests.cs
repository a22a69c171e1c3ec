using Connector.Mail.Classifying;

namespace Connector.Mail.Tests.Classifying;

/// <summary>The shapes in which mail systems write a failure without a standard report: their structure, in our words.</summary>
public sealed class PlainBounceTests
{
    [Theory]
    [InlineData("postfix", "This is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to postmaster.\n\n                   The mail system\n\n<bob@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1\n    <bob@example.net>: Recipient address rejected (in reply to RCPT TO command)\n", true)]
    [InlineData("sendmail", "The original message was received at Tue, 5 May 2020 10:00:00 GMT\nfrom localhost [127.0.0.1]\n\n   ----- The following addresses had permanent fatal errors -----\n<bob@example.net>\n    (reason: 550 5.1.1 User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<bob@example.net>\n<<< 550 5.1.1 User unknown\n550 5.1.1 <bob@example.net>... User unknown\n", true)]
    [InlineData("qmail", "Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<bob@example.net>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@example.com>\nTo: other@example.net\n", true)]
    [InlineData("exim", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  bob@example.net\n    SMTP error from remote mail server after RCPT TO:<bob@example.net>:\n    host mx.example.net [192.0.2.1]: 550 No such user here\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <support@example.com>\n", true)]
    [InlineData("exim-warning", "This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.com.\n\nThe address to which the message has not yet been delivered is:\n\n  bob@example.net\n    Delay reason: Connection timed out\n\nNo action is required on your part.\n", false)]
    [InlineData("exchange", "Your message did not reach some or all of the intended recipients.\n\n      Subject:\tOrder\n      Sent:\t05/05/2020 10:00\n\nThe following recipient(s) could not be reached:\n\n      'bob@example.net' on 05/05/2020 10:00\n            The e-mail account does not exist at the organization this message was sent to.\n            <mx.example.net #5.1.1>\n", true)]
    [InlineData("office365", "Your message to bob@example.net couldn't be delivered.\n\nbob wasn't found at example.net.\n\nsupport\tOffice 365\tbob\nAction Required\t\tRecipient\n", true)]
    [InlineData("iis-smtp", "This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       bob@example.net\n\n", true)]
    [InlineData("gmail", "Delivery to the following recipient failed permanently:\n\n     bob@example.net\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain example.net by mx.example.net.\n\nThe error that the other server returned was:\n550 5.1.1 No such user\n", true)]
    [InlineData("gmail-new", "** Address not found **\n\nYour message wasn't delivered to bob@example.net because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 User unknown\n", true)]
    [InlineData("yahoo", "Message from yahoo.com.\nUnable to deliver message to the following address(es).\n\n<bob@example.net>:\nThis user doesn't have an account (bob@example.net) [-9] [0]\n\n--- Original message follows.\n", true)]
    [InlineData("aol", "Your mail to the following recipients could not be delivered because they are not accepting mail:\n\tbob@example.net\n", true)]
    [InlineData("gmx", "This message was created automatically by mail delivery software.\n\nDiese Nachricht wurde automatisch erzeugt. Eine oder mehrere Empfängeradressen konnten nicht zugestellt werden:\n\nbob@example.net:\nSMTP error from remote server for RCPT TO command, host: mx.example.net: 550 Requested action not taken: mailbox unavailable\n", true)]
    [InlineData("mail.ru", "This message was created automatically by mail delivery software.\n\nYour message could not be delivered to the following recipients:\n\nbob@example.net\nUser not found\n\n********************\n", true)]
    [InlineData("yandex", "Это письмо отправлено почтовым сервером.\n\nК сожалению, ваше письмо не может быть доставлено одному или нескольким адресатам.\n\n<bob@example.net>: host mx.example.net said: 550 5.7.1 No such user!\n", true)]
    [InlineData("qq", "抱歉，您的邮件被退回来了……\n\n原邮件信息：\n\n收件人：bob@example.net\n\n退信原因：收件人邮件地址不存在，邮件无法送达。\nhost mx.example.net said: 550 Mailbox not found\n", true)]
    [InlineData("163", "您的邮件未能送达以下收件人：\n\nbob@example.net\n\nUser not found 550\n", true)]
    [InlineData("lotus", "Your message\n\n  Subject: Order\n\nwas not delivered to:\n\n  bob@example.net\n\nbecause:\n\n  User bob (bob@example.net) not listed in Domino Directory\n", true)]
    [InlineData("groupwise", "The message that you sent was undeliverable to the following:\n\tbob@example.net (user not found)\n\nPossibly truncated original message follows:\n", true)]
    [InlineData("mdaemon", "The attached message had PERMANENT fatal delivery errors!\n\n> Delivery to the following recipients failed:\n\nSession Transcript:\n\nTue 2020-05-05 10:00:00: --> MAIL From:<support@example.com>\nTue 2020-05-05 10:00:00: <-- 250 ok\nTue 2020-05-05 10:00:00: --> RCPT To:<bob@example.net>\nTue 2020-05-05 10:00:00: <-- 550 5.1.1 User unknown\n", true)]
    [InlineData("courier", "This is a delivery status notification from mx.example.net.\n\nThe original message was received on Tue, 05 May 2020\n\n                      UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<bob@example.net>:\n    mx.example.net [192.0.2.1]:\n>>> RCPT TO:<bob@example.net>\n<<< 550 User unknown.\n", true)]
    [InlineData("imail", "User unknown: bob@example.net\n\nOriginal message follows.\n\nReceived: from x\n", true)]
    [InlineData("imail-2", "undeliverable to bob@example.net\n\nOriginal message follows.\n", true)]
    [InlineData("surgemail", "Your message to <bob@example.net> was rejected.\nI said RCPT TO:<bob@example.net>\nAnd mx.example.net responded with:\n   550 unknown user\n", true)]
    [InlineData("mailenable", "Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:bob@example.net]\n\tReason: The message could not be delivered because the domain name does not appear to be registered.\n", true)]
    [InlineData("hmailserver", "Your message did not reach some or all of the intended recipients.\n\n   Sent: Tue, 5 May 2020\n   Subject: Order\n\nThe following recipient(s) could not be reached:\n\nbob@example.net\n   Error Type: SMTP\n   Remote server (192.0.2.1) issued an error.\n   hMailServer sent: RCPT TO:<bob@example.net>\n   Remote server replied: 550 5.1.1 unknown\n", true)]
    [InlineData("ses", "An error occurred while trying to deliver the mail to the following recipients:\nbob@example.net\n", true)]
    [InlineData("sendgrid", "Hello, this is the mail server on mx.example.com.\n\nI am sending you this message to inform you on the delivery status of a\nmessage you previously sent.  Immediately below you will find a list of\nthe affected recipients.\n\n  <bob@example.net>\n      delivery failed; will not continue trying\n", true)]
    [InlineData("mimecast", "Your email could not be delivered for one or more of the following reasons.\n\nThe following recipients failed:\nbob@example.net\nResponse: 550 Invalid Recipient\n", true)]
    [InlineData("barracuda", "Your message to:\n  bob@example.net\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Order\n", true)]
    [InlineData("x400", "Your message was not delivered to the following recipient:\n\nbob@example.net: Unable to transfer the message (1) to unknown recipient\n", true)]
    [InlineData("biglobe", "   ----- The following addresses had delivery problems -----\n<bob@example.net>   (unrecoverable error: mailbox not found)\n", true)]
    [InlineData("ezweb", "Each of the following recipients was rejected by a remote\nmail server.\n\n    Recipient: <bob@example.net>\n    >>> RCPT TO:<bob@example.net>\n    <<< 550 <bob@example.net>: User unknown\n", true)]
    [InlineData("docomo", "次のあて先へのメッセージはエラーのため送信できませんでした。\n\n  bob@example.net\n\n550 Unknown user bob@example.net\n", true)]
    [InlineData("caiwireless", "The following message could not be delivered to <bob@example.net> because the address was not recognized.\n", true)]
    [InlineData("sympatico", "bob@example.net: mailbox full (over quota)\n", false)]
    [InlineData("smtp32", "User mailbox exceeds allowed size: bob@example.net\n\nOriginal message follows.\n", false)]
    [InlineData("interscan", "Sent >>> RCPT TO: <bob@example.net>\nReceived <<< 550 unknown\n\nUnable to deliver message to <bob@example.net>.\n", true)]
    [InlineData("smail", "|--- Failed addresses follow: ---|\n bob@example.net ... transport smtp: 550 not known\n|--- Message text follows: ---|\n", true)]
    [InlineData("exchange-x400", "did not reach the following recipient(s):\n\nc=US;a= ;p=X;o=Y;dda:SMTP=bob@example.net; on Tue, 5 May 2020\n    The recipient name is not recognized\n", true)]
    [InlineData("sendmail-warning", "    **      THIS IS A WARNING MESSAGE ONLY      **\n\n   ----- The following addresses had transient non-fatal errors -----\n<bob@example.net>\n\n   ----- Transcript of session follows -----\n<bob@example.net>... Deferred: Connection timed out\n", false)]
    [InlineData("oracle", "This report relates to a message you sent with the following header fields:\n\n  Message-id: <orig@example.com>\n  From: support@example.com\n  To: bob@example.net\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: bob@example.net\n  Reason: Illegal host/domain name found\n", true)]
    [InlineData("only-mention", "The mail for bob@example.net came back to us.\n", true)]
    [InlineData("french", "Votre message n'a pas pu être remis aux destinataires suivants :\n\n  bob@example.net\n  Adresse inconnue\n", true)]
    [InlineData("spanish", "El mensaje no se pudo entregar a los siguientes destinatarios:\n\n  bob@example.net\n", true)]
    [InlineData("italian", "Il messaggio non è stato consegnato ai seguenti destinatari:\n\n  bob@example.net\n", true)]
    public void Read_PlainText_GivesRecipient(string system, string body, bool permanent)
    {
        var mail = SmallMail.Bounce(body + "\nOriginal sender: support@example.com\n");
        var bounce = BounceReader.Read(mail);

        Assert.NotEmpty(system);
        Assert.Equal(MailClass.Dsn, MailClassifier.Classify(mail, OwnMail.Unknown).Class);
        Assert.Equal(["bob@example.net"], bounce!.Recipients);
        Assert.Equal(permanent, bounce.Permanent);
    }

    [Fact]
    public void Read_SeveralRecipients_GivesAll() =>
        Assert.Equal(["bob@example.net", "carl@example.net", "dora@example.org"], BounceReader.Read(SmallMail.Bounce(
            "A message that you sent could not be delivered. The following address(es) failed:\n\n  bob@example.net\n    Unrouteable address\n  carl@example.net\n    Unrouteable address\n  dora@example.org\n    mailbox is full\n"))!.Recipients);

    [Fact]
    public void Read_TranscriptWithOneAcceptedRecipient_GivesTheRefusedOne() =>
        Assert.Equal(["carl@example.net"], BounceReader.Read(SmallMail.Bounce(
            "Delivery failed.\n--> RCPT To:<bob@example.net>\n<-- 250 ok\n--> RCPT To:<carl@example.net>\n<-- 550 no such user\n"))!.Recipients);

    [Fact]
    public void Read_AddressesOfHelpers_AreNotTaken() =>
        Assert.Equal(["bob@example.net"], BounceReader.Read(SmallMail.Bounce(
            "Your message to bob@example.net could not be delivered: user unknown.\nFor help write to helpdesk@example.net or call us.\nIf you think this is an error, contact admin@example.net.\nFrom: support@example.com\n"))!.Recipients);

    [Theory]
    [InlineData("Undelivered Mail Returned to Sender", "Mail Delivery System <no-name@example.net>")]
    [InlineData("Delivery Status Notification (Failure)", "postmaster@example.net")]
    [InlineData("failure notice", "MAILER-DAEMON@example.net")]
    [InlineData("Unzustellbar: Bestellung", "postmaster@example.net")]
    [InlineData("Non remis : Commande", "postmaster@example.net")]
    [InlineData("No se puede entregar: Pedido", "postmaster@example.net")]
    [InlineData("Недоставленное сообщение", "mailer-daemon@example.net")]
    [InlineData("系统退信", "postmaster@example.net")]
    [InlineData("Order", "MAILER-DAEMON@example.net")]
    public void Read_SubjectsAndSenders_AreBounces(string subject, string from) =>
        Assert.NotNull(BounceReader.Read(SmallMail.Bounce("<bob@example.net>: user unknown\n", subject, from)));
}
