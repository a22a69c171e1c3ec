namespace Connector.Runtime.Settings;

/// <summary>One fault of the settings. All faults of a file are told at once.</summary>
/// <param name="Key">Full key, with colons (<c>Instances:awa:Options:Queues:0:Id</c>).</param>
/// <param name="Limit">What is allowed, and so what is wrong.</param>
/// <param name="Value">What was found, masked where it is secret; null when nothing was.</param>
/// <param name="Hint">What to write instead.</param>
public sealed record SettingFault(string Key, string Limit, string? Value = null, string? Hint = null)
{
    /// <summary>One line for logs and reasons.</summary>
    public override string ToString() =>
        $"{Key}: {Limit}{(Value is null ? "" : $" (was '{Value}')")}{(Hint is null ? "" : $"; {Hint}")}";
}
