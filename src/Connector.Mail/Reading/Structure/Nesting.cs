using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Structure;

/// <summary>Which parts have others in them.</summary>
internal static class Nesting
{
    public static bool IsComposite(MailPart part) => part.IsMultipart || IsMessage(part) || IsTnef(part);

    public static bool IsMessage(MailPart part) =>
        part.ContentType is "message/rfc822" or "message/global" or "message/rfc2822" or "message/news" or "text/rfc822" or "application/x-message-rfc822";

    public static bool IsTnef(MailPart part) =>
        part.ContentType is "application/ms-tnef" or "application/vnd.ms-tnef"
        || part.FileName is not null && part.FileName.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase);

    public static bool IsEncoded(MailPart part) => part.Encoding is not (TransferEncoding.SevenBit or TransferEncoding.Binary);
}
