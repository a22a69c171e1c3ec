using System.Collections;
using System.Text;

namespace Connector.Host.Cli.Running;

/// <summary>The world a command runs in: its streams, folder, environment and time. Tests give their own.</summary>
internal sealed record Surroundings
{
    public required TextWriter Out { get; init; }

    /// <summary>Progress and notes; never part of the answer.</summary>
    public required TextWriter Error { get; init; }
    public required Func<Stream> In { get; init; }

    /// <summary>Whether answers go to a terminal: colours, borders.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether notes go to a terminal: progress.</summary>
    public bool ErrorIsTerminal { get; init; }
    public required string Folder { get; init; }
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Surroundings OfProcess() => new()
    {
        Out = Writer(Console.OpenStandardOutput()),
        Error = Writer(Console.OpenStandardError()),
        In = Console.OpenStandardInput,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Folder = Directory.GetCurrentDirectory(),
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
    };

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
}
