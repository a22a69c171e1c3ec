using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>Binds a section strictly and tells all faults at once: unknown keys, values of the wrong type, literal secrets, annotations, and what
/// the owner of the type finds.</summary>
public static class OptionsBinder
{
    /// <summary>Never throws for what the section holds.</summary>
    public static BoundOptions Bind(Type type, IConfigurationSection section, ISecretResolver secrets, Func<object, IEnumerable<OptionFault>>? validate = null)
    {
        PeriodConverter.Register();
        var reader = new SectionReader(section, secrets);
        reader.Read(type);
        var value = Activator.CreateInstance(type)!;
        new ConfigurationBuilder().AddInMemoryCollection(reader.Values).Build().Bind(value);
        var told = reader.Faults.Select(f => f.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var later = AnnotationWalk.Faults(value)
            .Concat(Own(value, validate))
            .Select(fault => Full(fault, section, reader))
            .Where(fault => !told.Contains(fault.Key));
        return new(value, [.. reader.Faults.Concat(later).Distinct()]);
    }

    private static SettingFault Full(OptionFault fault, IConfigurationSection section, SectionReader reader)
    {
        var shown = reader.SecretKeys.Contains(fault.Path) ? SecretMask.Mark : section[fault.Path];
        return new($"{section.Path}:{fault.Path}".TrimEnd(':'), fault.Problem, shown, fault.Hint);
    }

    /// <summary>The plugin's own check may stumble over a value that is already a fault; then the faults found so far are told.</summary>
    private static ImmutableArray<OptionFault> Own(object value, Func<object, IEnumerable<OptionFault>>? validate)
    {
        try
        {
            return validate is null ? [] : [.. validate(value)];
        }
        catch (Exception e)
        {
            return [new("", $"the plugin's own check failed: {e.GetType().Name}: {e.Message}")];
        }
    }
}
