using Connector.Contracts;

namespace Sample.Wire;

public sealed class WireOptions
{
    /// <summary>Where the vendor of the test listens.</summary>
    public string Url { get; set; } = "";

    /// <summary>What every operation allows when its answer is lost.</summary>
    public RepeatKind Repeat { get; set; } = RepeatKind.Key;

    /// <summary>With <see cref="RepeatKind.ReadBack"/>.</summary>
    public TimeSpan Lag { get; set; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>The plainest vendor there can be: one path an operation, over a real wire.</summary>
public sealed class WirePlugin : IPlugin<WireOptions>
{
    public IEnumerable<OptionFault> Validate(WireOptions options) => [];

    public IAdapter Create(WireOptions options, IAdapterHost host) => new WireAdapter(options, host);
}
