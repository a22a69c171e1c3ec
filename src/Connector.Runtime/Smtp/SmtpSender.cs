using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Smtp;

/// <summary>SMTP by the system's own sockets: a connection a mail.</summary>
public sealed class SmtpSender(SmtpOptions options, TimeProvider time, ILogger<SmtpSender> logger) : ISmtpSender
{
    private volatile bool away;

    public async Task<SmtpResult> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Recipients.Count == 0) throw new SmtpRefusedException("The mail has no recipient.");
        try
        {
            var result = await DeliverAsync(envelope, message, cancellationToken);
            Tell(result, message.Length);
            return result;
        }
        catch (SmtpDeliveryException e)
        {
            if (!away) Log.Failed(logger, options.Host, e.GetType().Name, e.Message);
            away = e is SmtpUnavailableException or SmtpAuthenticationException;
            throw;
        }
    }

    private async Task<SmtpResult> DeliverAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var content = SmtpContent.Of(message.Span);
        await using var session = await SmtpSession.OpenAsync(options, time, cancellationToken);
        var result = await new SmtpDelivery(session, envelope, content).RunAsync(cancellationToken);
        await session.QuitAsync();
        return result;
    }

    private void Tell(SmtpResult result, int size)
    {
        if (away) Log.Back(logger, options.Host);
        away = false;
        var refused = result.Refused.Count();
        Log.Sent(logger, options.Host, size, result.Recipients.Count - refused, refused);
    }
}
