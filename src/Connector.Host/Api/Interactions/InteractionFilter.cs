using Connector.Engine.Interactions;
using Connector.Host.Api.Notifications;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Security;
using Connector.Storage.Model;

namespace Connector.Host.Api.Interactions;

/// <summary>Which interactions are wanted, as written in the query.</summary>
internal sealed record InteractionFilter(IReadOnlyList<InteractionState> States, string? Owner, string? Channel, string? Queue, bool Mine, bool Ongoing)
{
    public static readonly InteractionFilter All = new([], null, null, null, Mine: false, Ongoing: false);

    private static readonly InteractionState[] Open = [InteractionState.New, InteractionState.WorkInProgress, InteractionState.OnHold, InteractionState.WrapUp];
    private static readonly string[] Known = [.. Enum.GetNames<InteractionState>().Where(n => n != nameof(InteractionState.None))];

    public static InteractionFilter Of(string? state, string? owner, string? channel, string? queue, bool? mine, bool? ongoing) =>
        new([.. (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(StatesOf)],
            owner, channel, queue, mine ?? false, ongoing ?? false);

    public IQueryable<Interaction> Apply(IQueryable<Interaction> all, ConnectorDb db, Caller caller)
    {
        var present = NotificationScope.Present(db);
        if (States.Count > 0) all = all.Where(i => States.Contains(i.State));
        if (States.Count > 0 && States.All(Open.Contains)) all = all.Where(i => i.ClosedAt == null);
        if (Owner is not null) all = all.Where(i => i.Owner == Owner);
        if (Channel is not null) all = all.Where(i => i.Channel == Channel);
        if (Queue is not null) all = all.Where(i => i.Queue == Queue);
        if (Mine || Ongoing) all = all.Where(i => i.Owner == caller.Agent && caller.Agent != null);
        if (Ongoing)
            all = all.Where(i => i.State != InteractionState.ClosedComplete && i.State != InteractionState.ClosedAbandoned
                && present.Any(n => n.InteractionId == i.Id && n.Agent == caller.Agent && n.Category == "Ongoing" && n.ReadAt == null));
        return all;
    }

    /// <summary><c>open</c> and <c>closed</c> stand for all states of that sort.</summary>
    private static IEnumerable<InteractionState> StatesOf(string word) => word.ToLowerInvariant() switch
    {
        "open" => Open,
        "closed" => [InteractionState.ClosedComplete, InteractionState.ClosedAbandoned],
        _ when Known.FirstOrDefault(k => k.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name => [Enum.Parse<InteractionState>(name)],
        _ => throw RefusedException.Invalid(new FieldFault("state", $"is one or more of open, closed, {string.Join(", ", Known)}", word)),
    };
}
