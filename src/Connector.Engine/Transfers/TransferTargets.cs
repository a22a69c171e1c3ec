using Connector.Contracts;
using Connector.Engine.Interactions;

namespace Connector.Engine.Transfers;

/// <summary>Which of the vendor's authorised targets are on offer: not oneself, not the present queue.</summary>
public static class TransferTargets
{
    public static IReadOnlyList<TransferTarget> OnOffer(Interaction interaction, IEnumerable<TransferTarget> authorised) =>
        [.. authorised.Where(t => t.Agent is not null ? t.Agent != interaction.Owner : !IsPresent(interaction, t.Queue))];

    public static bool IsPresent(Interaction interaction, string? queue) => string.Equals(queue, interaction.Queue, StringComparison.OrdinalIgnoreCase);

    public static TransferTarget? Find(IEnumerable<TransferTarget> authorised, string? queue, string? agent) =>
        authorised.FirstOrDefault(t => agent is not null ? t.Agent == agent : t.Agent is null && string.Equals(t.Queue, queue, StringComparison.OrdinalIgnoreCase));
}
