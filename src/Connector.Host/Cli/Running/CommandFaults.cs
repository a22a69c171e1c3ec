using Connector.Runtime.Settings;

namespace Connector.Host.Cli.Running;

/// <summary>The caller gave a wrong path, option or id; the message names what, where and what is allowed.</summary>
internal sealed class WrongCallException(string message) : Exception(message);

/// <summary>It was asked for rightly and did not succeed.</summary>
internal sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The settings have faults: all of them.</summary>
internal sealed class WrongSettingsException(IReadOnlyList<SettingFault> faults, string? file) : Exception(file is null ? "the settings have faults" : $"the settings in {file} have faults")
{
    public IReadOnlyList<SettingFault> Faults { get; } = faults;
}
