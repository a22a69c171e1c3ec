using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Settings.Loading;

/// <summary>Settings, or every fault of them.</summary>
/// <param name="Settings">Null when there is any fault.</param>
/// <param name="File">The settings file that was read, if one was.</param>
/// <param name="Folder">Where the relative paths of the settings start: the current folder.</param>
public sealed record LoadedSettings(ConnectorSettings? Settings, IReadOnlyList<SettingFault> Faults, string? File, string Folder)
{
    /// <summary>All layers in one tree, as written.</summary>
    public JsonObject Effective { get; init; } = [];

    internal Sources Sources { get; init; } = new();

    /// <summary>Where the value of a key comes from, in words; for a rule of a channel that the channel does not set, where the global one comes from.</summary>
    public string SourceOf(string key)
    {
        if (IsWritten(key)) return Sources.Of(key);
        return key.Split(':', 4) is ["Channels", _, "Rules", var rule] ? SourceOf($"Rules:{rule}") : Sources.BuiltIn;
    }

    /// <summary>The folder where relative secret files are looked for: that of the settings file.</summary>
    public string SecretFolder => File is null ? Folder : Path.GetDirectoryName(File)!;

    public DataFolder DataFolder => new(Path.Combine(Folder, Settings?.Data.Folder ?? new DataSettings().Folder));

    private bool IsWritten(string key)
    {
        JsonNode? at = Effective;
        foreach (var name in key.Split(':'))
        {
            if (at is JsonObject section && section.TryGetPropertyValue(name, out var value)) at = value;
            else if (at is JsonArray list && int.TryParse(name, out var index) && index < list.Count) at = list[index];
            else return false;
        }
        return true;
    }

    /// <summary>The same tree for those who read sections of it (plugins, logging).</summary>
    public IConfigurationRoot ToConfiguration()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Effective.ToJsonString()));
        return new ConfigurationBuilder().AddJsonStream(json).Build();
    }
}
