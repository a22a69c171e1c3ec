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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_UnderAnIdempotencyKey_HostLostBeforeItsAnswer_AnswersAsTheFirstWouldHave(bool isHeld)
    {
        var (admin, key) = (host.AsAdmin(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var mail = Mails.Plain($"Lost <lost-{isHeld}@customer.example>", "Lost", "hello", isHeld ? "Auto-Submitted: auto-generated" : null);
        host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.PostAsync("mail?mailbox=support", mail, key)).Status);
        host.Sql("DROP TRIGGER lost");

        var again = await admin.PostAsync("mail?mailbox=support", mail, key);
        var third = await admin.PostAsync("mail?mailbox=support", mail, key);

        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal(again.Text, third.Text);
        Assert.Equal((isHeld ? "quarantine" : "new", "Lost"), ((string?)again.Json["decision"]!["action"], (string?)again.Json["message"]!["subject"]));
        var duplicate = (await admin.PostAsync("mail?mailbox=support", mail)).Json;
        Assert.Equal("duplicate", (string?)duplicate["decision"]!["action"]);
        foreach (var name in (string[])["source", "message", "class", "classReason", "bounce"]) Assert.Equal(duplicate[name]?.ToJsonString(), again.Json[name]?.ToJsonString());
    }

    [Fact]
    public async Task Mail_WhoseIdempotencyRecordCannotBeWritten_IsNotTaken_AndTheSameRequestTakesItOnce()
    {
        var (admin, key) = (host.AsAdmin(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var mail = Mails.Plain("Undone <undone@customer.example>", "Undone", "hello");
        host.Sql("CREATE TRIGGER lost BEFORE INSERT ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.PostAsync("mail", mail, key)).Status);
        host.Sql("DROP TRIGGER lost");

        var first = await admin.PostAsync("mail", mail, key);

        Assert.Equal("new", (string?)first.Json["decision"]!["action"]);
        Assert.Equal(first.Text, (await admin.PostAsync("mail", mail, key)).Text);
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
