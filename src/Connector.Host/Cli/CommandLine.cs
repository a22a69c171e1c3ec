using System.CommandLine;
using System.CommandLine.Parsing;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli;

/// <summary>From arguments to exit code: parses, runs, and turns every failure into one clear line.</summary>
internal static class CommandLine
{
    /// <summary>How long a host may take to drain after Ctrl-C.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings around, CancellationToken cancellation)
    {
        var parsed = ConnectorCommand.Create().Parse(args);
        if (parsed.Errors.Count > 0) return Wrong(parsed, around);
        var call = new CallConfiguration
        {
            Around = around,
            Output = around.Out,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Leaving,
        };
        try
        {
            return await parsed.InvokeAsync(call, cancellation);
        }
        catch (Exception e)
        {
            return new Failure(around, parsed.GetValue(GlobalOptions.Json)).Tell(e);
        }
    }

    private static int Wrong(ParseResult parsed, Surroundings around)
    {
        var command = parsed.CommandResult.Command;
        var unmatched = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var message = unmatched is null ? ParseFault.Words(parsed.Errors[0].Message) : Unknown(unmatched, command);
        around.Error.WriteLine($"connector: {message} See 'connector{PathOf(parsed.CommandResult)} --help'.");
        return ExitCode.Wrong;
    }

    private static string Unknown(string written, Command command)
    {
        var option = written.StartsWith('-');
        IEnumerable<string> known = option
            ? command.Options.Concat(GlobalOptions.All).Where(o => !o.Hidden).Select(o => o.Name)
            : command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
        var meant = Meant.Nearest(written, known);
        var choices = string.Join(", ", known.Distinct());
        return $"'{written}' is no {(option ? "option" : "command or argument")} here"
            + (meant is not null ? $"; did you mean '{meant}'?" : choices.Length > 0 ? $"; known are {choices}." : ".");
    }

    private static string PathOf(CommandResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand } command; at = at.Parent) names.Push(command.Command.Name);
        return string.Concat(names.Select(n => " " + n));
    }
}
