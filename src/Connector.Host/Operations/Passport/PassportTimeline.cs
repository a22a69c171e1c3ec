using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Host.Operations.Passport;

/// <summary>Puts what happened into one order. Pure.</summary>
internal static class PassportTimeline
{
    public static IReadOnlyList<PassportEntry> Of(PassportSource s) =>
    [
        .. s.Messages.Select(m => (m.Id, Of(m)))
            .Concat(s.Activities.Select(a => (a.Id, Of(a))))
            .Concat(s.Calls.Select(c => (c.Id, Of(c))))
            .Concat(s.Segments.Select(g => (g.Id, Of(g))))
            .Concat(s.Transfers.Select(t => (t.Id, Of(t))))
            .Concat(s.Capacity.Select(e => (e.Id, Of(e))))
            .Concat(s.Notifications.Select(n => (n.Id, Of(n))))
            // Ids rise as rows are made: they order what one commit wrote at one instant.
            .OrderBy(e => e.Item2.At).ThenBy(e => e.Id).Select(e => e.Item2),
    ];

    private static PassportEntry Of(Message m)
    {
        var decision = DecisionJson.Read(m.Decision);
        return new(
            m.At, m.Kind == MessageKind.Mail ? "mail" : "note", RecordId.Message(m.Id), $"{m.Direction} {m.Visibility} {m.Kind}".ToLowerInvariant(), m.Agent ?? m.From,
            m.Kind == MessageKind.Mail ? m.Subject : m.Text, m.DeliveryError ?? decision?.Reason, null)
        { Decision = decision };
    }

    private static PassportEntry Of(Activity a) => new(
        a.At, "event", RecordId.Interaction(a.InteractionId) ?? RecordId.Case(a.CaseId) ?? "", a.What, a.By,
        a.Before is null && a.After is null ? null : $"{a.Before ?? "-"} -> {a.After ?? "-"}", a.Why, a.Correlation);

    private static PassportEntry Of(OutboxRow r) => new(
        r.CreatedAt, "call", RecordId.Outbox(r.Id), $"{r.Operation} to {r.Destination}: {r.State}", "outbox",
        $"{r.Attempts} attempts{(r.DoneAt is { } done ? $", done {done:u}" : "")}{(r.Answer is null ? "" : $", {r.Answer}")}", r.Error ?? r.Precondition, r.Correlation);

    private static PassportEntry Of(WrapUpSegment g) => new(
        g.OpenedAt, "code", $"w-{g.Id}", $"wrap-up {g.State}", g.Agent ?? "-", g.Code is null ? null : $"{g.Code} ({g.Source}) at {g.SubmittedAt:u}", g.AppliedLate ? "applied late" : null, null);

    private static PassportEntry Of(Transfer t) => new(
        t.RequestedAt, "transfer", RecordId.Transfer(t.Id), $"transfer {t.State}", t.RequestedBy, $"{t.SourceAgent ?? t.SourceQueue} -> {t.TargetAgent ?? t.TargetQueue}", t.Reason, null);

    private static PassportEntry Of(CapacityEntry e) => new(e.At, "capacity", RecordId.Interaction(e.InteractionId), $"{e.Delta:+0;-0} {e.ChannelType}", e.Agent, null, e.Cause, null);

    private static PassportEntry Of(Notification n) => new(n.At, "notification", RecordId.Interaction(n.InteractionId) ?? "", n.Category, n.Agent, n.Text, n.ReadAt is { } read ? $"read {read:u}" : "unread", null);
}
