using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Tests.Settings;

/// <summary>Loads settings in a folder of their own.</summary>
internal sealed class Loading : IDisposable
{
    public TempFolder Folder { get; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    public LoadedSettings Load(string? json = null, Dictionary<string, string>? commandLine = null)
    {
        if (json is not null) Folder.Write(SettingsRequest.DefaultFile, json);
        return SettingsLoader.Load(new() { Folder = Folder.Path, Environment = Environment, CommandLine = commandLine ?? [] });
    }

    /// <summary>The only fault of these settings.</summary>
    public static SettingFault Single(string json)
    {
        using var loading = new Loading();
        var loaded = loading.Load(json);
        Assert.Null(loaded.Settings);
        return Assert.Single(loaded.Faults);
    }

    public static ConnectorSettings Good(string? json = null)
    {
        using var loading = new Loading();
        var loaded = loading.Load(json);
        Assert.Empty(loaded.Faults);
        return loaded.Settings!;
    }

    public void Dispose() => Folder.Dispose();
}
