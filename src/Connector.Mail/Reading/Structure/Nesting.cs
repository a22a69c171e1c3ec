using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Structure;

/// <summary>Which parts have others in them.</summary>
internal static class Nesting
{
    public static bool IsComposite(MailPart part) => part.IsMultipart || IsMessage(part) || IsTnef(part) || MayBeSigned(part);

    public static bool IsMessage(MailPart part) =>
        part.ContentType is "message/rfc822" or "message/global" or "message/rfc2822" or "message/news" or "text/rfc822" or "application/x-message-rfc822";

    public static bool IsTnef(MailPart part) =>
        part.ContentType is "application/ms-tnef" or "application/vnd.ms-tnef"
        || part.FileName is not null && part.FileName.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase);

    /// <summary>One file that is a signature with its content inside, unless it says that it is encrypted.</summary>
    public static bool MayBeSigned(MailPart part) =>
        part.ContentType is "application/pkcs7-mime" or "application/x-pkcs7-mime" && part.Parameters.GetValueOrDefault("smime-type") is null or "signed-data";

    /// <summary>Names what a reader of the mail has to know about a part: nobody can look into it, or it is not all here.</summary>
    public static void Note(MailPart part, WarningLog log)
    {
        switch (part.ContentType)
        {
            case "multipart/encrypted":
            case "application/pkcs7-mime" or "application/x-pkcs7-mime" when part.Parameters.GetValueOrDefault("smime-type") is "enveloped-data" or "authEnveloped-data":
                log.Add(Warning.Encrypted, part.Parameters.GetValueOrDefault("protocol") ?? part.ContentType);
                break;
            case "multipart/signed":
            case "application/pkcs7-mime" or "application/x-pkcs7-mime" when part.Parameters.ContainsKey("smime-type"):
                log.Add(Warning.Signed, part.Parameters.GetValueOrDefault("protocol") ?? part.ContentType);
                break;
            case "message/partial":
                log.Add(Warning.Fragment, $"{part.Parameters.GetValueOrDefault("number")} of {part.Parameters.GetValueOrDefault("total")}");
                break;
            case "message/external-body":
                log.Add(Warning.External, part.Parameters.GetValueOrDefault("access-type"));
                break;
        }
    }

    public static bool IsEncoded(MailPart part) => part.Encoding is not (TransferEncoding.SevenBit or TransferEncoding.Binary);
}
