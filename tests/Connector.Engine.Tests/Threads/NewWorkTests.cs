using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using System.Text.Json;

namespace Connector.Engine.Tests.Threads;

public sealed class NewWorkTests
{
    private readonly Scenario s = new();

    [Fact]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R133")]
    public void Mail_InteractionFirst_MakesOneInboundInteractionOnOneThreadAndNoCase()
    {
        var decision = s.Mail(new TestMail { FromName = "Carla Karlsson", Subject = "Re: Broken lamp" });
        var i = Assert.Single(s.Store.All<Interaction>());
        Assert.Empty(s.Store.All<Case>());
        Assert.Equal((InteractionState.New, Direction.Inbound, ChannelType.Email, "Broken lamp", null), (i.State, i.Direction, i.ChannelType, i.Subject, i.CaseId));
        Assert.Equal((RoutingSource.AWA, "awa", "support", 1), (i.RoutingSource, i.Instance, i.Queue, i.Round));
        Assert.Equal((CustomerType.Guest, Flow.Customer, "Carla Karlsson"), (i.CustomerType, i.CustomerAddress, i.CustomerName));
        Assert.Equal((MailAction.New, RecordId.Interaction(i.Id), null, "public"), (decision.Action, decision.InteractionId, decision.CaseId, decision.Visibility));
        Assert.Null(s.ThreadOf(i.Id).Token);
        Assert.Equal(Flow.Customer, Assert.Single(s.People(i.ThreadId!.Value, ParticipantRole.Requester)).Address);
    }

    [Fact]
    [Trait("Requirement", "R132")]
    [Trait("Requirement", "R133")]
    public void Mail_ThroughAChannelOfAnExternalPlatform_CarriesThatSource()
    {
        var i = s.Arrive(channel: "remote");
        Assert.Equal((RoutingSource.CCaaS, TestSetup.External), (i.RoutingSource, i.Instance));
        Assert.Equal(["Route"], s.Calls(i.Id));
    }

    [Fact]
    [Trait("Requirement", "R004")]
    [Trait("Requirement", "R006")]
    public void Mail_CaseFirst_MakesItsCaseAtOnce()
    {
        var decision = s.Mail(new TestMail { To = ["cases@example.org"] }, "cases");
        var made = Assert.Single(s.Store.All<Case>());
        Assert.Equal((CaseState.New, "Email", "Broken lamp", null, "14355"), (made.State, made.Origin, made.Subject, made.Assignee, made.NumberText));
        Assert.Equal((RecordId.Case(made.Id), "14355"), (decision.CaseId, decision.CaseNumber));
        Assert.Equal((made.Id, made.ThreadId), (s.Interaction(decision.InteractionId).CaseId!.Value, s.Interaction(decision.InteractionId).ThreadId));
        Assert.Equal(made.Id, s.MessageOf(decision).CaseId);
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "CaseLinked" && a.CaseId == made.Id);
        s.Mail(new TestMail(), "support");
        Assert.Single(s.Store.All<Case>());
    }

    [Theory]
    [InlineData(Engine.Contacts.PersonKind.Contact, CustomerType.Contact, "con-1")]
    [InlineData(Engine.Contacts.PersonKind.Consumer, CustomerType.Consumer, "con-1")]
    public void Mail_OfSomebodyKnown_BelongsToTheirRecord(Engine.Contacts.PersonKind kind, CustomerType type, string id)
    {
        s.Store.Put(new Engine.Contacts.Person { Id = 5, Tenant = "default", Version = 1, Kind = kind, Key = "con-1", Address = Flow.Customer });
        var known = s.Arrive(new TestMail { From = "Carla@Customer.example" });
        Assert.Equal((type, id), (known.CustomerType, known.CustomerId));
        Assert.Equal(CustomerType.Guest, s.Arrive(new TestMail { From = "else@customer.example" }).CustomerType);
    }

    [Fact]
    public void Mail_New_IsRoutedWithWhatTheQueueNeeds()
    {
        var i = s.Arrive();
        var row = Assert.Single(s.Outbox(i.Id));
        Assert.Equal(("awa", "Route", 1L, OutboxState.Waiting), (row.Destination, row.Operation, row.LaneVersion, row.State));
        Assert.Equal($"state=New round=1", row.Precondition);
        var work = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.RouteWork)!;
        Assert.Equal((RecordId.Interaction(i.Id), 1, "support", Flow.Customer, "Broken lamp"), (work.InteractionId, work.Round, work.Queue, work.From, work.Subject));
    }

    [Fact]
    [Trait("Requirement", "R233")]
    public void Mail_New_KeepsBytesDecisionAndTheLineWhy()
    {
        var mail = new TestMail();
        var decision = s.Mail(mail);
        var kept = s.MessageOf(decision);
        Assert.Equal(mail.Bytes(), s.Store.Raw(kept.Id));
        Assert.Equal(decision.Reason, DecisionJson.Read(kept.Decision)!.Reason);
        Assert.Equal((mail.Id, MailKey.OfId(mail.Id), Direction.Inbound), (kept.MailId, kept.MailKey, kept.Direction));
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "MailReceived" && a.MessageId == kept.Id && a.Why == decision.Reason && a.Correlation == "mail");
    }

    [Fact]
    [Trait("Requirement", "D-41")]
    [Trait("Requirement", "R227")]
    public void Mail_FirstOnesOtherToAndCc_BecomeCcsByTheRules()
    {
        var x = new Scenario(TestSetup.Create(r => r with { NeverCc = ["boss@customer.example", "@blocked.example", "*.wild.example"] }));
        var decision = x.Mail(new TestMail
        {
            To = ["support@example.org", "mate@customer.example", "support+tag@example.org"],
            Cc = ["Mate@customer.example", "sales@example.org", "boss@customer.example", "a@blocked.example", "a@sub.wild.example", "a@wild.example", "no-reply@shop.example", Flow.Customer],
        });
        Assert.Equal(["mate@customer.example", "a@wild.example"], decision.ParticipantsAdded);
        Assert.Equal([2, 3], x.People(x.Interaction(decision.InteractionId).ThreadId!.Value, ParticipantRole.Cc).Select(p => p.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R216")]
    public void Mail_AgentInCc_IsAcceptedWithAWarning()
    {
        var decision = s.Mail(new TestMail { Cc = ["ann@staff.example.org"] });
        Assert.Equal(["AgentAddressExposed"], decision.Flags);
        Assert.Equal(["ann@staff.example.org"], decision.ParticipantsAdded);
    }

    [Fact]
    [Trait("Requirement", "X33")]
    public void Mail_SixtyAddressesInCc_Adds48AndSaysSo()
    {
        var decision = s.Mail(new TestMail { Cc = [.. Enumerable.Range(1, 60).Select(i => $"p{i}@customer.example")] });
        Assert.Equal(Enumerable.Range(1, 48).Select(i => $"p{i}@customer.example"), decision.ParticipantsAdded);
        Assert.Equal(["CcLimitReached"], decision.Flags);
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "CcIgnored" && a.After!.Contains("p49@", StringComparison.Ordinal));
    }

    [Fact]
    public void Mail_ListAddressInTo_IsNobodysCc()
    {
        var decision = s.Mail(new TestMail { To = ["support@example.org", "users@lists.example"] }.With("List-Post", "<mailto:users@lists.example>"), kind: Connector.Mail.MailClass.List);
        Assert.Empty(decision.ParticipantsAdded);
    }

    [Fact]
    public void Mail_ChannelWithoutAddresses_AddsNobody()
    {
        var x = new Scenario(TestSetup.Create(channel: c => c with { Addresses = [] }));
        Assert.Empty(x.Mail(new TestMail { Cc = ["mate@customer.example"] }).ParticipantsAdded);
    }
}
