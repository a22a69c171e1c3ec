using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Engine.Codes;

/// <summary>How keys, labels and languages may look.</summary>
public static partial class CodeKeys
{
    public const int LongestKey = 64;
    public const int LongestLabel = 200;
    public const int LongestDescription = 1000;

    /// <summary>A key made of a label: <c>Refund issued</c> becomes <c>refund_issued</c>.</summary>
    public static string Of(string label)
    {
        var key = new StringBuilder();
        foreach (var c in label.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) key.Append(c);
            else if (key.Length > 0 && key[^1] != '_') key.Append('_');
        var text = key.ToString().Trim('_');
        return text.Length <= LongestKey ? text : text[..LongestKey].Trim('_');
    }

    /// <summary>A key for a code of that instance that no code has yet.</summary>
    public static string Free(string instance, string name, Func<string, bool> taken)
    {
        var stem = Of($"{instance} {name}");
        if (!taken(stem)) return stem;
        for (var n = 2; ; n++)
        {
            var end = $"_{n}";
            var key = stem[..Math.Min(stem.Length, LongestKey - end.Length)] + end;
            if (!taken(key)) return key;
        }
    }

    /// <summary>A vendor's name as a label: one line, not too long.</summary>
    public static string LabelOf(string name)
    {
        var line = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestLabel ? line : line[..LongestLabel];
    }

    /// <summary>What is wrong with a code as asked for; null: nothing.</summary>
    public static string? Fault(string key, string? label, string? description)
    {
        if (!Key().IsMatch(key)) return $"key: 1 to {LongestKey} lower case letters, digits and '_', was '{key}'";
        if (label is not null && LabelFault(label) is { } fault) return $"label: {fault}";
        return description?.Length > LongestDescription ? $"description: at most {LongestDescription} characters, was {description.Length}" : null;
    }

    public static string? TranslationFault(string language, string? label)
    {
        if (!Language().IsMatch(language)) return $"language: a tag like 'de' or 'pt-BR', was '{language}'";
        return label is not null && LabelFault(label) is { } fault ? $"translations:{language}: {fault}" : null;
    }

    private static string? LabelFault(string label) =>
        string.IsNullOrWhiteSpace(label) ? "must not be empty"
        : label.Length > LongestLabel ? $"at most {LongestLabel} characters, was {label.Length}"
        : label.Any(char.IsControl) ? "must be one line"
        : null;

    [GeneratedRegex("^[a-z0-9_]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Language();
}
