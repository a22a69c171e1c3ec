using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Storage;

namespace Connector.Host.Operations.Passport;

/// <summary>Reads the passport of an interaction, case or thread.</summary>
internal sealed class PassportReading(Store store)
{
    public async Task<Passport> ReadAsync(string id, bool masked, CancellationToken cancellation)
    {
        var source = await PassportSource.FindAsync(store, id, cancellation);
        var passport = Of(source, id);
        return masked ? PersonalData.Without(passport, source) : passport;
    }

    private static Passport Of(PassportSource s, string id)
    {
        var isCase = s.Case is not null && !s.Interactions.Any(i => RecordId.Interaction(i.Id).Equals(id, StringComparison.OrdinalIgnoreCase)) && s.Interactions.All(i => i.CaseId == s.Case.Id);
        var last = s.Interactions.Count == 0 ? null : s.Interactions[^1];
        return new(
            isCase ? RecordId.Case(s.Case!.Id) : RecordId.Interaction(last!.Id),
            isCase ? "case" : "interaction",
            RecordId.Case(s.Case?.Id),
            s.Case?.NumberText,
            s.Thread?.Token,
            isCase ? s.Case!.State.ToString() : last!.State.ToString(),
            isCase ? s.Case!.Assignee : last!.Owner,
            isCase ? s.Case!.Channel : last!.Channel,
            isCase ? s.Case!.Subject : last!.Subject,
            [.. s.Interactions.Select(i => RecordId.Interaction(i.Id))],
            [.. s.ExternalIds.Select(e => new PassportId(RecordId.Interaction(e.InteractionId), e.Instance, e.ExternalId, e.From, e.Until)),
                .. s.Messages.Where(m => m.MailId.Length > 0).Select(m => new PassportId(RecordId.Message(m.Id), "mail", m.MailId, m.At, null))],
            [.. s.People.Select(p => new PassportPerson(p.Role.ToString(), p.Address, p.Name.Length == 0 ? null : p.Name, p.Agent))],
            [.. s.Interactions.SelectMany(Timers).Concat(s.Case?.CloseDue is { } due ? [new(RecordId.Case(s.Case.Id), "ResolvedToClosed", due)] : []).OrderBy(t => t.Due)],
            PassportTimeline.Of(s));
    }

    private static IEnumerable<PassportTimer> Timers(Interaction i)
    {
        var of = RecordId.Interaction(i.Id);
        if (i.InactivityDue is { } inactivity) yield return new(of, "InactivityClosure", inactivity);
        if (i.WrapUpDue is { } wrapUp) yield return new(of, "WrapUpTimeout", wrapUp);
        if (i.SafetyDue is { } safety) yield return new(of, "WrapUpSafety", safety);
    }
}
