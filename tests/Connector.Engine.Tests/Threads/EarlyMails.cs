using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

/// <summary>A conversation that waits for a mail, and that mail: it answers the first one of another.</summary>
public abstract class EarlyMails
{
    private protected const string Mate = "mate@customer.example";
    private protected const string Zoe = "zoe@customer.example";
    private protected const string Eve = "eve@else.example";
    private protected const string Middle = "middle@customer.example";

    private protected Scenario S { get; set; } = new();

    private protected TestMail Root { get; } = new() { Cc = [Mate] };

    private protected MailDecision Early(TestMail? mail = null, string channel = "support") =>
        S.Mail((mail ?? new TestMail { From = Mate, Cc = [Flow.Customer] }) with { Subject = "Re: Broken lamp", Id = "early@customer.example", InReplyTo = [Middle] }, channel);

    private protected MailDecision Late(string channel = "support", string[]? cc = null) =>
        S.Mail(new TestMail { Cc = cc ?? [Mate], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [Root.Id] }, channel);

    private protected MailDecision MiddleBy(string from, string answered) =>
        S.Mail(new TestMail { From = from, Cc = [.. new[] { Flow.Customer, Mate }.Where(a => a != from)], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [answered] });

    private protected static TestMail Answer(string id, string answered) => new() { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", Id = id, InReplyTo = [answered] };

    private protected Interaction WorkOf(MailDecision decision) => S.Interaction(decision.InteractionId);

    private protected Case CaseOf(MailDecision decision) => RecordId.TryParse(decision.CaseId, 'c', out var id) ? S.Store.Get<Case>(id) : throw new KeyNotFoundException(decision.CaseId);

    private protected List<string> People(Interaction i) => [.. S.Store.Where<Participant>(p => p.ThreadId == i.ThreadId && p.Role != ParticipantRole.Former).Select(p => p.Address).Order()];
}
