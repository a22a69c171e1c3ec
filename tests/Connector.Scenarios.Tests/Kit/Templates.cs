using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>Replaces <c>{{key.field}}</c> by what was seeded or answered; <c>{{forged key.field}}</c> breaks the signature in it,
/// <c>{{upper key.field}}</c> has it in capitals.</summary>
internal sealed partial class Templates
{
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{\{(?<how>forged |upper )?(?<name>[^}]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();

    public void Learn(string key, JsonNode? values)
    {
        if (key.Length == 0 || values is not JsonObject fields) return;
        foreach (var (name, value) in fields)
            if (value is JsonValue) _known[$"{key}.{name}"] = value.ToString();
    }

    public string Fill(string text) => Names().Replace(text, m =>
    {
        var value = _known.GetValueOrDefault(m.Groups["name"].Value) ?? throw new InvalidDataException($"'{m.Groups["name"].Value}' is none of {string.Join(", ", _known.Keys)}");
        return m.Groups["how"].Value switch { "forged " => Forge(value), "upper " => value.ToUpperInvariant(), _ => value };
    });

    /// <summary>Another last character before the domain: the form stays, the signature does not hold.</summary>
    private static string Forge(string signed)
    {
        var at = signed.LastIndexOf('@');
        return signed[..(at - 1)] + (signed[at - 1] == 'c' ? 'd' : 'c') + signed[at..];
    }
}
