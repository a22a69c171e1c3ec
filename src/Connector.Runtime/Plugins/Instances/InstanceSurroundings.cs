using Connector.Contracts;
using Connector.Runtime.Plugins.Secrets;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>What instances need of the runtime.</summary>
/// <param name="Secrets">Resolves references in options.</param>
/// <param name="Mask">Keeps secrets out of reasons.</param>
/// <param name="Host">Makes the host side of one instance, by its id; called at each start.</param>
/// <param name="MachineTime">For time limits and the times shown in a status.</param>
/// <param name="Loggers">One category an instance: <c>Connector.Instance.{id}</c>.</param>
public sealed record InstanceSurroundings(
    ISecretResolver Secrets, SecretMask Mask, Func<string, IAdapterHost> Host, TimeProvider MachineTime, ILoggerFactory Loggers)
{
    /// <summary>How long an adapter may take to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long calls may go on while the instance is being stopped; then they are cancelled.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
