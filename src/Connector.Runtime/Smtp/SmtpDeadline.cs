using System.Security.Authentication;

namespace Connector.Runtime.Smtp;

/// <summary>Gives each step its time, and turns silence and broken connections into "try later".</summary>
internal sealed class SmtpDeadline(TimeProvider time)
{
    public async Task<T> RunAsync<T>(string step, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpUnavailableException($"The mail server did not answer {step} within {limit.TotalSeconds:0.###} s.", inner: e);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or AuthenticationException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SmtpUnavailableException($"The connection to the mail server failed at {step}: {e.GetType().Name}.", inner: e);
        }
    }
}
