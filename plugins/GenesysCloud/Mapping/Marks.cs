using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>Our mark on a conversation: attributes of the customer's leg.</summary>
internal sealed record Marks(string? Instance, string? InteractionId, int? Round)
{
    private const string InstanceName = "connectorInstance";
    private const string InteractionName = "connectorInteraction";
    private const string RoundName = "connectorRound";
    private const string MailName = "connectorMail";

    public static IReadOnlyDictionary<string, string> Of(string instance, RouteWork work) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [InstanceName] = instance,
        [InteractionName] = work.InteractionId,
        [RoundName] = $"{work.Round}",
    };

    /// <summary>The mark of a later mail: found again, it was added already.</summary>
    public static IReadOnlyDictionary<string, string> Of(CallMark mail) => new Dictionary<string, string>(StringComparer.Ordinal) { [MailName] = mail.Key };

    public static bool Has(EmailConversation conversation, CallMark mail) => Value(conversation, MailName) == mail.Key;

    public static Marks Read(EmailConversation conversation) => new(
        Value(conversation, InstanceName), Value(conversation, InteractionName), int.TryParse(Value(conversation, RoundName), out var round) ? round : null);

    private static string? Value(EmailConversation conversation, string name) =>
        (conversation.Participants ?? []).Select(leg => leg.Attributes?.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);
}
