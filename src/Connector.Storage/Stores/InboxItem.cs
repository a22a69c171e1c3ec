using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Contracts;
using Connector.Storage.Rows;

namespace Connector.Storage.Stores;

/// <summary>All waiting events of one of the vendor's items, in order of arrival: the item is read once for them all.</summary>
public sealed record InboxItem(string Instance, string ExternalId, IReadOnlyList<VendorEvent> Events, IReadOnlyList<InboxEvent> Rows)
{
    internal static VendorEvent ToEvent(InboxEvent row) =>
        new(row.EventId, row.ExternalId, row.Kind, row.At, JsonSerializer.Deserialize(row.Payload, InboxJson.Default.WorkObservation)!);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkObservation))]
internal sealed partial class InboxJson : JsonSerializerContext;
