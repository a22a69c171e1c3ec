namespace Connector.Runtime.Settings.Loading;

/// <summary>Where settings come from, in rising order: built-in, file, environment, command line.</summary>
public sealed record SettingsRequest
{
    /// <summary>The file that is read when none is named and it is there.</summary>
    public const string DefaultFile = "appsettings.json";

    /// <summary>From <c>--settings</c>: must exist. Null: <see cref="DefaultFile"/> if there is one.</summary>
    public string? File { get; init; }

    /// <summary>The current folder.</summary>
    public required string Folder { get; init; }

    /// <summary>All environment variables; those with our prefix count.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>From the command line: key with colons -> value.</summary>
    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = new Dictionary<string, string>();

    /// <summary>As this process was started.</summary>
    public static SettingsRequest OfProcess(string? file = null, string? data = null) => new()
    {
        File = file,
        Folder = Directory.GetCurrentDirectory(),
        Environment = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
        CommandLine = data is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Data:Folder"] = data },
    };
}
