using System.Collections.Immutable;
using Connector.Runtime.Settings;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>One entry of <c>Instances</c>.</summary>
/// <param name="Id">The key: names the instance everywhere, also in <c>/hooks/{instance}</c>.</param>
/// <param name="Plugin">Id of the plugin.</param>
/// <param name="Enabled">Whether it starts with the host.</param>
/// <param name="Options">Section of the plugin's own options.</param>
/// <param name="Agents">The vendor's agent ids to ours, for those whose email does not match.</param>
public sealed record ConfiguredInstance(string Id, string Plugin, bool Enabled, IConfigurationSection Options, ImmutableDictionary<string, string> Agents)
{
    /// <summary>Our codes to the vendor's ids or names: the mapping to begin with.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary<string, string>.Empty;

    private static readonly ImmutableArray<string> Keys = ["Plugin", "Enabled", "Options", "Agents", "Codes"];

    /// <summary>All entries, and what is wrong with them apart from the plugins' own options.</summary>
    public static (ImmutableArray<ConfiguredInstance> Settings, ImmutableArray<SettingFault> Faults) Read(IConfiguration configuration)
    {
        var sections = configuration.GetSection("Instances").GetChildren().ToArray();
        return ([.. sections.Select(One)], [.. sections.SelectMany(Check)]);
    }

    private static ConfiguredInstance One(IConfigurationSection section) => new(
        section.Key,
        section["Plugin"] ?? "",
        !bool.TryParse(section["Enabled"], out var enabled) || enabled,
        section.GetSection("Options"),
        section.GetSection("Agents").GetChildren().ToImmutableDictionary(a => a.Key, a => a.Value ?? "", StringComparer.OrdinalIgnoreCase))
    {
        Codes = section.GetSection("Codes").GetChildren().ToImmutableDictionary(c => c.Key, c => c.Value ?? "", StringComparer.Ordinal),
    };

    private static IEnumerable<SettingFault> Check(IConfigurationSection section)
    {
        if (!section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            yield return new(section.Path, "an instance's name is of letters, digits, - and _", section.Key, "it is part of a web address");
        if (string.IsNullOrWhiteSpace(section["Plugin"]))
            yield return new($"{section.Path}:Plugin", "must name a plugin", section["Plugin"], "see plugins list");
        if (section["Enabled"] is { } enabled && !bool.TryParse(enabled, out _))
            yield return new($"{section.Path}:Enabled", "must be true or false", enabled);
        foreach (var child in section.GetChildren().Where(c => !Keys.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            yield return new(child.Path, "is not known", null, $"known here: {string.Join(", ", Keys)}");
        foreach (var agent in section.GetSection("Agents").GetChildren().Where(a => string.IsNullOrWhiteSpace(a.Value)))
            yield return new(agent.Path, "must name one of our agents", agent.Value);
    }
}
