using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;

namespace Connector.Host.Cli.Running;

/// <summary>One call of one command: what was written, and the world around it.</summary>
internal sealed class Invocation(ParseResult parsed, Surroundings around)
{
    public Surroundings Around => around;

    public Printer Print { get; } = new(around, parsed.GetValue(GlobalOptions.Json));

    public T Get<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>The settings with their faults, if they have any.</summary>
    public LoadedSettings Load(string? file = null) => SettingsLoader.Load(new()
    {
        File = file ?? parsed.GetValue(GlobalOptions.Settings),
        Folder = around.Folder,
        Environment = around.Environment,
        CommandLine = parsed.GetValue(GlobalOptions.Data) is { } data
            ? new Dictionary<string, string> { ["Data:Folder"] = data }
            : new Dictionary<string, string>(),
    });

    /// <summary>Settings without faults; throws when there are any.</summary>
    public LoadedSettings LoadChecked() =>
        Load() is { Settings: not null } loaded ? loaded : throw new WrongSettingsException(Load().Faults, Load().File);

    /// <summary>A path as the caller meant it.</summary>
    public string Path(string written) => System.IO.Path.GetFullPath(written, around.Folder);
}
