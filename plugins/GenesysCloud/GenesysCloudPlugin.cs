using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Genesys Cloud CX: outside emails in queues the vendor routes.</summary>
public sealed class GenesysCloudPlugin : IPlugin<GenesysCloudOptions>
{
    public IEnumerable<OptionFault> Validate(GenesysCloudOptions options) => GenesysCloudOptionsRules.Check(options);

    public IAdapter Create(GenesysCloudOptions options, IAdapterHost host) => new GenesysCloudAdapter(options, host);
}
