using Connector.Contracts;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>A loaded plugin without its type parameter.</summary>
internal abstract class PluginEntry
{
    public abstract Type OptionsType { get; }

    public abstract IEnumerable<OptionFault> Validate(object options);

    public abstract IAdapter Create(object options, IAdapterHost host);

    public static PluginEntry Of(object plugin)
    {
        var contracts = plugin.GetType().GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPlugin<>))
            .ToArray();
        if (contracts.Length != 1)
            throw new InvalidOperationException($"{plugin.GetType().FullName} implements IPlugin<TOptions> {contracts.Length} times; it must be once");
        var entry = typeof(Typed<>).MakeGenericType(contracts[0].GenericTypeArguments);
        return (PluginEntry)Activator.CreateInstance(entry, plugin)!;
    }

    private sealed class Typed<TOptions>(IPlugin<TOptions> plugin) : PluginEntry
        where TOptions : class, new()
    {
        public override Type OptionsType => typeof(TOptions);

        public override IEnumerable<OptionFault> Validate(object options) => plugin.Validate((TOptions)options);

        public override IAdapter Create(object options, IAdapterHost host) =>
            plugin.Create((TOptions)options, host) ?? throw new InvalidOperationException("Create answered null");
    }
}
