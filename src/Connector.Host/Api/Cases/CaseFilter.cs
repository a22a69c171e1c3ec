using Connector.Engine.Cases;
using Connector.Engine.Participants;
using Connector.Host.Api.Problems;
using Connector.Storage.Model;

namespace Connector.Host.Api.Cases;

/// <summary>Which cases are wanted, as written in the query.</summary>
/// <param name="Customer">Address of the requester, or of the customer of an interaction.</param>
/// <param name="Words">A case number, or a part of subject or description.</param>
internal sealed record CaseFilter(IReadOnlyList<CaseState> States, string? Channel, string? Assignee, string? Customer, string? Words)
{
    private static readonly string[] Known = [.. Enum.GetNames<CaseState>().Where(n => n != nameof(CaseState.None))];

    public static CaseFilter Of(string? state, string? channel, string? assignee, string? customer, string? q) =>
        new([.. (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(StatesOf)], channel, assignee, customer?.Trim().ToLowerInvariant(), q?.Trim());

    public IQueryable<Case> Apply(IQueryable<Case> all, ConnectorDb db)
    {
        if (States.Count > 0) all = all.Where(c => States.Contains(c.State));
        if (Channel is not null) all = all.Where(c => c.Channel == Channel);
        if (Assignee is not null) all = all.Where(c => c.Assignee == (Assignee.Length == 0 ? null : Assignee));
        if (Customer is not null)
            all = all.Where(c => db.Participants.Any(p => p.ThreadId == c.ThreadId && p.Role == ParticipantRole.Requester && p.Address == Customer) || db.Interactions.Any(i => i.CaseId == c.Id && i.CustomerAddress == Customer));
        return Words is { Length: > 0 } ? Said(all, Words.ToLowerInvariant()) : all;
    }

    private static IQueryable<Case> Said(IQueryable<Case> all, string words)
    {
        var number = long.TryParse(words, System.Globalization.NumberStyles.None, null, out var written) ? written : -1;
#pragma warning disable CA1304, CA1311, CA1862 // the database lowers, by its own rules
        return all.Where(c => c.Number == number || c.Subject.ToLower().Contains(words) || c.Description.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
    }

    /// <summary><c>unresolved</c> is neither Resolved nor Closed.</summary>
    private static IEnumerable<CaseState> StatesOf(string word) => word.ToLowerInvariant() switch
    {
        "unresolved" => [CaseState.New, CaseState.Open, CaseState.Pending],
        _ when Known.FirstOrDefault(k => k.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name => [Enum.Parse<CaseState>(name)],
        _ => throw RefusedException.Invalid(new FieldFault("state", $"is one or more of unresolved, {string.Join(", ", Known)}", word)),
    };
}
