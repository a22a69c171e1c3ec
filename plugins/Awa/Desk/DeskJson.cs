using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>What is stored of an agent.</summary>
internal sealed record StoredSeat(AgentPresence Presence, DateTimeOffset RestingSince)
{
    [JsonIgnore]
    public long Version { get; init; }
}

/// <summary>The documents' JSON.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkItem))]
[JsonSerializable(typeof(StoredSeat))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    public static string Write(WorkItem item) => JsonSerializer.Serialize(item, Default.WorkItem);

    public static string Write(Seat seat) => JsonSerializer.Serialize(new StoredSeat(seat.Presence, seat.RestingSince), Default.StoredSeat);

    public static WorkItem Item(InstanceDocument document) =>
        JsonSerializer.Deserialize(document.Json, Default.WorkItem)! with { Version = document.Version };

    public static StoredSeat Seat(InstanceDocument document) =>
        JsonSerializer.Deserialize(document.Json, Default.StoredSeat)! with { Version = document.Version };
}
