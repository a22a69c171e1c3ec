using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;
using Connector.Storage.Stores;

namespace Connector.Runtime.Sweeps;

/// <summary>A scheduled look at the clock: which records are due, and the input each is handed to the door with. It decides nothing.</summary>
public sealed record Sweep(string Name, TimeSpan Every, DueKind Due, Func<long, DateTimeOffset, Input> InputFor, string Acts) : Scheduled(Name, Every, Acts)
{
    /// <summary>In the order they run at one instant of a virtual clock.</summary>
    public static new readonly IReadOnlyList<Sweep> All =
    [
        Of("wrap-up-timeout", TimeSpan.FromSeconds(10), DueKind.WrapUp, InteractionSweep.WrapUpTimeout, "wrap-up past its timeout gets the default code"),
        Of("wrap-up-safety", TimeSpan.FromMinutes(1), DueKind.Safety, InteractionSweep.WrapUpSafety, "wrap-up past MaxWrapUp is closed"),
        new("transfer-timeout", TimeSpan.FromSeconds(5), DueKind.Transfer, TransferOver, "transfers that were not taken in time go back to the source queue"),
        Of("inactivity-closure", TimeSpan.FromHours(1), DueKind.Inactivity, InteractionSweep.InactivityClosure, "work on hold without a message for the period is closed"),
        new("resolved-to-closed", TimeSpan.FromHours(1), DueKind.CaseClose, CloseCase, "resolved cases past ResolvedToClosedAfter are closed"),
    ];

    public override DueKind? DueBy => Due;

    public static new Sweep? Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Sweep Of(string name, TimeSpan every, DueKind due, InteractionSweep sweep, string acts) =>
        new(name, every, due, (id, at) => new InteractionTimePassed { At = at, By = Actor.Sweep(name), Correlation = $"{name}-{id}", InteractionId = id, Sweep = sweep }, acts);

    private static Input TransferOver(long id, DateTimeOffset at) => new TransferTimePassed
    {
        At = at,
        By = Actor.Sweep("transfer-timeout"),
        Correlation = $"transfer-timeout-{id}",
        TransferId = id,
    };

    private static Input CloseCase(long id, DateTimeOffset at) => new CaseCommand
    {
        At = at,
        By = Actor.Sweep("resolved-to-closed"),
        Correlation = $"resolved-to-closed-{id}",
        CaseId = id,
        Step = new CaseInput.TimePassed(),
    };
}
