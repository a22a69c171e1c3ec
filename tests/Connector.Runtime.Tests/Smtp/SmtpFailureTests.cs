using Connector.Runtime.Smtp;

using static Connector.Runtime.Tests.Smtp.Conversation;

namespace Connector.Runtime.Tests.Smtp;

/// <summary>What a failing, hostile or silent server leads to.</summary>
public sealed class SmtpFailureTests
{
    private const string ToData = Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 250 Ok\nC: DATA\n";

    [Theory]
    [InlineData("S: 421 4.3.2 closing")]
    [InlineData(Plain + "C: MAIL FROM:*\nS: 451 4.7.1 greylisted")]
    [InlineData(Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 421 4.3.2 closing")]
    [InlineData(ToData + "S: 451 no")]
    [InlineData(ToData + "S: 354 go\nC: (message)\nS: 452 4.3.1 disk full")]
    public async Task Send_TemporaryAnswer_IsUnavailable(string script)
    {
        await using var server = new ScriptedServer(script);
        var failure = await FailsAsync<SmtpUnavailableException>(server);
        Assert.Equal(4, failure.Reply!.Code / 100);
        Assert.False(failure.InDoubt);
    }

    [Theory]
    [InlineData("S: 554 5.7.1 go away", "554 5.7.1")]
    [InlineData(Plain + "C: MAIL FROM:*\nS: 553 5.1.8 bad sender", "553 5.1.8")]
    [InlineData(ToData + "S: 554 no valid recipients", "554")]
    [InlineData(ToData + "S: 354 go\nC: (message)\nS: 554 5.7.1 spam", "554 5.7.1")]
    public async Task Send_PermanentAnswer_IsRefused(string script, string status)
    {
        await using var server = new ScriptedServer(script);
        Assert.Equal(status, (await FailsAsync<SmtpRefusedException>(server)).Reply!.Status);
    }

    [Theory]
    [InlineData("CLOSE")]
    [InlineData(Hello + "CLOSE")]
    [InlineData(ToData + "CLOSE")]
    [InlineData(ToData + "S: 354 go\nCLOSE")]
    public async Task Send_ConnectionLostBeforeTheEnd_IsUnavailableWithoutDoubt(string script)
    {
        await using var server = new ScriptedServer(script);
        // A large mail: the server is gone before the last block is written.
        var mail = new byte[32 * 1024 * 1024];
        mail.AsSpan().Fill((byte)'a');
        var failure = await Assert.ThrowsAsync<SmtpUnavailableException>(() => Sender(server, o => o.Timeout = TimeSpan.FromMinutes(1))
            .SendAsync(ToAnna, mail.AsMemory(0, script.Contains("SIZE") ? 8_000_000 : mail.Length), TestContext.Current.CancellationToken));
        Assert.False(failure.InDoubt);
    }

    [Fact]
    public async Task Send_ConnectionLostAfterTheEnd_IsInDoubt()
    {
        await using var server = new ScriptedServer(ToData + "S: 354 go\nC: (message)\nCLOSE");
        Assert.True((await FailsAsync<SmtpUnavailableException>(server)).InDoubt);
    }

    [Theory]
    [InlineData(Hello + "HANG", "EHLO")]
    [InlineData(Hello + "S: 250-half an answer\nHANG", "EHLO")]
    [InlineData(Plain + "C: MAIL FROM:*\nHANG", "MAIL FROM")]
    [InlineData(Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nHANG", "RCPT TO")]
    [InlineData(ToData + "HANG", "DATA")]
    public async Task Send_SilentServer_IsUnavailableWhenTheStepsTimeIsOver(string script, string step)
    {
        await using var server = new ScriptedServer(script);
        var time = new ExpiringTime();
        var sending = FailsAsync<SmtpUnavailableException>(server, time: time);
        await server.Hanging;
        time.Expire();
        var failure = await sending;
        Assert.Contains($" {step} within 60 s", failure.Message);
        Assert.False(failure.InDoubt);
    }

    [Fact]
    public async Task Send_SilenceInsteadOfAGreeting_IsUnavailable()
    {
        await using var server = new ScriptedServer("HANG");
        var time = new ExpiringTime();
        var sending = FailsAsync<SmtpUnavailableException>(server, time: time);
        await server.Hanging;
        time.Expire();
        // The server may be silent before the client has noticed that it is connected.
        Assert.Matches("did not answer the (connection|greeting) within 60 s", (await sending).Message);
    }

    [Fact]
    public async Task Send_SilenceAfterTheMail_IsInDoubt()
    {
        await using var server = new ScriptedServer(ToData + "S: 354 go\nC: (message)\nHANG");
        var time = new ExpiringTime();
        var sending = FailsAsync<SmtpUnavailableException>(server, time: time);
        await server.Hanging;
        time.Expire();
        Assert.True((await sending).InDoubt);
    }

    [Theory]
    [InlineData("RAW: HTTP/1.1 400 Bad Request\\r\\n\\r\\n")]
    [InlineData("RAW: 999 never heard of\\r\\n")]
    [InlineData("RAW: 22\\r\\n")]
    [InlineData("RAW: 2200 too long a code\\r\\n")]
    [InlineData("RAW: \\r\\n")]
    [InlineData("RAW: -20 minus\\r\\n")]
    public async Task Send_NoSmtpServer_IsUnavailable(string script)
    {
        await using var server = new ScriptedServer(script + "\nHANG");
        await FailsAsync<SmtpUnavailableException>(server);
    }

    [Fact]
    public async Task Send_EndlessLine_IsCutOff()
    {
        await using var server = new ScriptedServer($"RAW: 220 {new string('x', 100_000)}\nHANG");
        Assert.Contains("4096 bytes", (await FailsAsync<SmtpUnavailableException>(server)).Message);
    }

    [Fact]
    public async Task Send_EndlessReply_IsCutOff()
    {
        await using var server = new ScriptedServer(string.Concat(Enumerable.Repeat("S: 220-more\n", 1000)) + "HANG");
        Assert.Contains("128 lines", (await FailsAsync<SmtpUnavailableException>(server)).Message);
    }

    [Fact]
    public async Task Send_AnswersBeforeTheQuestions_AreNotBelieved()
    {
        await using var server = new ScriptedServer("RAW: 220 hi\\r\\n250 hello\\r\\n250 ok\\r\\n250 ok\\r\\n354 go\\r\\n250 queued\\r\\n\nHANG");
        Assert.Contains("out of turn", (await FailsAsync<SmtpUnavailableException>(server)).Message);
    }

    [Fact]
    public async Task Send_ContinueForARecipient_CountsAsNotTaken()
    {
        await using var server = new ScriptedServer(Plain + "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 354 what\nC: QUIT\nS: 221 Bye");
        Assert.False(Assert.Single((await SendAsync(server, ToAnna)).Refused).Permanent);
    }

    [Fact]
    public async Task Send_MailAboveTheServersLimit_IsRefusedBeforeItIsSent()
    {
        await using var server = new ScriptedServer(Hello + "S: 250-mx\nS: 250 SIZE 10\nHANG");
        Assert.Equal("552 5.3.4", (await FailsAsync<SmtpRefusedException>(server)).Reply!.Status);
    }

    [Fact]
    public async Task Send_NobodyListens_IsUnavailable()
    {
        var server = new ScriptedServer("HANG");
        var sender = Sender(server);
        await server.DisposeAsync();
        await Assert.ThrowsAsync<SmtpUnavailableException>(() => sender.SendAsync(ToAnna, Message, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_Cancelled_IsCancelledAndNoFailure()
    {
        await using var server = new ScriptedServer("HANG");
        using var cancel = new CancellationTokenSource();
        var sending = Sender(server).SendAsync(ToAnna, Message, cancel.Token);
        await server.Hanging;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_NoRecipient_IsRefused()
    {
        await using var server = new ScriptedServer("HANG");
        await FailsAsync<SmtpRefusedException>(server, envelope: ToAnna with { Recipients = [] });
    }

    [Fact]
    public async Task Send_SenderThatIsNoAddress_IsRefused()
    {
        await using var server = new ScriptedServer(Plain + "HANG");
        await FailsAsync<SmtpRefusedException>(server, envelope: ToAnna with { From = "support@example.org>\r\nDATA" });
    }
}
