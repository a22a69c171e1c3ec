using System.Text.Json.Serialization;
using Connector.Contracts;

namespace Connector.Plugins.Awa.Rules;

/// <summary>State of a work item; the table is in README.md beside this file.</summary>
internal enum ItemState
{
    Queued,
    PendingAccept,
    Accepted,
    Held,
    Ended,
    Canceled,
}

/// <summary>One interaction's place in a queue, as it is stored.</summary>
internal sealed record WorkItem
{
    public required string Id { get; init; }

    public required string InteractionId { get; init; }

    public required int Round { get; init; }

    public required string Queue { get; init; }

    public required ChannelType ChannelType { get; init; }

    public required int Size { get; init; }

    public required IReadOnlyList<string> Skills { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset WaitingSince { get; init; }

    public string? PreferredAgent { get; init; }

    /// <summary>Until when the item waits for the preferred agent alone.</summary>
    public DateTimeOffset? PreferredUntil { get; init; }

    public ItemState State { get; init; }

    /// <summary>Who is offered the item, owns it, or owned it last.</summary>
    public string? Agent { get; init; }

    public DateTimeOffset? OfferedAt { get; init; }

    public DateTimeOffset? OfferExpiresAt { get; init; }

    /// <summary>Offers made so far.</summary>
    public int Offers { get; init; }

    /// <summary>Who rejected the item or let it time out, in this turn through the agents.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>When those who declined may be asked again.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>Rises with every change, also when the item moves among the finished ones.</summary>
    public long Rank { get; init; } = 1;

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Version of the stored document; 0 while there is none.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    /// <summary>Names one offer of the item; an answer to an earlier one comes too late.</summary>
    [JsonIgnore]
    public string OfferId => $"{Id}.{Offers}";

    [JsonIgnore]
    public bool IsFinished => State is ItemState.Ended or ItemState.Canceled;

    /// <summary>When the item wants to be looked at again.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => State switch
    {
        ItemState.PendingAccept => OfferExpiresAt,
        ItemState.Queued when PreferredUntil is null || AgainAt is null => PreferredUntil ?? AgainAt,
        ItemState.Queued => PreferredUntil < AgainAt ? PreferredUntil : AgainAt,
        _ => null,
    };
}
