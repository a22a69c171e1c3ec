using Connector.Runtime.Plugins.Secrets;

namespace Connector.Runtime.Settings.Checks;

/// <summary>What the checks look at: settings of the right shape, and where their paths and secrets lead.</summary>
internal sealed record Checked(ConnectorSettings Settings, DataFolder Data, ISecretResolver Secrets, string Folder);

/// <summary>Everything that only shows when settings are seen together.</summary>
internal static class SettingsChecks
{
    public static void Run(Checked settings, List<SettingFault> faults)
    {
        // A setting whose shape is already wrong stands at its default here: its own fault is enough.
        var told = faults.Select(f => f.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        faults.AddRange(All(settings).Where(f => !told.Contains(f.Key)));
    }

    private static IEnumerable<SettingFault> All(Checked settings) =>
    [
        .. StoreChecks.Of(settings),
        .. ApiChecks.Of(settings),
        .. ChannelChecks.Of(settings.Settings),
        .. RouteChecks.Of(settings.Settings),
        .. FolderChecks.Of(settings),
        .. MailChecks.Of(settings),
        .. RuleChecks.Of(settings.Settings),
    ];
}
