using Connector.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Adapters.Contract;

/// <summary>A host whose business clock stands until it is moved.</summary>
public sealed class TestAdapterHost(IInstanceState state, string instance = "test") : IAdapterHost
{
    public static readonly DateTimeOffset Start = new(2030, 3, 4, 9, 0, 0, TimeSpan.Zero);

    public string Instance => instance;

    public DateTimeOffset Now { get; set; } = Start;

    public TimeProvider MachineTime => TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public IInstanceState State => state;

    public HttpClient Http(Uri baseUrl) => throw new InvalidOperationException("no network in this test");
}
