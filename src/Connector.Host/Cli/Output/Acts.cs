using Connector.Host.Operations;

namespace Connector.Host.Cli.Output;

/// <summary>How acts of an administrator are told.</summary>
internal static class Acts
{
    public static void Write(IReadOnlyList<OperationResult> results, Printer print)
    {
        foreach (var result in results) Write(result, print);
    }

    public static void Write(OperationResult result, Printer print) =>
        print.Text(result switch
        {
            { Refused: { } why } => $"{result.Id}: {result.Done} refused, {why}",
            { Nothing: { } why } => $"{result.Id}: nothing to {result.Done}, {why}",
            _ => $"{result.Id}: {result.Done} done",
        });
}
