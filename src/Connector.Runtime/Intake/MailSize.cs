using Connector.Runtime.Settings;

namespace Connector.Runtime.Intake;

/// <summary>
/// How large a mail may be, and how much is kept of one that is larger: up to four times the limit the whole mail, so that an administrator can let
/// it through; beyond that its first bytes, and the file it came in stays whole where it was moved to.
/// </summary>
public sealed record MailSize(ByteSize Limit)
{
    /// <summary>No more than this is ever read into memory.</summary>
    public long Kept => Limit.Bytes * 4;

    public bool IsTooLarge(IncomingMail mail) => mail.Size > Limit.Bytes && (mail.ReleasedFrom is null || mail.Size > mail.Bytes.LongLength);

    public string Explain(IncomingMail mail) => mail.Size > mail.Bytes.LongLength
        ? $"{new ByteSize(mail.Size)}, the limit is {Limit}; only the first {new ByteSize(mail.Bytes.LongLength)} are kept here, the whole mail where it came from"
        : $"{new ByteSize(mail.Size)}, the limit is {Limit}";
}
