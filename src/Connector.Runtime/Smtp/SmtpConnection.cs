using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Connector.Runtime.Smtp;

/// <summary>One connection: a command out, a reply in, each within its time.</summary>
internal sealed class SmtpConnection(SmtpOptions options, SmtpDeadline deadline) : IAsyncDisposable
{
    private const int DataAnswerFactor = 5;
    private const int BlockSize = 64 * 1024;

    private readonly TcpClient client = new() { NoDelay = true };
    private readonly SmtpReplyReader reader = new();
    private Stream stream = Stream.Null;

    public bool IsEncrypted => stream is SslStream;

    public IPEndPoint? LocalEndPoint => client.Client.LocalEndPoint as IPEndPoint;

    /// <summary>Nobody can listen in: encrypted, or not leaving this machine.</summary>
    public bool IsPrivate => IsEncrypted || (client.Client.RemoteEndPoint is IPEndPoint remote && IPAddress.IsLoopback(remote.Address));

    public async Task OpenAsync(CancellationToken cancellationToken) =>
        stream = await deadline.RunAsync("the connection", options.Timeout, async timed =>
        {
            await client.ConnectAsync(options.Host!, options.Port, timed);
            return client.GetStream();
        }, cancellationToken);

    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (reader.HasUnread) throw new SmtpUnavailableException("The mail server spoke before encryption began; what it said cannot be trusted.");
        stream = await deadline.RunAsync("TLS", options.Timeout, async timed =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsClientAsync(SmtpCertificate.Authentication(options), timed);
            return secure;
        }, cancellationToken);
    }

    public Task<(SmtpReply Reply, IReadOnlyList<string> Lines)> ReadAsync(string step, CancellationToken cancellationToken, TimeSpan? limit = null) =>
        deadline.RunAsync(step, limit ?? options.Timeout, timed => reader.ReadAsync(stream, timed), cancellationToken);

    /// <summary>Sends a command and returns its reply. <paramref name="step"/> names it where it can be read by people, so it holds no address and no secret.</summary>
    public async Task<SmtpReply> CommandAsync(string step, string command, CancellationToken cancellationToken)
    {
        await SendAsync(step, command, cancellationToken);
        return (await ReadAsync(step, cancellationToken)).Reply;
    }

    public async Task SendAsync(string step, string command, CancellationToken cancellationToken)
    {
        if (reader.HasUnread) throw new SmtpUnavailableException($"The mail server spoke out of turn before {step}.");
        await WriteAsync(step, Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
    }

    /// <summary>The mail itself, then its end mark; an answer that never comes leaves the mail in doubt.</summary>
    public async Task<SmtpReply> SendMessageAsync(ReadOnlyMemory<byte> stuffed, CancellationToken cancellationToken)
    {
        for (; !stuffed.IsEmpty; stuffed = stuffed[Math.Min(BlockSize, stuffed.Length)..])
            await WriteAsync("the message", stuffed[..Math.Min(BlockSize, stuffed.Length)], cancellationToken);
        try
        {
            await WriteAsync("the end of the message", ".\r\n"u8.ToArray(), cancellationToken);
            return (await ReadAsync("the message", cancellationToken, options.Timeout * DataAnswerFactor)).Reply;
        }
        catch (SmtpUnavailableException e)
        {
            throw new SmtpUnavailableException(e.Message, e.Reply, e, inDoubt: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private Task<bool> WriteAsync(string step, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        deadline.RunAsync(step, options.Timeout, async timed =>
        {
            await stream.WriteAsync(bytes, timed);
            await stream.FlushAsync(timed);
            return true;
        }, cancellationToken);
}
