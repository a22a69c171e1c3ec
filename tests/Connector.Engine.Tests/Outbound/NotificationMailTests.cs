using System.Text.Json;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Mail;

namespace Connector.Engine.Tests.Outbound;

public sealed class NotificationMailTests
{
    private static readonly TestMail WithCc = new() { Cc = ["dora@customer.example"] };

    private static Scenario With(params NotificationRule[] rules) =>
        new(TestSetup.Create(r => r with { Notifications = rules, Templates = new Dictionary<string, string> { ["done"] = "Case {number} is {state}." } }));

    private static IReadOnlyList<(Message Message, MailMessage Mail, IReadOnlyList<string> To)> Sent(Scenario s) => [.. s.Store.All<OutboxRow>().Where(r => r.Operation == MailOperation.Send)
        .Select(r => (s.Store.Get<Message>(r.MessageId!.Value), MailReader.Read(s.Store.Raw(r.MessageId.Value)), JsonSerializer.Deserialize(r.Payload, OutboxJson.Default.MailEnvelope)!.Recipients))];

    [Theory]
    [InlineData(null, "carla@customer.example dora@customer.example")]
    [InlineData("RequesterAndCcs", "carla@customer.example dora@customer.example")]
    [InlineData("Requester", "carla@customer.example")]
    [Trait("Requirement", "R213")]
    public void Reply_RuleOfPublicMessages_ReachesExactlyThose(string? to, string recipients)
    {
        var s = to is null ? With() : With(new NotificationRule { On = NotificationOn.PublicMessage, To = [to] });
        s.Answered(mail: WithCc);
        var (_, mail, envelope) = Assert.Single(Sent(s));
        Assert.Equal(recipients.Split(' '), envelope);
        Assert.Equal(recipients.Split(' ').Skip(1), mail.Cc.Select(c => c.Address));
    }

    [Fact]
    public void CustomerWrites_RuleOfTheOwner_GivesTheOwnerAnAddressThatProvesThem()
    {
        var s = With(new NotificationRule { On = NotificationOn.PublicMessage, To = ["Owner"] });
        var id = s.Answered();
        s.CustomerAnswers();
        var (told, mail, envelope) = Sent(s)[^1];
        Assert.Equal(["ann@staff.example.org"], envelope);
        Assert.Equal((MessageKind.SystemNote, Visibility.Public), (told.Kind, told.Visibility));
        Assert.Equal(["ann@staff.example.org"], s.People(s.ThreadOf(id).Id, ParticipantRole.Agent).Select(p => p.Address));

        var answer = s.Mail(new TestMail { From = "ann@staff.example.org", To = [mail.ReplyTo[0].Address, Flow.Customer], Subject = mail.Subject, Cc = ["eve@customer.example"] });
        Assert.Equal(("public", RecordId.Interaction(id)), (answer.Visibility, answer.InteractionId));
        Assert.Equal(["eve@customer.example"], answer.ParticipantsAdded);
        Assert.DoesNotContain("AgentUnproven", answer.Flags);
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
        Assert.DoesNotContain(Sent(s).Skip(2), m => m.To.Contains("ann@staff.example.org"));
    }

    [Fact]
    [Trait("Requirement", "R223")]
    [Trait("Requirement", "R212")]
    public void Message_ByDefault_TellsTheCcOfWhatIsPublicAndOfNothingElse()
    {
        var s = With();
        var id = s.Working(mail: WithCc);
        s.As("ann").Note(id);
        s.Mail(TestMail.Quoting("none", "dora@customer.example"));
        Assert.Empty(Sent(s));
        s.As("ann").Reply(id);
        Assert.Equal(["carla@customer.example", "dora@customer.example"], Assert.Single(Sent(s)).To);
    }

    [Fact]
    [Trait("Requirement", "R223")]
    public void AgentByMail_LeavesACcOut_TheCcIsToldByUs()
    {
        var s = With();
        s.Answered(mail: WithCc);
        var answered = s.LastSentMail();
        Assert.Equal("public", AgentWrites(s, answered, cc: []).Visibility);
        var (message, mail, to) = Sent(s)[^1];
        Assert.Equal((2, "dora@customer.example"), (Sent(s).Count, Assert.Single(to)));
        Assert.Equal((Visibility.Public, "auto-generated"), (message.Visibility, mail.Headers.Last("Auto-Submitted")));
        Assert.Contains("From my own mailbox", mail.Text, StringComparison.Ordinal);
        Assert.Equal(["dora@customer.example"], mail.To.Select(t => t.Address));
        AgentWrites(s, answered, cc: ["dora@customer.example"]);
        Assert.Equal(2, Sent(s).Count);
    }

    private static Engine.Threads.MailDecision AgentWrites(Scenario s, MailMessage answered, string[] cc) => s.Mail(new TestMail
    {
        From = "ann@staff.example.org", To = [Flow.Customer, "support@example.org"], Cc = cc, Subject = answered.Subject, InReplyTo = [answered.MessageId!], Text = "From my own mailbox",
    }.With("Authentication-Results", "mx.example.org; dmarc=pass header.from=staff.example.org"));

    [Fact]
    public void OwnersToken_UsedBySomebodyElse_ProvesNothing()
    {
        var s = With(new NotificationRule { On = NotificationOn.PublicMessage, To = ["Owner"] });
        s.Answered();
        s.CustomerAnswers();
        var address = Sent(s)[^1].Mail.ReplyTo[0].Address;
        Assert.Equal(["AgentUnproven"], s.Mail(new TestMail { From = "bob@staff.example.org", To = [address, Flow.Customer], Subject = "Re: Printer broken" }).Flags.Where(f => f == "AgentUnproven"));
    }

    [Fact]
    [Trait("Requirement", "R212")]
    public void Note_RuleOfTheOwner_TellsTheOwnerAndNoCustomer()
    {
        var s = With(new NotificationRule { On = NotificationOn.InternalNote, To = ["Owner", "Assignee", "sue@staff.example.org"] });
        var id = s.Working(mail: WithCc);
        s.As("bob").Note(id);
        Assert.Equal(["ann@staff.example.org", "sue@staff.example.org"], Sent(s).SelectMany(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(Sent(s), m => Assert.Equal(Visibility.Internal, m.Message.Visibility));
        s.As("ann").Note(id);
        Assert.Equal(3, Sent(s).Count);
    }

    [Theory]
    [InlineData("Requester", "carla@customer.example")]
    [InlineData("RequesterAndCcs", "carla@customer.example dora@customer.example")]
    [Trait("Requirement", "R213")]
    public void CaseResolved_RuleOfUpdates_TellsCustomersByItsTemplate(string to, string recipients)
    {
        var s = With(new NotificationRule { On = NotificationOn.Update, To = [to], Template = "done" });
        var id = s.Answered(mail: WithCc);
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(id)).CaseId!.Value;
        var before = Sent(s).Count;
        Answers.Done(s.Case(made, new CaseInput.Resolve()));
        var (_, mail, envelope) = Assert.Single(Sent(s).Skip(before));
        Assert.Equal(recipients.Split(' '), envelope);
        Assert.Equal($"Case {s.Store.Get<Case>(made).NumberText} is Resolved.", mail.Text.Trim());
        Assert.True(mail.Headers.Has("Auto-Submitted"));
    }

    [Fact]
    [Trait("Requirement", "R217")]
    public void CaseResolved_WithoutARule_TellsFollowersOnly()
    {
        var s = With();
        var id = s.Answered(mail: WithCc);
        Answers.Done(s.Handle(new AddParticipant { At = s.Now, By = Actor.OfAgent("lily", AgentRole.LightAgent), Correlation = "c", InteractionId = id, Address = "lily@staff.example.org", Role = ParticipantRole.Follower }));
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(id)).CaseId!.Value;
        var before = Sent(s).Count;
        s.Case(made, new CaseInput.Resolve());
        Assert.Equal(["lily@staff.example.org"], Sent(s).Skip(before).SelectMany(m => m.To));
        s.CustomerAnswers();
        Assert.Equal(CaseState.Open, s.Store.Get<Case>(made).State);
        Assert.Equal(["lily@staff.example.org"], Sent(s).Skip(before + 1).SelectMany(m => m.To));
    }
}
