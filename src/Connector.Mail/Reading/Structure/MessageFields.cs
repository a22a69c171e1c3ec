using Connector.Mail.Reading.Headers;

namespace Connector.Mail.Reading.Structure;

/// <summary>A message's own header fields, understood.</summary>
internal static class MessageFields
{
    private static readonly string[] Single = ["From", "Subject", "Date", "Message-ID", "References", "In-Reply-To", "Reply-To", "Sender", "Content-Type"];

    public static MailMessage Read(HeaderList headers, MailPart root, ReadLimits limits, WarningLog log)
    {
        foreach (var name in Single)
            if (headers.CountOf(name) > 1) log.Add(Warning.HeaderDoubled, name);
        return new MailMessage
        {
            Headers = headers,
            Root = root,
            Log = log,
            Limits = limits,
            MessageId = IdField.One(headers.Last("Message-ID"), limits, log),
            InReplyTo = IdField.Many(headers.Last("In-Reply-To"), limits, log),
            References = IdField.Many(headers.Last("References"), limits, log),
            Date = DateField.Read(headers.Last("Date"), log),
            Subject = EncodedWords.Decode(headers.Last("Subject") ?? "", log),
            From = Addresses("From"),
            Sender = Addresses("Sender").FirstOrDefault(),
            ReplyTo = Addresses("Reply-To"),
            To = Addresses("To"),
            Cc = Addresses("Cc"),
            Bcc = Addresses("Bcc"),
        };

        List<MailAddress> Addresses(string name) => AddressField.Read(headers.Last(name), limits.MaxAddresses, log);
    }
}
