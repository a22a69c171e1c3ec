using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Codes;
using Connector.Engine.Contacts;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Threads;

namespace Connector.Engine.Door;

/// <summary>What an input names: the store loads it before the rules decide. A closed set, so that a store can prepare each.</summary>
public abstract record LookUp
{
    /// <param name="Id">The interaction.</param>
    /// <param name="WithHistory">With what was said in public, if a new CC is to read it.</param>
    /// <param name="Lane">With the calls still to be made at that instance; null: without.</param>
    public sealed record Interaction(long Id, bool WithHistory = false, string? Lane = null) : LookUp;

    public sealed record Case(long Id) : LookUp;

    /// <summary>Several cases as they are stored, each with the dossier of the case that stands for it.</summary>
    public sealed record Cases(IReadOnlyList<long> Ids) : LookUp;

    /// <summary>By the vendor's id; the dossier of its interaction, and the calls still to be made there.</summary>
    public sealed record External(string Instance, string ExternalId) : LookUp;

    /// <summary>A message and the dossier around it.</summary>
    public sealed record OfMessage(long Id) : LookUp;

    /// <summary>A message with the dossier around it, and the dossier of the interaction or case it is to go to.</summary>
    public sealed record Move(long MessageId, long? ToInteraction, long? ToCase) : LookUp;

    /// <summary>A transfer: the dossier of its interaction, and the outbox row that asks for it.</summary>
    public sealed record Transfer(long Id) : LookUp;

    /// <summary>An outbox row and the dossier of its interaction.</summary>
    public sealed record Outbox(long Id) : LookUp
    {
        /// <summary>The row as its caller holds it, in the version that the write requires: it need not be read again. Null: it is read.</summary>
        public OutboxRow? Held { get; init; }

        /// <summary>Without the dossier: what is decided concerns nothing but the row.</summary>
        public bool Alone { get; init; }
    }

    public sealed record Quarantined(long Id) : LookUp;

    public sealed record Mail(MailKeys Keys) : LookUp;

    /// <summary>Our codes, all mappings, and what the instance showed last (null: of no instance).</summary>
    public sealed record Codes(string? Instance) : LookUp;

    /// <summary>Work that bears a code of the vendor: with it the catalogue, so that a code mapped to none can be imported.</summary>
    public sealed record WithCode(LookUp Work, string Instance) : LookUp;

    public sealed record None : LookUp;
}

/// <summary>All keys a mail brings, found in one indexed query. Texts are as looked up: thread ids upper case.</summary>
public sealed record MailKeys
{
    /// <summary>Key of the mail itself: finds duplicates among messages and quarantine.</summary>
    public required long Own { get; init; }

    /// <summary>Keys of the ids it names (In-Reply-To first, then References from the last), at most 30.</summary>
    public IReadOnlyList<long> Named { get; init; } = [];

    /// <summary>Thread ids of verified tokens and words of subject and body that may be thread ids.</summary>
    public IReadOnlyList<string> ThreadTokens { get; init; } = [];

    /// <summary>Case numbers in the subject, where the channel allows them.</summary>
    public IReadOnlyList<long> CaseNumbers { get; init; } = [];

    /// <summary>Hash of the client's thread index.</summary>
    public long? ClientIndex { get; init; }

    /// <summary>Address of the author, lower case: finds the customer.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Hash of the address an acknowledgement would go to, when one may be due; null: none is.</summary>
    public long? Answerable { get; init; }

    /// <summary>Business time at which it came.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The quarantine item it is released from, found among <see cref="Known.SameQuarantined"/> whatever key it was held under.</summary>
    public long? ReleasedFrom { get; init; }
}

/// <summary>What was found. Merged threads and cases stand as their final target.</summary>
public sealed record Known
{
    public static readonly Known Nothing = new();

    /// <summary>The dossier of a look-up by id; null when there is no such record.</summary>
    public Dossier? Dossier { get; init; }

    public Message? Message { get; init; }

    /// <summary>Where it is to go, of a <see cref="LookUp.Move"/>; the very <see cref="Dossier"/> when that is one conversation.</summary>
    public Dossier? Target { get; init; }
    public OutboxRow? Outbox { get; init; }
    public QuarantineItem? Quarantined { get; init; }

    /// <summary>Messages with the mail's own key (same id or same canonical hash), with their further receipts.</summary>
    public ImmutableList<Message> SameMail { get; init; } = [];
    public ImmutableList<Receipt> Receipts { get; init; } = [];

    /// <summary>The contact or consumer of the author's address.</summary>
    public Person? Customer { get; init; }

    /// <summary>Automatic mail sent lately; null when <see cref="MailKeys.Answerable"/> did not ask.</summary>
    public AutomaticTraffic? Automatic { get; init; }

    /// <summary>Held quarantine items with the mail's own key.</summary>
    public ImmutableList<QuarantineItem> SameQuarantined { get; init; } = [];

    /// <summary>Messages whose key the mail names: their threads stand in <see cref="Hits"/> under <see cref="ThreadHit.OfThread"/> of the stored thread id.</summary>
    public ImmutableList<Message> NamedMessages { get; init; } = [];

    /// <summary>Every thread a key led to, by any of its ids or texts, with its dossier.</summary>
    public ImmutableList<ThreadHit> Hits { get; init; } = [];

    /// <summary>The cases of a <see cref="LookUp.Cases"/> that exist.</summary>
    public ImmutableList<CaseHit> Cases { get; init; } = [];

    /// <summary>Of <see cref="LookUp.Codes"/> and <see cref="LookUp.WithCode"/>, and of an outbox row that is about a code.</summary>
    public Catalogue? Catalogue { get; init; }

    /// <summary>Of <see cref="LookUp.External"/>, and of <see cref="LookUp.Interaction"/> that asks for it; the next call first.</summary>
    public ImmutableList<LaneCall> Lane { get; init; } = [];

    public CaseHit? Case(long id) => Cases.Find(c => c.Case.Id == id);
}

/// <summary>A case as it is stored. Its dossier is that of the case it was merged into in the end, or its own, with every interaction that names either.</summary>
/// <param name="Final">The case that stands for it: itself unless merged.</param>
/// <param name="Merge">The merge that can be undone.</param>
public sealed record CaseHit(Case Case, Dossier Dossier, long Final, CaseMerge? Merge);

/// <summary>A key and the thread it leads to. <paramref name="Key"/> is <c>id:NUMBER</c> for a stored thread id, <c>token:TEXT</c>, <c>case:NUMBER</c>, <c>index:NUMBER</c>, <c>awaits:NUMBER</c>.
/// Several keys may lead to the same dossier instance.</summary>
public sealed record ThreadHit(string Key, Dossier Dossier)
{
    public static string OfThread(long id) => $"id:{id}";

    public static string OfToken(string token) => $"token:{token}";

    public static string OfCaseNumber(long number) => $"case:{number}";

    /// <summary>A conversation that waits for the mail with this key.</summary>
    public static string OfAwaited(long mailKey) => $"awaits:{mailKey}";

    public static string OfClientIndex(long hash) => $"index:{hash}";
}
