using System.Reflection;

namespace Connector.Runtime.Settings.Binding;

/// <summary>All keys there are, to tell where an unknown one was meant to stand.</summary>
internal static class KnownKeys
{
    private static readonly Lazy<ILookup<string, string>> Places =
        new(() => Walk(typeof(ConnectorSettings), "").ToLookup(k => k[(k.LastIndexOf(':') + 1)..], StringComparer.OrdinalIgnoreCase));

    /// <summary>Names that the rule book uses for settings with another key.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MailLimit"] = "Mail:Limit",
        ["InactivityPeriod"] = "Rules:Outbound:InactivityPeriod or Rules:Inbound:InactivityPeriod",
    };

    public static string? HintFor(Type section, string name)
    {
        if (OtherNames.TryGetValue(name, out var place)) return $"did you mean {place}?";
        if (Spelling.Nearest(name, Names(section)) is { } near) return $"did you mean {near}?";
        var elsewhere = Places.Value[name].Take(3).ToList();
        return elsewhere.Count > 0 ? $"it stands at {string.Join(" or ", elsewhere)}" : $"known here: {string.Join(", ", Names(section))}";
    }

    private static IEnumerable<string> Names(Type section) => Settable(section).Select(p => p.Name);

    private static IEnumerable<PropertyInfo> Settable(Type section) =>
        section.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static IEnumerable<string> Walk(Type section, string prefix)
    {
        foreach (var property in Settable(section))
        {
            var key = prefix + property.Name;
            yield return key;
            foreach (var below in Inner(property.PropertyType) is var (type, infix) ? Walk(type, $"{key}:{infix}") : [])
                yield return below;
        }
    }

    private static (Type Type, string Infix)? Inner(Type type)
    {
        if (!type.IsGenericType) return !Leaf.Reads(type) && type.IsClass && type.Namespace!.StartsWith("Connector", StringComparison.Ordinal) ? (type, "") : null;
        var last = type.GetGenericArguments()[^1];
        return type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && Inner(last) is { } inner ? (inner.Type, "<id>:") : null;
    }
}
