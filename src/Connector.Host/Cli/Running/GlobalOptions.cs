using System.CommandLine;

namespace Connector.Host.Cli.Running;

/// <summary>Options every command has.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Data folder: the store, the drop folders, the kept mail (default: Data:Folder of the settings)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Settings = new("--settings")
    {
        Description = "Settings file (default: appsettings.json in the current folder, else built-in)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer as one JSON document, or as JSON lines where it streams",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All => [Data, Settings, Json];
}
