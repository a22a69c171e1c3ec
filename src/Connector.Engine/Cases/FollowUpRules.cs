using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Threads;

namespace Connector.Engine.Cases;

/// <summary>Makes a case that follows a closed one: own number, own thread. The closed one stays as it is, but for a line in its history.</summary>
internal static class FollowUpRules
{
    public static Outcome Decide(FollowUpCase command, Known known, Given given)
    {
        if (CaseCommandRules.Find(known, command.CaseId) is not { } closed) return CaseCommandRules.Absent(known, command.CaseId);
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        var old = new Proceedings(known.Dossier!, command, given);
        if (old.Take(CaseRules.Decide(closed, new CaseInput.FollowUp(), CaseCommandRules.FactsOf(old, closed))) is { } refused) return new Outcome(refused);
        var p = new Proceedings(new Dossier(), command, given);
        var made = Open(p, closed, command.Subject ?? closed.Subject, "Manual", known.Dossier!, CaseCommandRules.FactsOf(old, closed));
        if (command.By.Agent is { } agent) p.Take(CaseRules.Decide(made, new CaseInput.Assign(agent), CaseCommandRules.FactsOf(p, closed)));
        return Together(p.Close(new Answer.Done(new CaseResult(made.Id))), old.Close(new Answer.Done()));
    }

    public static Outcome Together(Outcome one, Outcome other) =>
        one with { Inserts = [.. one.Inserts, .. other.Inserts], Updates = [.. one.Updates, .. other.Updates] };

    /// <summary>The case, on a thread of its own with the people of the old one. What named the old thread is cut from the subject, so that answers find this one.</summary>
    public static Case Open(Proceedings p, Case closed, string subject, string origin, Dossier old, CaseFacts facts)
    {
        var bare = StaleIds.Cut(BareSubject.Of(subject), old);
        if (p.Dossier.Thread is null) p.Set(ThreadOf(p, closed, bare, old.Thread));
        foreach (var person in old.Participants.Where(x => x.Role is ParticipantRole.Requester or ParticipantRole.Cc or ParticipantRole.Follower))
            if (!p.Dossier.Participants.Exists(x => x.Address == person.Address)) ParticipantRules.Add(p, person.Address, person.Name, person.Role, null);
        var draft = new Case
        {
            Id = p.Given.Fresh.Id(),
            Tenant = closed.Tenant,
            Number = p.Given.Fresh.CaseNumber(),
            Channel = closed.Channel,
            ThreadId = p.Dossier.Thread!.Id,
            Subject = bare,
            Origin = origin,
            CreatedBy = p.Input.By.Name,
            FollowUpOf = closed.Id,
        };
        p.Take(CaseRules.Decide(null, new CaseInput.Create(draft), facts));
        return p.Dossier.Case(draft.Id);
    }

    private static CaseThread ThreadOf(Proceedings p, Case closed, string subject, CaseThread? old) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = closed.Tenant,
        Channel = closed.Channel,
        MailboxGroup = old?.MailboxGroup ?? p.Given.Setup.Channel(closed.Channel)?.MailboxGroup ?? "",
        BareSubject = subject,
        CreatedAt = p.Now,
        LastActivityAt = p.Now,
    };
}

/// <summary>Identifiers of an old conversation that still stand in a subject.</summary>
internal static class StaleIds
{
    public static string Cut(string subject, Dossier old)
    {
        foreach (var token in old.United.Append(old.Thread).Select(t => t?.Token).OfType<string>())
            subject = subject.Replace($"[{token}]", "", StringComparison.OrdinalIgnoreCase).Replace(token, "", StringComparison.OrdinalIgnoreCase);
        return string.Join(' ', subject.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
