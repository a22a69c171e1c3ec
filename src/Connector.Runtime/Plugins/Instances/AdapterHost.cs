using Connector.Contracts;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Metrics;
using Connector.Runtime.Plugins.Secrets;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>What one adapter gets from the host, put together from the runtime's pieces.</summary>
/// <param name="instance">Key under <c>Instances</c>.</param>
/// <param name="now">Business time.</param>
/// <param name="machineTime">Machine time.</param>
/// <param name="logger">A logger of this instance.</param>
/// <param name="state">Documents of this instance.</param>
/// <param name="agents">Whose agent is who.</param>
/// <param name="http">The instance's way out.</param>
/// <param name="mask">Learns each token, so that no output shows one.</param>
public sealed class AdapterHost(
    string instance, Func<DateTimeOffset> now, TimeProvider machineTime, ILogger logger, IInstanceState state, IAgentNames agents, InstanceHttp http, SecretMask mask) : IAdapterHost
{
    /// <inheritdoc/>
    public string Instance => instance;

    /// <inheritdoc/>
    public DateTimeOffset Now => now();

    /// <inheritdoc/>
    public TimeProvider MachineTime => machineTime;

    /// <inheritdoc/>
    public ILogger Logger => logger;

    /// <inheritdoc/>
    public IInstanceState State => state;

    /// <inheritdoc/>
    public IAgentNames Agents => agents;

    /// <inheritdoc/>
    public HttpClient Http(Uri baseUrl, HttpBudget budget) => http.Client(baseUrl, budget);

    /// <inheritdoc/>
    public IAccessTokens Tokens(Func<CancellationToken, ValueTask<AccessToken>> fetch) => new AccessTokens(fetch, machineTime, Fetched);

    private void Fetched(string token)
    {
        mask.AddPassing(token);
        VendorMetrics.TokenFetched(instance);
    }
}
