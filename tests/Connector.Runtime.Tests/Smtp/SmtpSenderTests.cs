using Connector.Mail;
using Connector.Runtime.Smtp;

using static Connector.Runtime.Tests.Smtp.Conversation;

namespace Connector.Runtime.Tests.Smtp;

public sealed class SmtpSenderTests
{
    [Fact]
    public async Task Send_AcceptingServer_HandsTheMailOver()
    {
        await using var server = new ScriptedServer("""
            S: 220-mx.example.org ESMTP
            S: 220 be brief
            C: EHLO connector.example.org
            S: 250-mx.example.org greets you
            S: 250-SIZE 10240000
            S: 250 8BITMIME
            C: MAIL FROM:<support@example.org> SIZE=22
            S: 250 2.1.0 Ok
            C: RCPT TO:<anna@example.net>
            S: 250 2.1.5 Ok
            C: RCPT TO:<ben@example.net>
            S: 251 2.1.5 will forward
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: (message)
            S: 250-2.0.0 Ok: queued
            S: 250 2.0.0 as 4F1Qm83kqXz9sPw
            C: QUIT
            S: 221 2.0.0 Bye
            """);
        var result = await SendAsync(server, new("support@example.org", ["anna@example.net", "ben@example.net"]));
        Assert.All(result.Recipients, r => Assert.True(r.Accepted));
        Assert.Equal(new SmtpReply(250, "2.0.0", "Ok: queued as 4F1Qm83kqXz9sPw"), result.Recipients[0].Reply);
        Assert.Equal(["Subject: hi", "", "Hello", "."], server.Heard.SkipWhile(l => l != "DATA").Skip(1).Take(4));
    }

    [Fact]
    public async Task Send_OneRecipientRefused_TheOtherGetsTheMail()
    {
        await using var server = new ScriptedServer(Plain + """
            C: MAIL FROM:*
            S: 250 2.1.0 Ok
            C: RCPT TO:<gone@example.net>
            S: 550 5.1.1 <gone@example.net>: no such user
            C: RCPT TO:<anna@example.net>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 go
            C: (message)
            S: 250 2.0.0 queued
            C: QUIT
            S: 221 Bye
            """);
        var result = await SendAsync(server, new("support@example.org", ["gone@example.net", "anna@example.net"]));
        Assert.Equal([false, true], result.Recipients.Select(r => r.Accepted));
        var refused = Assert.Single(result.Refused);
        Assert.True(refused.Permanent);
        Assert.Equal(new SmtpReply(550, "5.1.1", "<gone@example.net>: no such user"), refused.Reply);
    }

    [Fact]
    public async Task Send_EveryRecipientRefused_SendsNoData()
    {
        await using var server = new ScriptedServer(Plain + """
            C: MAIL FROM:*
            S: 250 Ok
            C: RCPT TO:<anna@example.net>
            S: 450 4.2.1 mailbox busy
            C: QUIT
            S: 221 Bye
            """);
        var refused = Assert.Single((await SendAsync(server, ToAnna)).Refused);
        Assert.False(refused.Permanent);
    }

    [Fact]
    public async Task Send_TooManyRecipients_GoesOnInANextTransaction()
    {
        await using var server = new ScriptedServer(Plain + """
            C: MAIL FROM:*
            S: 250 Ok
            C: RCPT TO:<a@example.net>
            S: 250 Ok
            C: RCPT TO:<b@example.net>
            S: 452 4.5.3 too many recipients
            C: DATA
            S: 354 go
            C: (message)
            S: 250 queued as 1
            C: MAIL FROM:*
            S: 250 Ok
            C: RCPT TO:<b@example.net>
            S: 250 Ok
            C: DATA
            S: 354 go
            C: (message)
            S: 250 queued as 2
            C: QUIT
            S: 221 Bye
            """);
        var result = await SendAsync(server, new("support@example.org", ["a@example.net", "b@example.net"]));
        Assert.Equal(["queued as 1", "queued as 2"], result.Recipients.Select(r => r.Reply.Text));
    }

    [Fact]
    public async Task Send_SecondTransactionFails_KeepsWhatTheFirstDelivered()
    {
        await using var server = new ScriptedServer(Plain + """
            C: MAIL FROM:*
            S: 250 Ok
            C: RCPT TO:<a@example.net>
            S: 250 Ok
            C: RCPT TO:<b@example.net>
            S: 452 4.5.3 too many recipients
            C: DATA
            S: 354 go
            C: (message)
            S: 250 queued as 1
            C: MAIL FROM:*
            CLOSE
            """);
        var result = await SendAsync(server, new("support@example.org", ["a@example.net", "b@example.net"]));
        Assert.Equal([true, false], result.Recipients.Select(r => r.Accepted));
        Assert.False(result.Recipients[1].Permanent);
    }

    [Fact]
    public async Task Send_DotsAndLoneLineEnds_CannotEndTheMail()
    {
        await using var server = new ScriptedServer(Plain + """
            C: MAIL FROM:*
            S: 250 Ok
            C: RCPT TO:*
            S: 250 Ok
            C: DATA
            S: 354 go
            C: (message)
            S: 250 queued
            C: QUIT
            S: 221 Bye
            """);
        await SendAsync(server, ToAnna, "Subject: dots\r\n\r\n.\r\n..two\r\nlone\n.\nMAIL FROM:<evil@example.net>\r.\rend");
        Assert.Equal(["..", "...two", "lone", "..", "MAIL FROM:<evil@example.net>", "..", "end", "."], server.Heard.SkipWhile(l => l != "").Skip(1).Take(8));
    }

    [Fact]
    public async Task Send_WrittenMail_ArrivesByteForByte()
    {
        await using var server = new ScriptedServer(Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 250 Ok\nC: DATA\nS: 354 go\nC: (message)\nS: 250 queued\nC: QUIT\nS: 221 Bye");
        var mail = MailWriter.Write(new OutgoingMail
        {
            From = new("Support", "support@example.org"),
            To = [new("Änne", "anna@example.net")],
            Subject = "Größe",
            Date = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero),
            MessageId = "1@example.org",
            Text = ".\n..\n.hidden\nFrom here\n",
            Html = "<p>.</p>",
        });
        await SendAsync(server, ToAnna, System.Text.Encoding.UTF8.GetString(mail));
        var heard = server.Heard.SkipWhile(l => l != "DATA").Skip(1).TakeWhile(l => l != ".").Select(l => l.StartsWith('.') ? l[1..] : l);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(mail), string.Concat(heard.Select(l => l + "\r\n")));
    }

    [Fact]
    public async Task Send_NullSender_IsTheEmptyPath()
    {
        await using var server = new ScriptedServer(Plain + "C: MAIL FROM:<> SIZE=22\nS: 250 Ok\nC: RCPT TO:*\nS: 550 no\nC: QUIT\nS: 221 Bye");
        await SendAsync(server, ToAnna with { From = null });
    }

    [Fact]
    public async Task Send_ServerWithoutEhlo_IsGreetedWithHelo()
    {
        await using var server = new ScriptedServer(Hello + "S: 502 what?\nC: HELO connector.example.org\nS: 250 hello\nC: MAIL FROM:<support@example.org>\nS: 250 Ok\nC: RCPT TO:*\nS: 550 no\nC: QUIT\nS: 221 Bye");
        await SendAsync(server, ToAnna);
    }

    [Fact]
    public async Task Send_InternationalAddress_AsksForSmtpUtf8()
    {
        await using var server = new ScriptedServer(Hello + """
            S: 250-mx
            S: 250-8BITMIME
            S: 250 SMTPUTF8
            C: MAIL FROM:<support@example.org> SMTPUTF8
            S: 250 Ok
            C: RCPT TO:<jürgen@xn--mller-kva.example>
            S: 550 no
            C: QUIT
            S: 221 Bye
            """);
        await SendAsync(server, ToAnna with { Recipients = ["jürgen@müller.example"] });
    }

    [Fact]
    public async Task Send_InternationalAddressToAnOldServer_IsRefusedWithoutAsking()
    {
        await using var server = new ScriptedServer(Plain + "C: QUIT\nS: 221 Bye");
        var refused = Assert.Single((await SendAsync(server, ToAnna with { Recipients = ["jürgen@example.net"] })).Refused);
        Assert.Equal("553 5.6.7", refused.Reply.Status);
    }

    [Theory]
    [InlineData("anna@example.net>\r\nRCPT TO:<evil@example.net")]
    [InlineData("anna@example.net> NOTIFY=NEVER")]
    [InlineData("nobody")]
    public async Task Send_RecipientThatIsNoAddress_NeverReachesTheServer(string recipient)
    {
        await using var server = new ScriptedServer(Plain + "C: QUIT\nS: 221 Bye");
        var refused = Assert.Single((await SendAsync(server, ToAnna with { Recipients = [recipient] })).Refused);
        Assert.Equal("501 5.1.3", refused.Reply.Status);
    }

    [Fact]
    public async Task Send_EightBitMail_SaysSo()
    {
        await using var server = new ScriptedServer(Plain + "C: MAIL FROM:<support@example.org> SIZE=20 BODY=8BITMIME\nS: 250 Ok\nC: RCPT TO:*\nS: 550 no\nC: QUIT\nS: 221 Bye");
        await SendAsync(server, ToAnna, "Subject: a\r\n\r\nü\r\n\r\n");
    }

    [Fact]
    public async Task Send_FailureAtGoodbye_IsStillSuccess()
    {
        await using var server = new ScriptedServer(Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 250 Ok\nC: DATA\nS: 354 go\nC: (message)\nS: 250 queued\nCLOSE");
        Assert.Empty((await SendAsync(server, ToAnna)).Refused);
    }
}
