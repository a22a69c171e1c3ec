using Connector.Runtime.Smtp;

using static Connector.Runtime.Tests.Smtp.Conversation;

namespace Connector.Runtime.Tests.Smtp;

public sealed class SmtpLogTests
{
    [Fact]
    public async Task Send_Anything_LogsNeitherPeopleNorSecretsNorTheServersText()
    {
        var log = new LogLines();
        await using var server = new ScriptedServer(Hello + "S: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 235 ok\nC: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 550 <anna@example.net> unknown to us\nC: QUIT\nS: 221 Bye");
        await Sender(server, Login, log: log).SendAsync(ToAnna, Message, TestContext.Current.CancellationToken);
        await using var refusing = new ScriptedServer(Hello + "S: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 535 hunter2 of user is wrong, dear support@example.org");
        await Assert.ThrowsAsync<SmtpAuthenticationException>(() => Sender(refusing, Login, log: log).SendAsync(ToAnna, Message, TestContext.Current.CancellationToken));
        Assert.Equal(2, log.Lines.Count);
        Assert.All(["anna", "support", "example.net", "hunter2", "aHVudGVyMg", "unknown to us"], word => Assert.DoesNotContain(log.Lines, line => line.Contains(word)));
    }

    [Fact]
    public async Task Send_ServerAwayAndBack_IsSaidOnceEach()
    {
        var log = new LogLines();
        await using var server = new ScriptedServer($"CLOSE\nNEXT\nCLOSE\nNEXT\nCLOSE\nNEXT\n{Plain}C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 550 no\nC: QUIT\nS: 221 Bye");
        var sender = Sender(server, log: log);
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<SmtpUnavailableException>(() => sender.SendAsync(ToAnna, Message, TestContext.Current.CancellationToken));
        await sender.SendAsync(ToAnna, Message, TestContext.Current.CancellationToken);
        Assert.Equal(["2301", "2302", "2300"], log.Lines.Select(l => l[..4]));
    }

    private static void Login(SmtpOptions options) => (options.User, options.Password) = ("user", "hunter2");
}
