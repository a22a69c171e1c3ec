using Connector.Engine.Cases;
using Connector.Engine.Contacts;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Door;

/// <summary>
/// What one input does to one dossier: events are applied, written into the stream, and answered by the rules that react to them
/// (capacity, segments, calls to the vendor). Lives for one decision.
/// </summary>
public sealed class Proceedings(Dossier dossier, Input input, Given given)
{
    private readonly List<object> _rows = [];
    private readonly List<IRecord> _others = [];
    private Dossier _before = dossier;
    private int _calls;
    private int _suppressed;

    public Dossier Dossier { get; private set; } = dossier;

    public Input Input { get; } = input;

    public Given Given { get; } = given;

    /// <summary>The record of whoever wrote, when there is one.</summary>
    public Person? Customer { get; init; }

    /// <summary>The agent who wrote the mail, when that is proven: nobody is told of their own message.</summary>
    public string? Writer { get; init; }

    public DateTimeOffset Now => Input.At;

    public Interaction Interaction(long id) => Dossier.Interaction(id);

    /// <summary>Appends a row that is never changed again.</summary>
    public void Add(object row) => _rows.Add(row);

    /// <summary>A record outside the dossier as it is now, with the version it was loaded with.</summary>
    public void Change(IRecord record)
    {
        _others.RemoveAll(r => r.Id == record.Id && r.GetType() == record.GetType());
        _others.Add(record);
    }

    /// <summary>Takes up work of another conversation as it was loaded: what becomes of it is decided and stored here.</summary>
    public void Adopt(Interaction work, Dossier from)
    {
        Dossier = Dossier.WithWork(work, from);
        _before = _before.WithWork(work, from);
    }

    /// <summary>Keeps a message; a mail is from now on one of those that an answer refers to.</summary>
    public void File(Message message)
    {
        _rows.Add(message);
        if (message.Kind == MessageKind.Mail) Dossier = Dossier with { Mails = Dossier.Mails.Add(message) };
    }

    public void Set(CaseThread thread) => Dossier = Dossier with { Thread = thread };

    public void Set(Participant participant) => Dossier = Dossier.With(participant);

    public void Set(WrapUpSegment segment) => Dossier = Dossier.With(segment);

    public void Set(Transfer transfer) => Dossier = Dossier.With(transfer);

    public void Set(ExternalRef reference) => Dossier = Dossier.With(reference);

    public void Set(Case changed) => Dossier = Dossier.With(changed);

    /// <summary>Fields of bookkeeping that are no event (an external id, an observed rank).</summary>
    public void Set(Interaction changed) => Dossier = Dossier.With(changed);

    /// <summary>Applies what a noun's rules decided; null when they did, the answer when they refused or had nothing.</summary>
    public Answer? Take(Verdict verdict, long? message = null)
    {
        switch (verdict)
        {
            case Verdict.Refused refused:
                return new Answer.Refused(refused.Rule, refused.Why);
            case Verdict.Nothing nothing:
                return new Answer.Nothing(nothing.Why);
            case Verdict.Events events:
                foreach (var happened in events.List) Raise(happened, message);
                return null;
            default:
                throw new InvalidOperationException(verdict.ToString());
        }
    }

    public void Raise(DomainEvent happened, long? message = null)
    {
        switch (happened)
        {
            case InteractionEvent e:
                OnInteraction(e, message);
                break;
            case CaseEvent e:
                OnCase(e, message);
                break;
            case TransferEvent e:
                OnTransfer(e);
                break;
            default:
                throw new InvalidOperationException(happened.What);
        }
    }

    private void OnInteraction(InteractionEvent e, long? message)
    {
        var was = e is InteractionOpened ? null : Interaction(e.InteractionId);
        var now = InteractionApply.Apply(was, e, Now);
        Dossier = Dossier.With(now);
        Log(e, now.Id, now.CaseId, was?.State.ToString(), now.State.ToString(), message);
        CapacityRules.React(this, was, now, e);
        SegmentRules.React(this, was, now, e);
        CallRules.React(this, was, now, e);
    }

    private void OnCase(CaseEvent e, long? message)
    {
        var was = e is CaseOpened ? null : Dossier.Case(e.CaseId);
        var now = CaseApply.Apply(was, e, Now, Input.By.Name);
        Dossier = Dossier.With(now);
        Log(e, null, now.Id, was?.State.ToString(), now.State.ToString(), message);
    }

    private void OnTransfer(TransferEvent e)
    {
        var was = Dossier.Transfers.Find(t => t.Id == e.TransferId);
        var now = TransferApply.Apply(was, e, Now);
        Dossier = Dossier.With(now);
        Log(e.What, e.Why ?? now.Reason, now.InteractionId, Interaction(now.InteractionId).CaseId, before: was?.State.ToString(), after: $"{now.State}: {now.SourceAgent ?? now.SourceQueue} -> {now.TargetAgent ?? now.TargetQueue}");
    }

    /// <summary>An event wrote nothing back to the instance it came from.</summary>
    public void Suppress() => _suppressed++;

    /// <summary>Writes a line of the stream that is no event of a noun (a capacity note, a refused attempt worth keeping).</summary>
    public void Log(string what, string? why, long? interaction = null, long? caseId = null, long? message = null, string? before = null, string? after = null) =>
        _rows.Add(Line(what, why, interaction, caseId, message, before, after));

    public void Notify(string? agent, string category, string text, long? interaction = null, long? caseId = null, long? message = null)
    {
        if (agent is null || agent == Input.By.Agent || agent == Writer) return;
        _rows.Add(new Notification
        {
            Id = Given.Fresh.Id(),
            Tenant = Given.Setup.Tenant,
            Agent = agent,
            Category = category,
            InteractionId = interaction,
            CaseId = caseId,
            MessageId = message,
            Text = text,
            At = Now,
        });
    }

    /// <summary>Puts a call or mail into the interaction's lane to that destination.</summary>
    public void Send(Interaction interaction, OutgoingWork work)
    {
        var id = Given.Fresh.Id();
        _rows.Add(work.Row(id, Given.Setup.Tenant, interaction, Now, Input, _calls++));
    }

    /// <summary>Everything to store: new records, appended rows, changed records.</summary>
    public Outcome Close(Answer answer)
    {
        UpdateMail.React(this, _rows);
        CcMail.React(this, _rows);
        FollowerMail.React(this, _rows);
        var (fresh, changed) = ReferenceEquals(Dossier, _before) ? ([], []) : Differences();
        return new Outcome(answer) { Inserts = [.. fresh, .. _rows], Updates = [.. changed, .. _others], EchoesSuppressed = _suppressed };
    }

    private (List<object> Fresh, List<IRecord> Changed) Differences()
    {
        var known = _before.Records().ToDictionary(r => (r.GetType(), r.Id));
        var (fresh, changed) = (new List<object>(), new List<IRecord>());
        foreach (var record in Dossier.Records())
        {
            if (!known.TryGetValue((record.GetType(), record.Id), out var old)) fresh.Add(record);
            else if (!ReferenceEquals(old, record)) changed.Add(record);
        }
        return (fresh, changed);
    }

    private void Log(DomainEvent e, long? interaction, long? caseId, string? was, string? now, long? message) =>
        _rows.Add(Line(e.What, e.Why, interaction, caseId, message, was == now ? null : was, was == now ? null : now));

    private Activity Line(string what, string? why, long? interaction, long? caseId, long? message, string? before, string? after) => new()
    {
        Id = Given.Fresh.Id(),
        Tenant = Given.Setup.Tenant,
        InteractionId = interaction,
        CaseId = caseId,
        ThreadId = Dossier.Thread?.Id,
        MessageId = message,
        At = Now,
        By = Input.By.Name,
        What = what,
        Before = before,
        After = after,
        Why = why,
        Correlation = Input.Correlation,
    };
}
