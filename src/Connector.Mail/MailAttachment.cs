namespace Connector.Mail;

/// <summary>A file of a mail: everything that is not its text or HTML body, inline parts and those of nested messages included.</summary>
/// <param name="Name">As the sender wrote it, without path; null when absent.</param>
/// <param name="Size">Bytes without transfer encoding.</param>
/// <param name="Sha256">Of those bytes, lower case hexadecimal.</param>
/// <param name="ContentId">Without brackets; null when absent.</param>
/// <param name="Inline">Meant to be shown inside the body.</param>
/// <param name="Part">Where the bytes are: <see cref="MailPart.Decode"/>.</param>
public sealed record MailAttachment(string? Name, string ContentType, long Size, string Sha256, string? ContentId, bool Inline, MailPart Part);
