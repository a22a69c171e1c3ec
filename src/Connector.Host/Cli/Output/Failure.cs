using Connector.Host.Api.Problems;
using Connector.Host.Cli.Running;
using Connector.Host.Json;
using Connector.Host.Operations;
using Connector.Runtime.Clock;
using Connector.Storage;

namespace Connector.Host.Cli.Output;

/// <summary>Tells a failure in one line on stderr (with --json as one document on stdout) and says what the exit code is.</summary>
internal sealed class Failure(Surroundings around, bool json)
{
    public int Tell(Exception failure)
    {
        if (failure is OperationCanceledException) return Interrupted();
        if (failure is WrongSettingsException settings) return Tell(settings);
        if (json) around.Out.WriteLine(ConnectorJson.Document(new { error = failure.Message, exitCode = CodeOf(failure) }));
        around.Error.WriteLine($"connector: {Words(failure)}");
        return CodeOf(failure);
    }

    private int Interrupted()
    {
        around.Error.WriteLine("connector: interrupted");
        return ExitCode.Failed;
    }

    private int Tell(WrongSettingsException settings)
    {
        if (json) around.Out.WriteLine(ConnectorJson.Document(new { error = settings.Message, faults = settings.Faults, exitCode = ExitCode.Wrong }));
        around.Error.WriteLine($"connector: {settings.Message}:");
        foreach (var fault in settings.Faults) around.Error.WriteLine($"  {fault}");
        return ExitCode.Wrong;
    }

    private static int CodeOf(Exception failure) => failure switch
    {
        OperationRefusedException { Rule: var rule } => RuleStatus.Of(rule) >= StatusCodes.Status500InternalServerError ? ExitCode.Failed : ExitCode.Wrong,
        WrongCallException or StoreNotUsableException or ClockRefusedException => ExitCode.Wrong,
        _ => ExitCode.Failed,
    };

    /// <summary>Failures we know speak for themselves; of others the type helps to find the cause.</summary>
    private static string Words(Exception failure) => failure switch
    {
        WrongCallException or CommandFailedException or OperationRefusedException or StoreException or ClockRefusedException or IOException or UnauthorizedAccessException => failure.Message,
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
