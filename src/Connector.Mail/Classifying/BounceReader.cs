namespace Connector.Mail.Classifying;

/// <summary>Reads who was not reached, whether for good, and which mail it was about, from standard reports and from plain words.</summary>
public static class BounceReader
{
    private const int MaxLines = 400;

    private const int MaxReport = 1_000_000;

    private const int MaxText = 400_000;

    /// <summary>Null when the mail is no delivery report.</summary>
    public static Bounce? Read(MailMessage m)
    {
        ArgumentNullException.ThrowIfNull(m);
        if ((ReportSigns.Find(m) ?? BounceSigns.Find(m)) is not { Class: MailClass.Dsn }) return null;
        return FromReport(m) ?? FromText(m);
    }

    private static Bounce? FromReport(MailMessage m)
    {
        var own = BounceText.OwnAddresses(m);
        var told = OwnParts.Of(m).Where(MayReport).Select(part => part.BeginningOfText(MaxReport)).Where(DeliveryStatus.IsIn)
            .SelectMany(DeliveryStatus.Read).Where(r => !own.Contains(r.Address) && !SenderSigns.IsDaemonAddress(r.Address)).ToList();
        var failed = told.Where(r => r.IsFailed).ToList();
        if (failed.Count > 0) return Result(failed.Select(r => r.Address), failed.Exists(r => r.IsPermanent), m);
        var delayed = told.Where(r => r.IsDelayed).ToList();
        if (delayed.Count > 0) return Result(delayed.Select(r => r.Address), permanent: false, m);
        return told.Count > 0 ? Result([], permanent: false, m) : null;
    }

    private static Bounce FromText(MailMessage m)
    {
        var own = BounceText.OwnAddresses(m);
        var permanent = IsPermanent(m.Text);
        var header = m.Headers.All("X-Failed-Recipients").SelectMany(value => value.Split(',')).Select(EmailAddresses.Only).OfType<string>().ToList();
        if (header.Count > 0) return Result(header, permanent, m);
        var texts = OwnParts.Of(m).Where(part => part.ContentType == "text/plain").Select(part => part.BeginningOfText(MaxText)).Prepend(m.Text).Distinct(StringComparer.Ordinal);
        var named = texts.Select(text => BounceText.Read(text, own)).FirstOrDefault(found => found.Count > 0);
        if (named is not null) return Result(named, permanent, m);
        if (BounceText.Local(m.Text) is { } local && m.From is [{ Address: var system }] && SenderSigns.IsDaemonAddress(system) && system.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at) return Result([local + system[at..]], permanent, m);
        return Result(ReturnedMessage.OnlyRecipient(m) is { } only && !own.Contains(only) ? [only] : [], permanent, m);
    }

    private static bool MayReport(MailPart part) => part.IsText || part.ContentType.StartsWith("message/", StringComparison.Ordinal);

    // A delay says so in words; otherwise the first code decides, and without one only a full mailbox is thought to pass.
    private static bool IsPermanent(string text)
    {
        var above = ReturnedMessage.TextAbove(text);
        var (full, final) = (false, false);
        var number = 0;
        foreach (var line in above.EnumerateLines())
        {
            if (++number > MaxLines) break;
            if (BounceWords.IsDelay(line)) return false;
            full |= BounceWords.IsFull(line);
            final |= BounceWords.IsFinal(line);
        }
        return BounceCodes.First(above.ToString()) is { } code ? code[0] == '5' : final || !full;
    }

    private static Bounce Result(IEnumerable<string> recipients, bool permanent, MailMessage m) =>
        new([.. recipients.Distinct(StringComparer.OrdinalIgnoreCase)], permanent, ReturnedMessage.MessageId(m));
}
