using System.Text.Json.Serialization;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>The vendor's JSON: names in camel case, what is not set is not sent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmailConversation))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(CreateEmail))]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(ReplaceParticipant))]
[JsonSerializable(typeof(AssignUser))]
[JsonSerializable(typeof(ParkingState))]
[JsonSerializable(typeof(ParticipantAttributes))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(WrapupInput))]
[JsonSerializable(typeof(Wrapup))]
[JsonSerializable(typeof(ParticipantChange))]
[JsonSerializable(typeof(Page<RoutingQueue>))]
[JsonSerializable(typeof(Page<QueueMember>))]
[JsonSerializable(typeof(Page<WrapupCode>))]
[JsonSerializable(typeof(RoutingQueue))]
[JsonSerializable(typeof(WrapupCode))]
[JsonSerializable(typeof(WrapupCodeInput))]
[JsonSerializable(typeof(IReadOnlyList<EntityId>))]
[JsonSerializable(typeof(ConversationQuery))]
[JsonSerializable(typeof(ConversationMatches))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class GenesysJson : JsonSerializerContext;
