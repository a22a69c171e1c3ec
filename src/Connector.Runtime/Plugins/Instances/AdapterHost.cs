using Connector.Contracts;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>What one adapter gets from the host, put together from the runtime's pieces.</summary>
/// <param name="instance">Key under <c>Instances</c>.</param>
/// <param name="now">Business time.</param>
/// <param name="machineTime">Machine time.</param>
/// <param name="logger">A logger of this instance.</param>
/// <param name="state">Documents of this instance.</param>
/// <param name="http">Makes the client of one configured base URL.</param>
public sealed class AdapterHost(
    string instance, Func<DateTimeOffset> now, TimeProvider machineTime, ILogger logger, IInstanceState state, Func<Uri, HttpClient> http) : IAdapterHost
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
    public HttpClient Http(Uri baseUrl) => http(baseUrl);
}
