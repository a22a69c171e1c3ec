using System.Text.RegularExpressions;
using Connector.Engine.Settings;

namespace Connector.Runtime.Settings.Checks;

/// <summary>Rules as a whole, and as each channel sees them.</summary>
internal static partial class RuleChecks
{
    public static IEnumerable<SettingFault> Of(ConnectorSettings settings)
    {
        var shared = Faults(settings.Rules).ToHashSet();
        return
        [
            .. shared.Select(f => f.At("Rules")),
            .. settings.Channels.SelectMany(c => Faults(c.Value.Rules).Where(f => !shared.Contains(f)).Select(f => f.At($"Channels:{c.Key}:Rules"))),
        ];
    }

    private static IEnumerable<RuleFault> Faults(Rules rules)
    {
        foreach (var (key, problem, value) in rules.Faults())
            yield return new(key, problem, Readable(value), key == nameof(Rules.ReminderPeriod) ? "leave it out for no reminders" : null);
        if (!Code().IsMatch(rules.DefaultWrapUpCode))
            yield return new(nameof(Rules.DefaultWrapUpCode), "must be the key of a code: lower case letters, digits and '_'", rules.DefaultWrapUpCode, "codes list shows those there are");
        else if (rules.DefaultWrapUpCode is BuiltInCodes.TaskCreated or BuiltInCodes.CustomerInactivity)
            yield return new(nameof(Rules.DefaultWrapUpCode), "this code is only given by the system", rules.DefaultWrapUpCode, $"write {BuiltInCodes.IssueResolved}");
        foreach (var entry in rules.NeverCc.Where(e => !IsNeverCc(e)))
            yield return new(nameof(Rules.NeverCc), "must be addresses (a@example.com), domains (@example.com) or sub-domains (*.example.com)", entry);
    }

    private static bool IsNeverCc(string entry) => entry switch
    {
        ['@', .. var domain] => Uri.CheckHostName(domain) == UriHostNameType.Dns,
        ['*', '.', .. var domain] => Uri.CheckHostName(domain) == UriHostNameType.Dns,
        _ => ChannelChecks.IsAddress(entry) && !entry.Contains('*', StringComparison.Ordinal),
    };

    private static string Readable(string value) => TimeSpan.TryParse(value, out var period) ? Period.Format(period) : value;

    private sealed record RuleFault(string Key, string Problem, string Value, string? Hint = null)
    {
        public SettingFault At(string section) => new($"{section}:{Key}", Problem, Value, Hint);
    }

    [GeneratedRegex("^[a-z0-9_]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
