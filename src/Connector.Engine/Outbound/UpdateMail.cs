using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Outbound;

/// <summary>Tells of what happened to a case on the record: customers by rule and template, followers always. A merge tells nobody, and no mail answers a mail.</summary>
internal static class UpdateMail
{
    private static readonly string[] Told = [nameof(CaseResolved), nameof(CaseClosed), nameof(CaseReopened)];

    public static void React(Proceedings p, IReadOnlyList<object> rows)
    {
        if (p.Input is MailArrived or MergeCases or CloseDuplicate or UndoMerge || p.Dossier.Thread is null) return;
        foreach (var line in rows.OfType<Activity>().Where(a => a.CaseId is not null && Told.Contains(a.What)).ToList())
            if (p.Dossier.Cases.Find(c => c.Id == line.CaseId) is { } changed && p.Given.Setup.Channel(changed.Channel) is { FromAddress.Length: > 0 } channel
                && (p.Dossier.Interactions.FindLast(i => i.CaseId == changed.Id) ?? p.Dossier.Interactions.LastOrDefault()) is { } carrier)
                Tell(p, changed, carrier, channel);
    }

    private static void Tell(Proceedings p, Case changed, Interaction carrier, Channel channel)
    {
        var people = p.Dossier.Participants;
        if (channel.Rules.UpdateText() is { } template && people.Find(x => x.Role == ParticipantRole.Requester) is { UndeliverableSince: null } requester)
            ReplyComposer.Send(p, carrier, new Letter([requester], Ccs(p, channel), Filled(template, changed), null, [], Automatic: true, Notice: true), channel);
        FollowerMail.TellOfUpdate(p, carrier, channel, $"Case {changed.NumberText} ({changed.Subject}) is {changed.State} now.");
    }

    private static IReadOnlyList<Participant> Ccs(Proceedings p, Channel channel) =>
        channel.Rules.Tells(NotificationOn.Update, NotificationRules.RequesterAndCcs) ? p.Dossier.Participants.FindAll(x => x.Role == ParticipantRole.Cc) : [];

    private static string Filled(string template, Case changed) => template
        .Replace("{number}", changed.NumberText, StringComparison.Ordinal)
        .Replace("{subject}", changed.Subject, StringComparison.Ordinal)
        .Replace("{state}", changed.State.ToString(), StringComparison.Ordinal);
}
