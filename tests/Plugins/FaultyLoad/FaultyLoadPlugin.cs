using System.Diagnostics.CodeAnalysis;
using Connector.Contracts;

namespace Sample.FaultyLoad;

[SuppressMessage("Design", "CA1065", Justification = "throwing is what it is for")]
public sealed class FaultyLoadPlugin : IPlugin<FaultyLoadOptions>
{
    static FaultyLoadPlugin() => throw new InvalidOperationException("this plugin cannot even be made");

    public IAdapter Create(FaultyLoadOptions options, IAdapterHost host) => throw new InvalidOperationException("never reached");
}

public sealed class FaultyLoadOptions;
