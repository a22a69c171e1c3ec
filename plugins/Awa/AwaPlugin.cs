using Connector.Contracts;

namespace Connector.Plugins.Awa;

/// <summary>The built-in queue: a router with agents, skills, capacity and offers.</summary>
public sealed class AwaPlugin : IPlugin<AwaOptions>
{
    public IEnumerable<OptionFault> Validate(AwaOptions options) => AwaOptionsRules.Check(options);

    public IAdapter Create(AwaOptions options, IAdapterHost host) => new AwaAdapter(options, host);
}
