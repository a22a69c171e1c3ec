using System.Net;
using System.Net.Sockets;

namespace Connector.Runtime.Smtp;

/// <summary>A connection that has been greeted, encrypted as the settings ask, and logged in.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForGoodbye = TimeSpan.FromSeconds(2);

    private readonly SmtpOptions options;

    private SmtpSession(SmtpOptions options, TimeProvider time)
    {
        this.options = options;
        Connection = new SmtpConnection(options, new SmtpDeadline(time));
    }

    public SmtpConnection Connection { get; }

    public SmtpCapabilities Capabilities { get; private set; } = SmtpCapabilities.None;

    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new SmtpSession(options, time);
        try
        {
            await session.BeginAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says goodbye. The mail is delivered already: neither a server that fails now nor a caller who gives up may change that.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await Connection.SendAsync("QUIT", "QUIT", CancellationToken.None);
            await Connection.ReadAsync("QUIT", CancellationToken.None, PatienceForGoodbye);
        }
        catch (SmtpDeliveryException)
        {
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await Connection.OpenAsync(cancellationToken);
        if (options.Security == SmtpSecurity.Tls) await Connection.EncryptAsync(cancellationToken);
        var (greeting, _) = await Connection.ReadAsync("the greeting", cancellationToken);
        if (greeting.Code != 220) throw SmtpDeliveryException.Of("the greeting", greeting);
        await HelloAsync(cancellationToken);
        await StartTlsAsync(cancellationToken);
        if (options.User is { Length: > 0 }) await SmtpLogin.LoginAsync(Connection, Capabilities, options, cancellationToken);
    }

    private async Task HelloAsync(CancellationToken cancellationToken)
    {
        await Connection.SendAsync("EHLO", $"EHLO {Name()}", cancellationToken);
        var (reply, lines) = await Connection.ReadAsync("EHLO", cancellationToken);
        if (reply.IsPermanent)
        {
            reply = await Connection.CommandAsync("HELO", $"HELO {Name()}", cancellationToken);
            lines = [];
        }
        if (!reply.IsPositive) throw SmtpDeliveryException.Of("the hello", reply);
        Capabilities = new SmtpCapabilities(lines.Skip(1));
    }

    private async Task StartTlsAsync(CancellationToken cancellationToken)
    {
        if (options.Security is SmtpSecurity.None or SmtpSecurity.Tls) return;
        if (!Capabilities.StartTls)
        {
            if (options.Security == SmtpSecurity.StartTls) return;
            throw new SmtpUnavailableException("The mail server offers no encryption, which the settings require.");
        }
        var reply = await Connection.CommandAsync("STARTTLS", "STARTTLS", cancellationToken);
        if (!reply.IsPositive) throw new SmtpUnavailableException($"The mail server offered encryption, then answered {reply.Status}.", reply);
        await Connection.EncryptAsync(cancellationToken);
        // What was said before encryption counts for nothing after it.
        await HelloAsync(cancellationToken);
    }

    private string Name()
    {
        if (options.HelloName is { Length: > 0 } name) return name;
        var host = Dns.GetHostName();
        if (host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns) return host;
        var address = Connection.LocalEndPoint?.Address ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }
}
