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

    public TimeProvider MachineTime { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public IInstanceState State => state;

    public IAgentNames Agents { get; init; } = new SameNames();

    /// <summary>Stands between the adapter and the network.</summary>
    public Func<HttpMessageHandler> Handler { get; init; } = () => new SocketsHttpHandler { AllowAutoRedirect = false };

    public HttpClient Http(Uri baseUrl, HttpBudget budget) => new(Handler()) { BaseAddress = baseUrl, Timeout = budget.Timeout };

    public IAccessTokens Tokens(Func<CancellationToken, ValueTask<AccessToken>> fetch) => new OneToken(fetch);

    /// <summary>Everybody is known by address, or by the vendor's id.</summary>
    private sealed class SameNames : IAgentNames
    {
        public string OursOf(string vendorId, string? email) => email ?? vendorId;

        public string? VendorIdOf(string agent) => null;

        public string? EmailOf(string agent) => agent;
    }

    private sealed class OneToken(Func<CancellationToken, ValueTask<AccessToken>> fetch) : IAccessTokens
    {
        private string? _held;

        public async ValueTask<string> GetAsync(CancellationToken cancellation) => _held ??= (await fetch(cancellation)).Value;

        public void Refused(string token) => _held = null;
    }
}
