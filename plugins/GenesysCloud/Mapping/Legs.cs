using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>What a participant is and where it stands: by purpose and state, never by its place in the list. Pure.</summary>
internal static class Legs
{
    public static bool IsAgent(this EmailParticipant leg) => Is(leg.Purpose, "agent") || Is(leg.Purpose, "user");

    public static bool IsQueue(this EmailParticipant leg) => Is(leg.Purpose, "acd");

    public static bool IsCustomer(this EmailParticipant leg) => Is(leg.Purpose, "customer") || Is(leg.Purpose, "external");

    public static bool IsLive(this EmailParticipant leg) =>
        leg.State?.ToLowerInvariant() is { } state && state != "none" ? state is not ("disconnected" or "terminated") : leg.EndTime is null;

    public static bool IsParked(this EmailParticipant leg) => Is(leg.State, "parked");

    /// <summary>Offered to an agent who has not answered.</summary>
    public static bool IsOffered(this EmailParticipant leg) =>
        leg.IsAgent() && leg.State?.ToLowerInvariant() is "alerting" or "offering" or "dialing" or "contacting";

    /// <summary>An agent has it now: working, writing an answer, or parked.</summary>
    public static bool IsOwner(this EmailParticipant leg) => leg.IsAgent() && leg.IsLive() && !leg.IsOffered();

    /// <summary>An agent had it. One who was only offered it never was connected.</summary>
    public static bool WasOwner(this EmailParticipant leg) =>
        leg.IsAgent() && !leg.IsLive() && (leg.ConnectedTime is not null || leg.StartAcwTime is not null || leg.Wrapup is not null);

    public static bool IsHandedOver(this EmailParticipant leg) => leg.DisconnectType?.StartsWith("transfer", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The agent still owes a code.</summary>
    public static bool IsOwed(this EmailParticipant leg) => leg.WrapupRequired == true && leg.FinalWrapup() is null && leg.WrapupSkipped != true;

    /// <summary>A draft is no wrap-up.</summary>
    public static Wrapup? FinalWrapup(this EmailParticipant leg) => leg.Wrapup is { Provisional: not true, Code.Length: > 0 } wrapup ? wrapup : null;

    public static EmailParticipant? Newest(this IEnumerable<EmailParticipant> legs) => legs.MaxBy(leg => leg.ConnectedTime ?? leg.StartTime ?? DateTimeOffset.MinValue);

    private static bool Is(string? word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);
}
