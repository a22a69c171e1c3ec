namespace Connector.Contracts;

/// <summary>
/// Entry point of a plugin, named by <c>type</c> in <c>plugin.json</c>. The host makes one with the parameterless constructor when it loads the
/// assembly, and calls <see cref="Create"/> once for each configured instance, again after each restart of the instance.
/// </summary>
/// <typeparam name="TOptions">Bound strictly from <c>Instances:{id}:Options</c>: unknown keys are refused, data annotations are checked,
/// properties marked <see cref="SecretAttribute"/> must be references. All faults are reported at once and the instance does not start.</typeparam>
public interface IPlugin<TOptions> : IPlugin
    where TOptions : class, new()
{
    /// <summary>Faults that annotations cannot express. Called after binding, before <see cref="Create"/>; must not do any I/O.</summary>
    IEnumerable<OptionFault> Validate(TOptions options) => [];

    /// <summary>Makes the adapter of one instance. Must not do I/O; connect in <see cref="IAdapter.StartAsync"/>. A throw marks the instance Failed.</summary>
    IAdapter Create(TOptions options, IAdapterHost host);
}

/// <summary>Marker of <see cref="IPlugin{TOptions}"/>; never implemented alone.</summary>
public interface IPlugin;

/// <summary>One fault of the options. <paramref name="Path"/> is relative to the options section (<c>Queues:0:Id</c>).</summary>
public sealed record OptionFault(string Path, string Problem, string? Hint = null);

/// <summary>Marks an option as secret: only a reference (<c>secret:env:NAME</c>, <c>secret:file:PATH</c>) is accepted; the plugin gets the
/// resolved value, and no output of the host shows it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
