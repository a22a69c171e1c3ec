using Connector.Engine.Settings;

namespace Connector.Engine.Codes;

/// <summary>What is wrong with the codes of an instance that keeps a list: looked at by a check, and when the instance is enabled.</summary>
public static class CodeCheck
{
    /// <summary>Codes that will be given there and are not mapped; empty: all is well, or the instance keeps no list.</summary>
    public static IReadOnlyList<string> Unmapped(Setup setup, string instance)
    {
        if (!setup.MapsCodes(instance)) return [];
        var queues = setup.Channels.Values.Where(c => Catalogue.Same(c.Instance, instance)).Select(c => c.Queue).Distinct(StringComparer.Ordinal).DefaultIfEmpty("").ToList();
        return [.. Needed.Of(setup, instance).Order(StringComparer.Ordinal)
            .Where(code => queues.Exists(queue => setup.CodeMap.VendorIdOf(instance, queue, code) is null))];
    }

    /// <summary>Defaults that no active code bears.</summary>
    public static IReadOnlyList<string> UnknownDefaults(Setup setup) => [.. DefaultCodes.Of(setup).Where(c => !setup.Codes.ContainsKey(c)).Order(StringComparer.Ordinal)];
}
