using System.Collections.Concurrent;
using Connector.Adapters.Contract;
using Connector.Contracts;
using Microsoft.Extensions.Logging;

namespace Connector.Plugins.GenesysCloud.Tests.Kit;

/// <summary>What a test changes about the host.</summary>
internal sealed record Surroundings
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Func<HttpMessageHandler> Handler { get; init; } = () => new SocketsHttpHandler();

    public LogLines Log { get; init; } = new();

    public IAgentNames? Agents { get; init; }

    public TestAdapterHost Host(MemoryInstanceState state, string instance) => Agents is { } agents
        ? new(state, instance) { MachineTime = Time, Handler = Handler, Logger = Log, Agents = agents }
        : new(state, instance) { MachineTime = Time, Handler = Handler, Logger = Log };
}

/// <summary>Everything that was logged.</summary>
internal sealed class LogLines : ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> All => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}

/// <summary>A machine clock that is moved.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Changes every body on its way to the vendor.</summary>
internal sealed class Tampering(Func<string, string> change) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content?.Headers.ContentType?.MediaType == "application/json")
        {
            var type = request.Content.Headers.ContentType;
            request.Content = new StringContent(change(await request.Content.ReadAsStringAsync(cancellationToken)));
            request.Content.Headers.ContentType = type;
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
