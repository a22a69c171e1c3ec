using Connector.Contracts;

namespace Connector.Runtime.Plugins.Http;

/// <summary>The way out of one instance: every client it makes shares the connections.</summary>
public sealed class InstanceHttp : IDisposable
{
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false };

    /// <summary>A client bound to one base URL.</summary>
    public HttpClient Client(Uri baseUrl, HttpBudget budget) => new(_connections, disposeHandler: false) { BaseAddress = baseUrl, Timeout = budget.Timeout };

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();
}
