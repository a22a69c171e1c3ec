using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Connector.Runtime.Tests.Smtp;

/// <summary>
/// A mail server that follows a recorded dialogue over a real connection. A line of the script is <c>S: reply</c> (sent), <c>C: command</c> (must come; <c>*</c> stands for anything),
/// <c>C: (message)</c> (reads to the lone dot), <c>TLS</c> (encrypts), <c>HANG</c> (says nothing more), <c>CLOSE</c>, <c>NEXT</c> (closes and takes the next connection), or <c>RAW: text</c> (sent as it is, with <c>\r</c> and <c>\n</c>).
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly X509Certificate2? certificate;
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private readonly Task conversation;
    private readonly List<string> heard = [];

    public ScriptedServer(string script, X509Certificate2? certificate = null, IPAddress? address = null)
    {
        this.certificate = certificate;
        listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        listener.Start();
        conversation = ServeAsync(script.ReplaceLineEndings("\n").Split("NEXT\n"));
    }

    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Done when the server has stopped answering.</summary>
    public Task Hanging => hanging.Task;

    /// <summary>What the client said, message lines included.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (heard) return [.. heard];
        }
    }

    /// <summary>Waits for the end of the script; fails where the client left it.</summary>
    public Task FinishedAsync() => conversation.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await conversation.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        ended.Dispose();
    }

    private async Task ServeAsync(string[] scripts)
    {
        foreach (var script in scripts) await ConverseAsync(script.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task ConverseAsync(string[] script)
    {
        using var client = await listener.AcceptTcpClientAsync(ended.Token);
        Stream stream = client.GetStream();
        foreach (var line in script)
        {
            if (line == "CLOSE") break;
            if (line == "TLS") stream = await EncryptAsync(stream);
            else if (line == "HANG") await HangAsync();
            else if (line == "C: (message)") await HearMessageAsync(stream);
            else if (line.StartsWith("C: ", StringComparison.Ordinal)) Check(line[3..], await HearAsync(stream));
            else await stream.WriteAsync(Encoding.UTF8.GetBytes(Spoken(line)), ended.Token);
        }
        await stream.DisposeAsync();
    }

    private static string Spoken(string line) => line.StartsWith("RAW: ", StringComparison.Ordinal)
        ? line[5..].Replace("\\r", "\r").Replace("\\n", "\n")
        : line[3..] + "\r\n";

    private static void Check(string expected, string actual)
    {
        var parts = expected.Split('*', 2);
        var matches = parts.Length == 1 ? actual == expected : actual.StartsWith(parts[0], StringComparison.Ordinal) && actual.EndsWith(parts[1], StringComparison.Ordinal);
        Assert.True(matches, $"expected '{expected}', heard '{actual}'");
    }

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ended.Token);
        return secure;
    }

    private async Task HangAsync()
    {
        hanging.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended.Token);
    }

    private async Task HearMessageAsync(Stream stream)
    {
        while (await HearAsync(stream) != ".") { }
    }

    private async Task<string> HearAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, ended.Token) == 1 && one[0] != '\n') line.Add(one[0]);
        var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
        lock (heard) heard.Add(text);
        return text;
    }
}
