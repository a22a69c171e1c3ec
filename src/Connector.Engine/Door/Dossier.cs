using System.Collections.Immutable;
using Connector.Engine.Cases;
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
/// Everything the rules may look at around one conversation, as loaded: the thread (its redirects followed), its people, its interactions and cases,
/// what is open on them. Immutable; events turn one dossier into the next.
/// </summary>
public sealed record Dossier
{
    /// <summary>Of what concerns no conversation.</summary>
    public static Dossier None { get; } = new();

    public CaseThread? Thread { get; init; }

    /// <summary>Threads a merge united with it: their mails and interactions stand here too.</summary>
    public ImmutableList<CaseThread> United { get; init; } = [];

    /// <summary>The people of the thread; those of united threads joined it by the merge.</summary>
    public ImmutableList<Participant> Participants { get; init; } = [];

    /// <summary>All interactions of the thread, oldest first.</summary>
    public ImmutableList<Interaction> Interactions { get; init; } = [];

    /// <summary>All cases of the thread or of its interactions; a merged one only as its final target.</summary>
    public ImmutableList<Case> Cases { get; init; } = [];

    /// <summary>One for each agent who wrapped an interaction up, oldest first.</summary>
    public ImmutableList<WrapUpSegment> Segments { get; init; } = [];

    /// <summary>The open transfer of each interaction, or its last one.</summary>
    public ImmutableList<Transfer> Transfers { get; init; } = [];

    /// <summary>The vendors' ids of the work, oldest first; the present ones have no <c>Until</c>.</summary>
    public ImmutableList<ExternalRef> ExternalRefs { get; init; } = [];

    /// <summary>Last mails of the thread, oldest first, at most <see cref="MailsLoaded"/>: what a reply answers and refers to.</summary>
    public ImmutableList<Message> Mails { get; init; } = [];

    /// <summary>What was written on each open case (comments, last mails); only where a reply has several to choose from.</summary>
    public ImmutableDictionary<long, string> CaseTexts { get; init; } = ImmutableDictionary<long, string>.Empty;

    /// <summary>Other conversations of the same request: follow-ups of its cases, interactions that refer to each other and have one customer. Only where nothing is open here.</summary>
    public ImmutableList<Dossier> Related { get; init; } = [];

    public const int MailsLoaded = 20;

    /// <summary>The public mails with their bytes, oldest first, at most <see cref="Outbound.History.Most"/>; only for a reply that a new CC reads.
    /// Of a conversation that waits for the mail that came, and of that which the mail names then, or that a mail is moved from: all its messages, at most <see cref="MailsLoaded"/>.</summary>
    public ImmutableList<KeptMail> History { get; init; } = [];

    public bool HasOpenWork => Interactions.Exists(i => !i.IsClosed) || Cases.Exists(c => c.IsActive);

    /// <summary>A reply joins one of several cases: their texts decide.</summary>
    public bool HasCasesToChoose => Interactions.TrueForAll(i => i.IsClosed) && Cases.Count(c => c.IsActive) > 1;

    public Interaction Interaction(long id) => Interactions.Find(i => i.Id == id) ?? throw new KeyNotFoundException($"interaction {id} is not in the dossier");

    public Case Case(long id) => Cases.Find(c => c.Id == id) ?? throw new KeyNotFoundException($"case {id} is not in the dossier");

    public WrapUpSegment? OpenSegment(long interaction) => Segments.Find(s => s.InteractionId == interaction && s.State == SegmentState.Open);

    public Transfer? OpenTransfer(long interaction) => Transfers.Find(t => t.InteractionId == interaction && t.IsOpen);

    public Dossier With(Interaction changed) => this with { Interactions = Replace(Interactions, changed) };

    public Dossier With(Case changed) => this with { Cases = Replace(Cases, changed) };

    public Dossier With(Participant changed) => this with { Participants = Replace(Participants, changed) };

    public Dossier With(WrapUpSegment changed) => this with { Segments = Replace(Segments, changed) };

    public Dossier With(Transfer changed) => this with { Transfers = Replace(Transfers, changed) };

    public Dossier With(ExternalRef changed) => this with { ExternalRefs = Replace(ExternalRefs, changed) };

    /// <summary>And an interaction of another, with its case and what is open on it.</summary>
    public Dossier WithWork(Interaction work, Dossier from) => this with
    {
        Interactions = Interactions.Add(work),
        Cases = Cases.AddRange(from.Cases.Where(c => c.Id == work.CaseId && !Cases.Exists(k => k.Id == c.Id))),
        Segments = Segments.AddRange(from.Segments.Where(s => s.InteractionId == work.Id)),
        Transfers = Transfers.AddRange(from.Transfers.Where(t => t.InteractionId == work.Id)),
        ExternalRefs = ExternalRefs.AddRange(from.ExternalRefs.Where(r => r.InteractionId == work.Id)),
    };

    /// <summary>Walked for every input, and most lists are empty: those are not begun.</summary>
    public IEnumerable<IRecord> Records()
    {
        if (Thread is not null) yield return Thread;
        if (!Participants.IsEmpty) foreach (var record in Participants) yield return record;
        if (!Interactions.IsEmpty) foreach (var record in Interactions) yield return record;
        if (!Cases.IsEmpty) foreach (var record in Cases) yield return record;
        if (!Segments.IsEmpty) foreach (var record in Segments) yield return record;
        if (!Transfers.IsEmpty) foreach (var record in Transfers) yield return record;
        if (!ExternalRefs.IsEmpty) foreach (var record in ExternalRefs) yield return record;
    }

    private static ImmutableList<T> Replace<T>(ImmutableList<T> list, T changed) where T : class, IRecord
    {
        var at = list.FindIndex(r => r.Id == changed.Id);
        return at < 0 ? list.Add(changed) : list.SetItem(at, changed);
    }
}
