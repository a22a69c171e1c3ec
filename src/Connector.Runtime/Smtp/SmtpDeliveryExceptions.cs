namespace Connector.Runtime.Smtp;

/// <summary>A mail that was not handed over. The type says the consequence; messages name the step and the code, never people or what the server wrote.</summary>
public abstract class SmtpDeliveryException(string message, SmtpReply? reply, Exception? inner) : Exception(message, inner)
{
    /// <summary>The server's words, where it said any.</summary>
    public SmtpReply? Reply { get; } = reply;

    internal static SmtpDeliveryException Of(string step, SmtpReply reply) => reply.IsPermanent
        ? new SmtpRefusedException($"The mail server refused {step} with {reply.Status}.", reply)
        : new SmtpUnavailableException($"The mail server answered {step} with {reply.Status}.", reply);
}

/// <summary>Try again later: a temporary answer, silence, a lost connection, or a server that does not speak SMTP just now.</summary>
public sealed class SmtpUnavailableException(string message, SmtpReply? reply = null, Exception? inner = null, bool inDoubt = false)
    : SmtpDeliveryException(message, reply, inner)
{
    /// <summary>The whole mail was sent and the answer never came: the recipients may have it already.</summary>
    public bool InDoubt { get; } = inDoubt;
}

/// <summary>The same mail will always fail.</summary>
public sealed class SmtpRefusedException(string message, SmtpReply? reply = null, Exception? inner = null) : SmtpDeliveryException(message, reply, inner);

/// <summary>No login, or none that is safe: stop and ask a person.</summary>
public sealed class SmtpAuthenticationException(string message, SmtpReply? reply = null) : SmtpDeliveryException(message, reply, inner: null);
