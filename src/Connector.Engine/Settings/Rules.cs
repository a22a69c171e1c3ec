using System.ComponentModel.DataAnnotations;
using Connector.Engine.Cases;

namespace Connector.Engine.Settings;

/// <summary>The rule settings of domain section 13, with its defaults. Bound from <c>Rules</c>, overridable per channel.</summary>
public sealed record Rules
{
    public TimeSpan DraftExpiry { get; init; } = TimeSpan.FromDays(30);
    public InactivityRules Outbound { get; init; } = new() { InactivityPeriod = TimeSpan.FromDays(30) };
    public InactivityRules Inbound { get; init; } = new() { InactivityPeriod = TimeSpan.FromDays(5) };

    /// <summary>Null: no reminders.</summary>
    public TimeSpan? ReminderPeriod { get; init; }

    [Range(0, 100)]
    public int MaxReminders { get; init; } = 1;
    public bool HoldAfterSend { get; init; } = true;

    /// <summary>Kinds of customer records for which each agent has an own outbound interaction; <c>contact</c>, <c>consumer</c>.</summary>
    [CommaSeparated]
    public IReadOnlyList<string> PerAgentRecordTypes { get; init; } = [];
    public bool PreferPreviousAgent { get; init; } = true;
    public TimeSpan PreferPreviousAgentWait { get; init; } = TimeSpan.Zero;
    public bool RerouteOnReply { get; init; }
    public bool CcEnabled { get; init; } = true;

    [Range(0, 1000)]
    public int CcLimit { get; init; } = 48;
    public bool CcRepliesPublic { get; init; }
    public bool CcRemovalByOmission { get; init; } = true;
    public IReadOnlyList<string> NeverCc { get; init; } = [];
    public CcAddByMail CcAddByMail { get; init; } = CcAddByMail.Participants;
    public bool CreateForGuest { get; init; } = true;
    public string? AcknowledgeTemplate { get; init; }

    /// <summary>Who is told by mail of what, beside the defaults.</summary>
    public IReadOnlyList<NotificationRule> Notifications { get; init; } = [];

    /// <summary>Texts by key, for notifications. <c>{number}</c>, <c>{subject}</c> and <c>{state}</c> of the case are filled in.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    /// <summary>Automatic mails to one address in one conversation, and to one address in all of them.</summary>
    public RateCaps AutomaticPerThread { get; init; } = new() { Per10Minutes = 10, Per30Minutes = 15, PerHour = 25, Per3Hours = 50, Per10Hours = 100 };
    public RateCaps AutomaticPerAddress { get; init; } = new() { Per10Minutes = 30, Per30Minutes = 60, PerHour = 120, Per3Hours = 240, Per10Hours = 360 };

    /// <summary>Automatic mails to anybody.</summary>
    [Range(0, 1_000_000)]
    public int AutomaticPerHour { get; init; } = 1_000;

    /// <summary>Automatic mails that one conversation takes in an hour and still tells anybody of; later ones are kept quietly.</summary>
    [Range(0, 1_000_000)]
    public int AutomaticInPerHour { get; init; } = 25;

    [Range(0, 1000)]
    public int ReopensPerThread { get; init; } = 5;
    public bool FinalDispositionResolves { get; init; } = true;

    /// <summary>Results of cases and emails by key, as management defines them. A list of one's own replaces this one.</summary>
    public IReadOnlyDictionary<string, DispositionCategory> Dispositions { get; init; } = new Dictionary<string, DispositionCategory>(StringComparer.OrdinalIgnoreCase)
    {
        ["answered"] = DispositionCategory.Final,
        ["waiting"] = DispositionCategory.NonFinal,
        ["spam"] = DispositionCategory.Spam,
    };
    public TimeSpan WrapUpTimeout { get; init; } = TimeSpan.FromMinutes(2);
    public TimeSpan MaxWrapUp { get; init; } = TimeSpan.FromMinutes(15);
    public string DefaultWrapUpCode { get; init; } = "issue_resolved";

    [Range(0.0, 1.0)]
    public double ReplyMatchThreshold { get; init; } = 0.85;
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan AuthorisedTargetsCache { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan ResolvedToClosedAfter { get; init; } = TimeSpan.FromDays(14);
    public bool ReopenClosedCases { get; init; } = true;
    public bool ReopenOnReply { get; init; }
    public TimeSpan TrashRetention { get; init; } = TimeSpan.FromDays(30);
    public TimeSpan MergeUndo { get; init; } = TimeSpan.FromDays(30);

    [Range(1, 24)]
    public int HoursPerWorkday { get; init; } = 8;
    public TimeSpan MilestoneDay { get; init; } = TimeSpan.FromHours(24);

    [Range(1, 10_000_000)]
    public int ExportLimit { get; init; } = 50_000;
    public StrangerPolicy StrangerPolicy { get; init; } = StrangerPolicy.NewLinked;
    public bool CaseNumberInSubject { get; init; }
    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(30);
    public bool NotifyOnLinkedReply { get; init; } = true;
    public bool BlockParentClose { get; init; }

    /// <summary>Mails with more Received fields than this are held back.</summary>
    [Range(1, 1000)]
    public int MaxHops { get; init; } = 25;

    /// <summary>Every fault of the values taken together.</summary>
    public IEnumerable<(string Key, string Problem, string Value)> Faults()
    {
        foreach (var (key, period) in Periods())
            if (period <= TimeSpan.Zero) yield return (key, "must be longer than zero", period.ToString());
        if (PreferPreviousAgentWait < TimeSpan.Zero || PreferPreviousAgentWait > TimeSpan.FromMinutes(10))
            yield return (nameof(PreferPreviousAgentWait), "must be from 0 to 10 minutes", PreferPreviousAgentWait.ToString());
        if (MaxWrapUp <= WrapUpTimeout)
            yield return (nameof(MaxWrapUp), $"must exceed WrapUpTimeout ({WrapUpTimeout})", MaxWrapUp.ToString());
        foreach (var fault in AutomaticPerThread.Faults(nameof(AutomaticPerThread)).Concat(AutomaticPerAddress.Faults(nameof(AutomaticPerAddress)))) yield return fault;
        foreach (var fault in this.NotificationFaults()) yield return fault;
        foreach (var key in Dispositions.Keys.Where(k => k.Length is 0 or > 64 || k.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))))
            yield return (nameof(Dispositions), "keys are letters, digits, '_' and '-'", key);
        foreach (var type in PerAgentRecordTypes.Where(t => t is not ("contact" or "consumer")))
            yield return (nameof(PerAgentRecordTypes), "allowed are contact and consumer", type);
    }

    private IEnumerable<(string Key, TimeSpan Period)> Periods()
    {
        yield return (nameof(DraftExpiry), DraftExpiry);
        yield return ("Outbound:InactivityPeriod", Outbound.InactivityPeriod);
        yield return ("Inbound:InactivityPeriod", Inbound.InactivityPeriod);
        if (ReminderPeriod is { } reminder) yield return (nameof(ReminderPeriod), reminder);
        yield return (nameof(WrapUpTimeout), WrapUpTimeout);
        yield return (nameof(MaxWrapUp), MaxWrapUp);
        yield return (nameof(TransferTimeout), TransferTimeout);
        yield return (nameof(AuthorisedTargetsCache), AuthorisedTargetsCache);
        yield return (nameof(ResolvedToClosedAfter), ResolvedToClosedAfter);
        yield return (nameof(TrashRetention), TrashRetention);
        yield return (nameof(MergeUndo), MergeUndo);
        yield return (nameof(MilestoneDay), MilestoneDay);
        yield return (nameof(OfferTimeout), OfferTimeout);
    }
}

public sealed record InactivityRules
{
    public TimeSpan InactivityPeriod { get; init; }
}

/// <summary>A list that may be written as one text with commas.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CommaSeparatedAttribute : Attribute;

public enum CcAddByMail
{
    Nobody,
    Agents,
    Requester,
    Participants,
}

public enum StrangerPolicy
{
    NewLinked,
    Quarantine,
}
