using System.Net;

namespace Connector.Host.Tests.Api.Mail;

public sealed class MailTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Mail_Posted_AnswersTheLineOfIngest_AndAgainADuplicate()
    {
        var bytes = Mails.Plain("Post <post@customer.example>", "By HTTP", "hello");

        var first = (await host.AsAdmin().PostAsync("mail?mailbox=support", bytes)).Json;
        var again = (await host.AsAdmin().PostAsync("mail?mailbox=support", bytes)).Json;

        Assert.Equal("http", (string?)first["source"]);
        Assert.Equal("human", (string?)first["class"]);
        Assert.Equal("new", (string?)first["decision"]!["action"]);
        Assert.Equal("duplicate", (string?)again["decision"]!["action"]);
        Assert.Equal((string?)first["decision"]!["interactionId"], (string?)again["decision"]!["interactionId"]);
    }

    [Fact]
    public async Task Mail_ThatCannotBeHandled_IsQuarantined()
    {
        var answer = await host.AsAdmin().PostAsync("mail", Mails.WithoutSender());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("NoSender", (string?)answer.Json["decision"]!["quarantineReason"]);
    }

    [Fact]
    public async Task Mail_WrongMailboxTypeOrEmpty_NamesWhatIsAllowed()
    {
        var admin = host.AsAdmin();

        var mailbox = await admin.PostAsync("mail?mailbox=sales", Mails.Plain("a@customer.example", "x", "y"));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidRequest"), (mailbox.Status, mailbox.Rule));
        Assert.Contains("support", mailbox.Text);
        Assert.Equal("WrongMediaType", (await admin.PostAsync("mail", "{}")).Rule);
        Assert.Equal("InvalidRequest", (await admin.PostAsync("mail", Array.Empty<byte>())).Rule);
    }
}
