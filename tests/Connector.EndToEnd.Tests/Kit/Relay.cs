using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>The line between a host and a server, which can be cut: what is under way breaks, and nobody is let in until it is mended.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = [];
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;
    private volatile bool _isCut;

    public Relay(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Cut()
    {
        _isCut = true;
        foreach (var socket in _open.Keys) socket.Dispose();
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of it.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            _open[client] = _open[server] = 0;
            if (!_isCut) await server.ConnectAsync(_host, _port);
            if (!_isCut) await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(bytes)) > 0;)
                for (var sent = 0; sent < read;) sent += await to.SendAsync(bytes.AsMemory(sent, read - sent));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, or one side is gone.
        }
    }
}
