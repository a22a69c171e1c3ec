using Connector.Mail.Reading;
using Connector.Mail.Reading.Structure;

namespace Connector.Mail;

/// <summary>Any bytes in, a message out. Never throws: what could not be understood is named in <see cref="MailMessage.Warnings"/>.</summary>
public static class MailReader
{
    public static MailMessage Read(ReadOnlyMemory<byte> raw, ReadLimits? limits = null)
    {
        var log = new WarningLog();
        try
        {
            return new MessageReader(limits ?? ReadLimits.Default, log).Read(raw);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One mail must never stop the intake: the bytes are still there, as one opaque part.
            log.Add(Warning.ReaderFailed, e.GetType().Name);
            return Opaque(raw, log);
        }
    }

    private static MailMessage Opaque(ReadOnlyMemory<byte> raw, WarningLog log)
    {
        var none = new HeaderList([]);
        var root = new MailPart { Headers = none, ContentType = "application/octet-stream", EncodedBody = raw, Raw = raw, Log = log };
        return new MailMessage { Headers = none, Root = root, Log = log, Partial = true };
    }
}
