using System.Text;

using Connector.Runtime.Smtp;

using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Tests.Smtp;

/// <summary>A sender wired to a scripted server, with what it logged.</summary>
internal static class Conversation
{
    public const string Hello = "S: 220 mx.example.org ESMTP\nC: EHLO *\n";

    public const string Plain = Hello + "S: 250-mx.example.org\nS: 250-8BITMIME\nS: 250-SIZE 10240000\nS: 250 ENHANCEDSTATUSCODES\n";

    public static readonly SmtpEnvelope ToAnna = new("support@example.org", ["anna@example.net"]);

    public static readonly ReadOnlyMemory<byte> Message = "Subject: hi\r\n\r\nHello\r\n"u8.ToArray();

    public static SmtpOptions Options(ScriptedServer server, Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions { Host = server.EndPoint.Address.ToString(), Port = server.EndPoint.Port, HelloName = "connector.example.org" };
        change?.Invoke(options);
        return options;
    }

    public static SmtpSender Sender(ScriptedServer server, Action<SmtpOptions>? change = null, TimeProvider? time = null, ILogger<SmtpSender>? log = null) =>
        new(Options(server, change), time ?? new ExpiringTime(), log ?? new LogLines());

    public static async Task<SmtpResult> SendAsync(ScriptedServer server, SmtpEnvelope envelope, string? mail = null, Action<SmtpOptions>? change = null)
    {
        var sending = Sender(server, change).SendAsync(envelope, mail is null ? Message : Encoding.UTF8.GetBytes(mail), TestContext.Current.CancellationToken);
        // A client that leaves the script fails too; where it left is what the reader of the test wants to know first.
        await Task.WhenAny(sending, server.FinishedAsync());
        await server.FinishedAsync();
        return await sending;
    }

    public static Task<T> FailsAsync<T>(ScriptedServer server, Action<SmtpOptions>? change = null, TimeProvider? time = null, SmtpEnvelope? envelope = null)
        where T : Exception =>
        Assert.ThrowsAsync<T>(() => Sender(server, change, time).SendAsync(envelope ?? ToAnna, Message, TestContext.Current.CancellationToken));
}

internal sealed class LogLines : ILogger<SmtpSender>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");
}
