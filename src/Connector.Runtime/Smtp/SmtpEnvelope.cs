namespace Connector.Runtime.Smtp;

/// <summary>Who a mail comes from and goes to, whatever its header says. A null <paramref name="From"/> is the empty sender: nobody is told when it cannot be delivered.</summary>
public sealed record SmtpEnvelope(string? From, IReadOnlyList<string> Recipients);

/// <summary>What became of a mail, a line for each recipient in the envelope's order.</summary>
public sealed record SmtpResult(IReadOnlyList<SmtpRecipient> Recipients)
{
    public IEnumerable<SmtpRecipient> Refused => Recipients.Where(r => !r.Accepted);
}

/// <summary>What the server said about one recipient.</summary>
public sealed record SmtpRecipient(string Address, SmtpReply Reply)
{
    public bool Accepted => Reply.IsPositive;

    /// <summary>True when trying again is no use; a refusal that is not permanent may be repeated for this recipient alone.</summary>
    public bool Permanent => Reply.IsPermanent;
}
