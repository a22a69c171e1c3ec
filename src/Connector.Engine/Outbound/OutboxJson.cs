using System.Text.Json.Serialization;
using Connector.Contracts;
using Connector.Engine.Transfers;

namespace Connector.Engine.Outbound;

/// <summary>How payloads of outbox rows are written and read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RouteWork))]
[JsonSerializable(typeof(LaterMail))]
[JsonSerializable(typeof(EndPayload))]
[JsonSerializable(typeof(WrapUpCode))]
[JsonSerializable(typeof(TransferOrder))]
[JsonSerializable(typeof(MailEnvelope))]
[JsonSerializable(typeof(CodePayload))]
public sealed partial class OutboxJson : JsonSerializerContext;

/// <summary>Payload of <see cref="WorkOperation.End"/>. <paramref name="ExternalId"/>: another item than the present one of the interaction.</summary>
public sealed record EndPayload(EndStage Stage, string? ExternalId = null);

/// <summary>Payload of <see cref="MailOperation.Send"/>: null sender for automatic mail.</summary>
public sealed record MailEnvelope(string? From, IReadOnlyList<string> Recipients);

/// <summary>Payload of the calls about codes. <paramref name="VendorId"/>: null where the vendor has it not yet.</summary>
public sealed record CodePayload(string Code, string? VendorId, string Name, string? Description, IReadOnlyList<string> Queues);
