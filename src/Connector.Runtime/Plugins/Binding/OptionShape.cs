using System.ComponentModel;
using System.Reflection;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>How a type of options looks in configuration: a value, a list, a dictionary or a section with named keys.</summary>
internal static class OptionShape
{
    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static bool IsValue(Type type) => type == typeof(string) || TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    /// <summary>Key and value type of a dictionary.</summary>
    public static (Type Key, Type Value)? Dictionary(Type type)
    {
        var dictionary = Generic(type, typeof(IDictionary<,>)) ?? Generic(type, typeof(IReadOnlyDictionary<,>));
        return dictionary is null ? null : (dictionary.GenericTypeArguments[0], dictionary.GenericTypeArguments[1]);
    }

    /// <summary>Element type of a list or array.</summary>
    public static Type? Element(Type type) => Generic(type, typeof(IEnumerable<>))?.GenericTypeArguments[0];

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0);

    public static bool IsSecret(PropertyInfo property) => property.IsDefined(typeof(SecretAttribute));

    private static Type? Generic(Type type, Type definition) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
}
