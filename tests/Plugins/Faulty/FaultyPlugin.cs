using Connector.Contracts;

namespace Sample.Faulty;

public enum Fault
{
    None,
    Validate,
    Create,
    Start,
    StartUnavailable,
    StartNeverEnds,
    Call,
    CallUnauthorized,
    CallThrottled,
    CallThrottledForHours,
    CallUnavailable,
    CallConflict,
    CallNeverEnds,
    CallBlocks,
    Dispose,
}

public sealed class FaultyOptions
{
    public Fault Fault { get; set; }

    [Secret]
    public string? Token { get; set; }
}

/// <summary>Fails where its options say.</summary>
public sealed class FaultyPlugin : IPlugin<FaultyOptions>
{
    public IEnumerable<OptionFault> Validate(FaultyOptions options) =>
        options.Fault == Fault.Validate ? throw new InvalidOperationException("validate") : [];

    public IAdapter Create(FaultyOptions options, IAdapterHost host) =>
        options.Fault == Fault.Create ? throw new InvalidOperationException($"create, with {options.Token}") : new FaultyAdapter(options);
}
