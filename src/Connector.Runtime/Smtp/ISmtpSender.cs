namespace Connector.Runtime.Smtp;

/// <summary>Hands one mail to the mail server. One call is one attempt: repeating is the outbox's work, always with the same Message-ID.</summary>
public interface ISmtpSender
{
    /// <summary>
    /// Sends <paramref name="message"/> (header, blank line, body) and says what became of each recipient.
    /// A recipient the server refuses is an answer, not an exception: the others get their mail.
    /// </summary>
    /// <exception cref="SmtpUnavailableException">Nobody got it now (or, with <see cref="SmtpUnavailableException.InDoubt"/>, perhaps everybody): try later.</exception>
    /// <exception cref="SmtpRefusedException">The server will never take this mail: a dead letter.</exception>
    /// <exception cref="SmtpAuthenticationException">The server does not let us in: a person must change the settings.</exception>
    Task<SmtpResult> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
