using System.Text.Json.Serialization;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.State;

/// <summary>What is remembered of a conversation of ours.</summary>
internal sealed record ConversationDocument
{
    public required string InteractionId { get; init; }
    public required int Round { get; init; }
    public string Queue { get; init; } = "";

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
}

/// <summary>Documents as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(RouteDocument))]
internal sealed partial class StateJson : JsonSerializerContext;
