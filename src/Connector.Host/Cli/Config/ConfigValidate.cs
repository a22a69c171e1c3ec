using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Connector.Runtime.Settings.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Host.Cli.Config;

/// <summary>Every fault at once: key, limit, value, hint. The options of plugin instances are checked too; nothing is started.</summary>
internal static class ConfigValidate
{
    private static readonly Argument<string?> File = new("FILE") { Description = "Settings file to check", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Command("validate", "Tell every fault of the settings at once (exit 2 if there is one)")
        .With(File)
        .Does((call, _) => Task.FromResult(Run(call)));

    private static int Run(Invocation call)
    {
        var loaded = call.Load(call.Get(File));
        IReadOnlyList<SettingFault> faults = [.. loaded.Faults, .. InstanceFaults(loaded, call).Except(loaded.Faults)];
        call.Print.Answer(new Validation(faults.Count == 0, loaded.File, faults), Write);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Wrong;
    }

    private static IEnumerable<SettingFault> InstanceFaults(LoadedSettings loaded, Invocation call)
    {
        if (loaded.Settings is null && loaded.Faults.Any(f => f.Key.StartsWith("--", StringComparison.Ordinal))) return [];
        var configuration = loaded.ToConfiguration();
        var catalog = PluginCatalog.Load(configuration, NullLogger<PluginCatalog>.Instance);
        return PluginInstances.Faults(catalog, configuration, new SecretResolver(new SecretMask(), loaded.SecretFolder, call.Around.Environment.GetValueOrDefault));
    }

    private static void Write(Validation result, Printer print)
    {
        var place = result.File ?? "the built-in settings";
        if (result.Valid) print.Text($"{place}: no faults");
        else print.Text($"{place}: {result.Faults.Count} {(result.Faults.Count == 1 ? "fault" : "faults")}");
        foreach (var fault in result.Faults) print.Text($"  {fault}");
    }

    internal sealed record Validation(bool Valid, string? File, IReadOnlyList<SettingFault> Faults);
}
