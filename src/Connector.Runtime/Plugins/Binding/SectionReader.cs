using System.ComponentModel;
using System.Reflection;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Binding;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>
/// Walks a section beside the type it is meant for. What fits is copied to <see cref="Values"/> (keys relative to the root, secrets resolved),
/// what does not is a fault; so one wrong value hides none of the others.
/// </summary>
internal sealed class SectionReader(IConfigurationSection root, ISecretResolver secrets)
{
    public Dictionary<string, string?> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<SettingFault> Faults { get; } = [];

    public HashSet<string> SecretKeys { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Read(Type type) => ReadNamed(type, root);

    private void Read(Type declared, IConfigurationSection section, bool secret)
    {
        var type = OptionShape.Bare(declared);
        if (OptionShape.IsValue(type))
            ReadValue(type, section, secret);
        else if (!string.IsNullOrEmpty(section.Value))
            Fault(section, "must be a section or a list, not a single value");
        else if (OptionShape.Dictionary(type) is { } dictionary)
            ReadEntries(dictionary.Key, dictionary.Value, section, secret);
        else if (OptionShape.Element(type) is { } element)
            ReadElements(element, section, secret);
        else
            ReadNamed(type, section);
    }

    private void ReadNamed(Type type, IConfigurationSection section)
    {
        Values[Key(section)] = "";
        var properties = OptionShape.Properties(type).ToArray();
        foreach (var child in section.GetChildren())
        {
            if (properties.FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } property)
                Read(property.PropertyType, child, OptionShape.IsSecret(property));
            else
                Unknown(child, properties);
        }
    }

    private void Unknown(IConfigurationSection child, PropertyInfo[] properties)
    {
        var names = properties.Select(p => p.Name);
        var hint = Spelling.Nearest(child.Key, names) is { } near ? $"did you mean {near}?" : $"known here: {string.Join(", ", names)}";
        Faults.Add(new(child.Path, "is not known", Hint: hint));
    }

    private void ReadEntries(Type key, Type value, IConfigurationSection section, bool secret)
    {
        foreach (var child in section.GetChildren())
        {
            if (key != typeof(string) && Problem(key, child.Key) is { } problem)
                Faults.Add(new(child.Path, $"the name {problem}", child.Key));
            else
                Read(value, child, secret);
        }
    }

    private void ReadElements(Type element, IConfigurationSection section, bool secret)
    {
        foreach (var child in section.GetChildren())
        {
            if (int.TryParse(child.Key, out _))
                Read(element, child, secret);
            else
                Faults.Add(new(child.Path, "is a name where a list is wanted", null, "write [ … ] with one entry for each"));
        }
    }

    private void ReadValue(Type type, IConfigurationSection section, bool secret)
    {
        if (section.GetChildren().Any())
            Fault(section, "must be a single value, not a section or a list");
        else if (secret)
            ReadSecret(section);
        else if (section.Value is not { } text)
            return;
        else if (SecretResolver.IsReference(text))
            Fault(section, "takes no secret reference", text, "write the value itself");
        else if (Problem(type, text) is { } problem)
            FaultAt(section, problem, type);
        else
            Values[Key(section)] = text;
    }

    private void ReadSecret(IConfigurationSection section)
    {
        SecretKeys.Add(Key(section));
        if (section.Value is not { Length: > 0 } reference)
            return;
        if (!SecretResolver.IsReference(reference))
            Faults.Add(new(section.Path, "must be a reference to a secret, not the secret itself", SecretMask.Mark, "write secret:env:NAME or secret:file:PATH"));
        else if (secrets.Resolve(reference) is { Problem: { } problem })
            Faults.Add(new(section.Path, problem, reference));
        else
            Values[Key(section)] = secrets.Resolve(reference).Value;
    }

    private static string? Problem(Type type, string text)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            // The converter takes any number for an enum; only names are meant.
            return type.IsEnum && (!Enum.IsDefined(type, value!) || char.IsAsciiDigit(text[0])) ? Wanted(type) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Wanted(type);
        }
    }

    private static string Wanted(Type type) => type switch
    {
        { IsEnum: true } => $"must be one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "must be true or false",
        _ when type == typeof(TimeSpan) => "must be a period like 30s, 2m, 12h, 5d or 00:02:00",
        _ when type == typeof(int) || type == typeof(long) => "must be a whole number",
        _ => $"must be a {type.Name}",
    };

    /// <summary>A stand-in keeps lists in step, so that the keys of later faults are right.</summary>
    private void FaultAt(IConfigurationSection section, string problem, Type type)
    {
        Fault(section, problem, section.Value);
        if (type.IsValueType)
            Values[Key(section)] = TypeDescriptor.GetConverter(type).ConvertToInvariantString(Activator.CreateInstance(type));
    }

    private void Fault(IConfigurationSection section, string limit, string? value = null, string? hint = null) =>
        Faults.Add(new(section.Path, limit, value ?? section.Value, hint));

    private string Key(IConfigurationSection section) =>
        section.Path.Length > root.Path.Length ? section.Path[(root.Path.Length + 1)..] : "";
}
