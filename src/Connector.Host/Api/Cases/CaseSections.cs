using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Host.Api.Messages;

namespace Connector.Host.Api.Cases;

/// <summary>Sections of a case that are drawn from other records. Pure.</summary>
internal static class CaseSections
{
    public static IEnumerable<DocumentView> Documents(MessageView m) =>
        m.Attachments.Select((a, index) => new DocumentView(m.Id, index + 1, m.Direction.ToString(), a.Name, a.ContentType, a.Size, a.Sha256, m.At));

    public static IEnumerable<CommunicationView> Timeline(IEnumerable<MessageView> messages, IEnumerable<Interaction> interactions) => messages
        .Select(m => new CommunicationView(m.At, m.Kind.ToString(), m.Id, m.Channel, m.Agent ?? m.From?.Address, m.Subject))
        .Concat(interactions.Where(i => i.ChannelType != ChannelType.Email)
            .Select(i => new CommunicationView(i.CreatedAt, i.ChannelType.ToString(), RecordId.Interaction(i.Id), i.Channel, i.CustomerAddress.Length > 0 ? i.CustomerAddress : i.Owner, i.Subject)))
        .OrderBy(c => c.At);

    /// <summary>Null for a line that moves nobody's work.</summary>
    public static AssignmentView? Assignment(Activity a) => a.What switch
    {
        nameof(CaseAssigned) or nameof(InteractionAssigned) => new(Record(a), AgentOf(a), a.At, a.By, a.Why),
        nameof(OwnerReleased) => new(Record(a), null, a.At, a.By, a.Why),
        _ => null,
    };

    public static IEnumerable<DeadlineView> Deadlines(Case c, IEnumerable<Interaction> interactions) =>
        interactions.SelectMany(Deadlines).Append(Due(RecordId.Case(c.Id), "ResolvedToClosed", c.CloseDue)).OfType<DeadlineView>().OrderBy(d => d.Due);

    private static IEnumerable<DeadlineView?> Deadlines(Interaction i)
    {
        var record = RecordId.Interaction(i.Id);
        return [Due(record, "InactivityClosure", i.InactivityDue), Due(record, "WrapUpTimeout", i.WrapUpDue), Due(record, "WrapUpSafety", i.SafetyDue)];
    }

    private static DeadlineView? Due(string record, string what, DateTimeOffset? at) => at is { } due ? new(record, what, due) : null;

    private static string Record(Activity a) => RecordId.Interaction(a.InteractionId) ?? RecordId.Case(a.CaseId) ?? "";

    /// <summary>Of the line itself, when an agent took it; else the actor's name stands in <c>by</c>.</summary>
    private static string? AgentOf(Activity a) => a.By.StartsWith("agent:", StringComparison.Ordinal) ? a.By["agent:".Length..] : null;
}
