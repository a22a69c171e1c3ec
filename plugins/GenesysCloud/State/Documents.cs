using System.Text.Json.Serialization;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.State;

/// <summary>What is remembered of a conversation of ours.</summary>
internal sealed record ConversationDocument
{
    public required string InteractionId { get; init; }
    public required int Round { get; init; }

    /// <summary>Another conversation has taken its place: what it tells from now on is of round 0, which is nobody's.</summary>
    public bool Replaced { get; init; }

    public string Queue { get; init; } = "";

    /// <summary>What the vendor was told of the mail, to tell it again when the work has to be made anew.</summary>
    public MailHead Mail { get; init; } = new(null, null, null, null);

    /// <summary>As last read; its rank is the highest given out.</summary>
    public WorkObservation? Seen { get; init; }

    /// <summary>When the read behind <see cref="Seen"/> was begun, in machine time.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Highest rank told by an event, and the number of the poll that told it.</summary>
    public long ToldRank { get; init; }

    public long ToldBy { get; init; }

    public bool Finished => Seen?.State is WorkState.Ended or WorkState.Canceled;
}

/// <summary>A routing asked of the vendor: written before the call, so that a lost answer can be searched for in a short time.</summary>
internal sealed record RouteDocument
{
    public required string Queue { get; init; }
    public required DateTimeOffset FirstAskedAt { get; init; }
    public required DateTimeOffset LastAskedAt { get; init; }
    public string? ConversationId { get; init; }

    /// <summary>The conversation was over and another is being made for it: an attempt that finds this set looks first whether an earlier one made it.</summary>
    public bool MakingAnew { get; init; }
}

/// <summary>The mail as agents at the vendor see it.</summary>
internal sealed record MailHead(string? From, string? FromName, string? To, string? Subject);

/// <summary>Documents as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(RouteDocument))]
internal sealed partial class StateJson : JsonSerializerContext;
