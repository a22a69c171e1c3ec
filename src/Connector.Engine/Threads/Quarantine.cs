using Connector.Engine.Door;
using Connector.Engine.Messages;

namespace Connector.Engine.Threads;

/// <summary>Mail that cannot be handled is kept with its bytes and reason; an administrator looks at it.</summary>
internal static class Quarantine
{
    public static Outcome Keep(MailArrived mail, Known known, QuarantineReason reason, string detail, Given given, ThreadMatch? match = null)
    {
        if (mail.ReleasedFrom is not null)
            return new Outcome(new Answer.Refused(reason.ToString(), $"it would be held again: {detail}"));
        var id = given.Fresh.Id();
        var decision = new MailDecision
        {
            Action = MailAction.Quarantine,
            QuarantineReason = reason.ToString(),
            MessageId = RecordId.Quarantine(id),
            Candidates = match?.Candidates ?? [],
            Conflicts = match?.Conflicts ?? [],
            Flags = match?.Flags ?? mail.Signals.Flags,
            Reason = $"{reason}: {detail}",
        };
        var item = new QuarantineItem
        {
            Id = id,
            Tenant = given.Setup.Tenant,
            Channel = mail.Channel,
            Reason = reason,
            Detail = detail,
            Source = mail.Source,
            From = MailRows.Sender(mail),
            Subject = mail.Mail.Subject,
            MailKey = mail.Signals.Keys.Own,
            CanonicalHash = mail.Mail.CanonicalHash.ToArray(),
            At = mail.At,
            Decision = DecisionJson.Write(decision),
        };
        return new Outcome(new Answer.Done(decision)) { Inserts = [item, MailRows.Raw(mail, id), .. Line(mail, decision, given)] };
    }

    private static IEnumerable<Activity> Line(MailArrived mail, MailDecision decision, Given given)
    {
        yield return new Activity
        {
            Id = given.Fresh.Id(),
            Tenant = given.Setup.Tenant,
            At = mail.At,
            By = mail.By.Name,
            What = "MailQuarantined",
            After = decision.MessageId,
            Why = decision.Reason,
            Correlation = mail.Correlation,
        };
    }
}
