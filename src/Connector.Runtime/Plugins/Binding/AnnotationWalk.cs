using System.Collections;
using System.ComponentModel.DataAnnotations;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>Data annotations of an object and of everything in it: sections, lists, dictionaries.</summary>
internal static class AnnotationWalk
{
    public static IEnumerable<OptionFault> Faults(object options) => Faults(options, "");

    private static IEnumerable<OptionFault> Faults(object node, string path)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(node, new ValidationContext(node), results, validateAllProperties: true);
        var own = results.SelectMany(r => r.MemberNames.DefaultIfEmpty("").Select(m => new OptionFault(Join(path, m), r.ErrorMessage ?? "is not valid")));
        var nested = OptionShape.Properties(node.GetType())
            .Where(p => !OptionShape.IsValue(OptionShape.Bare(p.PropertyType)))
            .SelectMany(p => Children(p.GetValue(node), Join(path, p.Name)));
        return own.Concat(nested);
    }

    private static IEnumerable<OptionFault> Children(object? value, string path) => value switch
    {
        null => [],
        IDictionary entries => entries.Keys.Cast<object>().SelectMany(key => Child(entries[key], Join(path, key.ToString()!))),
        IEnumerable elements => elements.Cast<object?>().SelectMany((element, i) => Child(element, Join(path, $"{i}"))),
        _ => Faults(value, path),
    };

    private static IEnumerable<OptionFault> Child(object? value, string path) =>
        value is null || OptionShape.IsValue(OptionShape.Bare(value.GetType())) ? [] : Children(value, path);

    private static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}:{name}";
}
