using System.Text.Json.Serialization;

namespace Connector.Engine.Threads;

/// <summary>Where a mail went and why: kept with the mail, printed by <c>ingest</c>. Property names are those of the interface.</summary>
public sealed record MailDecision
{
    public required MailAction Action { get; init; }
    public string? InteractionId { get; init; }
    public string? CaseId { get; init; }
    public string? CaseNumber { get; init; }
    public string? ThreadId { get; init; }
    public string? RefersTo { get; init; }
    public MatchedBy MatchedBy { get; init; } = MatchedBy.None;
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
    public IReadOnlyList<string> Conflicts { get; init; } = [];
    public string Visibility { get; init; } = "public";
    public bool Reopened { get; init; }
    public bool Acknowledge { get; init; }
    public IReadOnlyList<string> Flags { get; init; } = [];
    public IReadOnlyList<string> ParticipantsAdded { get; init; } = [];
    public IReadOnlyList<string> ParticipantsRemoved { get; init; } = [];
    public string Reason { get; init; } = "";

    /// <summary>The message, or the quarantine item.</summary>
    public string? MessageId { get; init; }

    /// <summary>Of a quarantined mail.</summary>
    public string? QuarantineReason { get; init; }
}

/// <summary>One record a signal led to, and why it won or not.</summary>
public sealed record Candidate(MatchedBy Signal, string? InteractionId, string? CaseId, double? Score, string Reason);

[JsonConverter(typeof(JsonStringEnumConverter<MailAction>))]
public enum MailAction
{
    [JsonStringEnumMemberName("new")] New,
    [JsonStringEnumMemberName("append")] Append,
    [JsonStringEnumMemberName("followUp")] FollowUp,
    [JsonStringEnumMemberName("duplicate")] Duplicate,
    [JsonStringEnumMemberName("quarantine")] Quarantine,
    [JsonStringEnumMemberName("drop")] Drop,
}

[JsonConverter(typeof(JsonStringEnumConverter<MatchedBy>))]
public enum MatchedBy
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("address-token")] AddressToken,
    [JsonStringEnumMemberName("message-id-token")] MessageIdToken,
    [JsonStringEnumMemberName("message-id")] MessageId,
    [JsonStringEnumMemberName("thread-index")] ThreadIndex,
    [JsonStringEnumMemberName("subject")] Subject,
    [JsonStringEnumMemberName("case-number")] CaseNumber,
    [JsonStringEnumMemberName("body")] Body,
    [JsonStringEnumMemberName("reply-on-closed")] ReplyOnClosed,
}
