using Connector.Contracts;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Mail;

namespace Connector.Engine.Tests.Kit;

/// <summary>A conversation played through the door: mails, agents, the vendor, time. Nothing is real but the rules.</summary>
internal sealed class Scenario
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public Scenario(Setup? setup = null, int seed = 1) => Door = new MemoryDoor(setup ?? TestSetup.Create(), new CountingFresh(seed));

    public MemoryDoor Door { get; }

    public MemoryStore Store => Door.Store;

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>What the vendor lets work be handed to.</summary>
    public IReadOnlyList<TransferTarget> Authorised { get; set; } = [new("sales", null, "Sales"), new("remote", null, "Remote"), new(null, "ann"), new(null, "bob")];

    public void Pass(TimeSpan time) => Now += time;

    public Person As(string agent, AgentRole? role = null) => new(this, agent, role ?? TestSetup.RoleOf(agent));

    public Answer Handle(Input input) => Door.Handle(input).Answer;

    public MailDecision Mail(TestMail mail, string channel = "support", MailClass kind = MailClass.Human, Bounce? bounce = null, long? released = null) =>
        DecisionOf(Handle(Arrived(mail.Bytes(), channel, kind, bounce, released)));

    public static MailDecision DecisionOf(Answer answer) => answer switch
    {
        Answer.Done { Result: MailDecision d } => d,
        Answer.Nothing { Result: MailDecision d } => d,
        _ => throw new InvalidOperationException(answer.ToString()),
    };

    public MailArrived Arrived(byte[] raw, string channel = "support", MailClass kind = MailClass.Human, Bounce? bounce = null, long? released = null, QuarantineReason? unreadable = null)
    {
        var mail = MailReader.Read(raw);
        return new MailArrived
        {
            At = Now,
            By = Actor.Mail,
            Correlation = "mail",
            Channel = channel,
            Source = "test",
            Raw = raw,
            Mail = mail,
            Class = new Classification(kind, $"the test says {kind}"),
            Bounce = bounce,
            Unreadable = unreadable,
            ReleasedFrom = released,
            Signals = MailSignals.Of(mail, Door.Setup.Channel(channel)!, Door.Setup, bounce),
        };
    }

    /// <summary>The instance shows the interaction's present routing in that state; ranks rise by themselves.</summary>
    public Answer Observe(long interaction, WorkState state, string? agent = null, long? rank = null, int? round = null, string? externalId = null, string? queue = null)
    {
        var i = Interaction(interaction);
        return Handle(new Observed
        {
            At = Now,
            By = Actor.OfInstance(i.Instance),
            Correlation = "seen",
            Instance = i.Instance,
            Work = new WorkObservation
            {
                ExternalId = externalId ?? $"w{interaction}.{round ?? i.Round}",
                InteractionId = RecordId.Interaction(interaction),
                Round = round ?? i.Round,
                State = state,
                Rank = rank ?? i.ObservedRank + 1,
                Agent = agent,
                Queue = queue,
                At = Now,
            },
        });
    }

    /// <summary>The instance shows the work as told.</summary>
    public Answer Observe(long interaction, Func<WorkObservation, WorkObservation> change)
    {
        var i = Interaction(interaction);
        var plain = new WorkObservation
        {
            ExternalId = i.ExternalId ?? $"w{interaction}.{i.Round}",
            InteractionId = RecordId.Interaction(interaction),
            State = WorkState.Accepted,
            Rank = i.ObservedRank + 1,
            Agent = i.Owner,
            Queue = i.Queue,
            At = Now,
        };
        return Handle(new Observed { At = Now, By = Actor.OfInstance(i.Instance), Correlation = "seen", Instance = i.Instance, Work = change(plain) });
    }

    public Answer TransferTime(long transfer) =>
        Handle(new TransferTimePassed { At = Now, By = Actor.Sweep("transfer-timeout"), Correlation = "sweep", TransferId = transfer });

    public Transfer TransferOf(long interaction) => Store.Where<Transfer>(t => t.InteractionId == interaction)[^1];

    public OutboxRow Call(long interaction, string operation) => Outbox(interaction).Last(r => r.Operation == operation);

    public void Accept(long interaction, string agent) => Observe(interaction, WorkState.Accepted, agent);

    public Answer Sweep(long interaction, InteractionSweep sweep) => Handle(new InteractionTimePassed
    {
        At = Now,
        By = Actor.Sweep(sweep.ToString()),
        Correlation = "sweep",
        InteractionId = interaction,
        Sweep = sweep,
    });

    public Answer Case(long id, CaseInput step, Actor? by = null) =>
        Handle(new CaseCommand { At = Now, By = by ?? Actor.OfAgent("ann"), Correlation = "case", CaseId = id, Step = step });

    public Answer Finish(long outbox, CallResult result) =>
        Handle(new CallFinished { At = Now, By = Actor.Sweep("dispatch"), Correlation = "call", OutboxId = outbox, Result = result });

    /// <summary>Everything that is still to be told of it reaches whom it is for.</summary>
    public void Tell(long interaction)
    {
        foreach (var row in Outbox(interaction).Where(r => r.State == OutboxState.Waiting)) Answers.Done(Finish(row.Id, new CallResult.Succeeded()));
    }

    public Interaction Interaction(long id) => Store.Get<Interaction>(id);

    public Interaction Interaction(string? id) => RecordId.TryParse(id, 'i', out var number) ? Interaction(number) : throw new KeyNotFoundException(id);

    public Message MessageOf(MailDecision decision) => RecordId.TryParse(decision.MessageId, 'm', out var id) ? Store.Get<Message>(id) : throw new KeyNotFoundException(decision.MessageId);

    public Message LastSent() => Store.Where<Message>(m => m.Direction == Direction.Outbound && m.Kind == MessageKind.Mail)[^1];

    public byte[] LastSentBytes() => Store.Raw(LastSent().Id);

    public MailMessage LastSentMail() => MailReader.Read(LastSentBytes());

    public IReadOnlyList<OutboxRow> Outbox(long interaction) => Store.Where<OutboxRow>(r => r.InteractionId == interaction);

    public IReadOnlyList<string> Calls(long interaction) => [.. Outbox(interaction).Where(r => r.Destination != OutboxDestination.Mail).Select(r => r.Operation)];

    public IReadOnlyList<Participant> People(long thread, ParticipantRole role) => Store.Where<Participant>(p => p.ThreadId == thread && p.Role == role);

    public int Load(string agent) => Store.All<CapacityEntry>().Where(e => e.Agent == agent).Sum(e => e.Delta);

    public IReadOnlyList<Notification> Told(string agent) => [.. Store.All<Notification>().Where(n => n.Agent == agent)];
}
