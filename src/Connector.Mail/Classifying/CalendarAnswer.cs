namespace Connector.Mail.Classifying;

/// <summary>Accepted, declined, tentative: written by the calendar program.</summary>
internal static class CalendarAnswer
{
    private const int MaxLooked = 64 * 1024;

    public static Classification? Find(MailMessage m) =>
        OwnParts.Of(m).Any(IsAnswer) ? new(MailClass.AutoReplied, "calendar answer (METHOD:REPLY)") : null;

    private static bool IsAnswer(MailPart part)
    {
        if (part.ContentType is not ("text/calendar" or "application/ics")) return false;
        return part.Parameters.TryGetValue("method", out var method)
            ? method.Trim().Equals("reply", StringComparison.OrdinalIgnoreCase)
            : part.BeginningOfText(MaxLooked).Contains("METHOD:REPLY", StringComparison.OrdinalIgnoreCase);
    }
}
