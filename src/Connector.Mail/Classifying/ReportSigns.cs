namespace Connector.Mail.Classifying;

/// <summary>Reports by their MIME types: delivery (RFC 3464), disposition (RFC 8098), abuse (RFC 5965).</summary>
internal static class ReportSigns
{
    public static Classification? Find(MailMessage m)
    {
        foreach (var part in OwnParts.Of(m))
            if (OfType(part.ContentType) is { } kind) return new(kind, $"has a {part.ContentType} part");
        if (m.Root.ContentType == "multipart/report" && m.Root.Parameters.TryGetValue("report-type", out var type) && OfType("message/" + type.Trim().ToLowerInvariant()) is { } named)
            return new(named, $"multipart/report of type {type.Trim()}");
        return m.Headers.Last("X-Failed-Recipients") is { } failed && failed.Contains('@', StringComparison.Ordinal) ? new(MailClass.Dsn, "X-Failed-Recipients is present") : null;
    }

    private static MailClass? OfType(string type) => type switch
    {
        "message/delivery-status" or "message/global-delivery-status" => MailClass.Dsn,
        "message/disposition-notification" or "message/global-disposition-notification" => MailClass.Mdn,
        "message/feedback-report" => MailClass.Abuse,
        _ => null,
    };
}
