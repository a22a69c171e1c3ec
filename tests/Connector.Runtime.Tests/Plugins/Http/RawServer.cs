using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connector.Runtime.Tests.Plugins.Http;

/// <summary>A server on loopback that answers each connection with the same bytes and hangs up, or resets it; keeps what it was sent.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _answer;
    private readonly Task _serving;

    /// <param name="answer">Null: the connection is reset.</param>
    public RawServer(string? answer)
    {
        _answer = answer;
        _listener.Start();
        BaseUrl = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = Task.Run(ServeAsync);
    }

    public Uri BaseUrl { get; }

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) await OneAsync(await _listener.AcceptSocketAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task OneAsync(Socket socket)
    {
        using (socket)
        {
            var bytes = new byte[4096];
            var count = await socket.ReceiveAsync(bytes, _stop.Token);
            Requests.Add(Encoding.ASCII.GetString(bytes, 0, count));
            if (_answer is null) socket.LingerState = new(true, 0);
            else await socket.SendAsync(Encoding.ASCII.GetBytes(_answer), _stop.Token);
        }
    }
}
