using System.CommandLine;

namespace Connector.Host.Cli.Running;

/// <summary>What a command does when it is called.</summary>
internal delegate Task<int> CommandAction(Invocation invocation, CancellationToken cancellation);

internal static class CommandActions
{
    /// <summary>Gives the command its action. The surroundings come with the call, so that the tree itself is the same everywhere.</summary>
    public static Command Does(this Command command, CommandAction action)
    {
        command.SetAction((parsed, cancellation) =>
            action(new Invocation(parsed, ((CallConfiguration)parsed.InvocationConfiguration).Around), cancellation));
        return command;
    }

    public static Command With(this Command command, params IEnumerable<Symbol> parts)
    {
        foreach (var part in parts)
            switch (part)
            {
                case Command c: command.Add(c); break;
                case Option o: command.Add(o); break;
                case Argument a: command.Add(a); break;
            }
        return command;
    }
}

/// <summary>Carries the surroundings to the action.</summary>
internal sealed class CallConfiguration : InvocationConfiguration
{
    public required Surroundings Around { get; init; }
}
