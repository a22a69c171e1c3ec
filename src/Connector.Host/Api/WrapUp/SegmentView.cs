using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.WrapUp;

namespace Connector.Host.Api.WrapUp;

/// <param name="ExternalId">The vendor's present id of the work.</param>
/// <param name="AllowedCodes">What may be chosen while it is open; empty after.</param>
/// <param name="DefaultCode">What is given when nothing is chosen in time.</param>
/// <param name="Segmented">Several agents, or several times, wrapped the interaction up.</param>
internal sealed record SegmentView(
    string Id, string InteractionId, string? ExternalId, string? Agent, SegmentState State, string? Code, CodeSource? Source, string Notes,
    IReadOnlyList<AllowedCode> AllowedCodes, string DefaultCode, DateTimeOffset OpenedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ConfirmedAt,
    bool AwaitingConfirmation, bool Segmented, bool AppliedLate)
{
    public static SegmentView Of(WrapUpSegment s, Interaction interaction, bool segmented, Setup setup) => new(
        $"w-{s.Id}", RecordId.Interaction(s.InteractionId), interaction.ExternalId, s.Agent, s.State, s.Code, s.Source, s.Notes,
        s.State == SegmentState.Open ? [.. setup.Codes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new AllowedCode(c.Key, c.Value))] : [],
        (setup.Channel(interaction.Channel)?.Rules ?? new Rules()).DefaultWrapUpCode,
        s.OpenedAt, s.SubmittedAt, s.ConfirmedAt, s.AwaitingConfirmation, segmented, s.AppliedLate);
}

internal sealed record AllowedCode(string Key, string Label);
