using System.Net.Mail;

namespace Connector.Engine.Settings;

/// <summary>Reads and checks the rules of notifications.</summary>
public static class NotificationRules
{
    public const string Requester = nameof(Requester);
    public const string RequesterAndCcs = nameof(RequesterAndCcs);
    public const string Followers = nameof(Followers);
    public const string Owner = nameof(Owner);
    public const string Assignee = nameof(Assignee);

    public static readonly IReadOnlyList<string> Roles = [Requester, RequesterAndCcs, Followers, Owner, Assignee];

    /// <summary>Whether a role is told; of a public message requester and CCs are, unless a rule speaks of either.</summary>
    public static bool Tells(this Rules rules, NotificationOn on, string role) => role switch
    {
        Followers => true,
        Requester or RequesterAndCcs when on == NotificationOn.InternalNote => false,
        RequesterAndCcs when on == NotificationOn.PublicMessage => Names(rules, on, RequesterAndCcs) || !Names(rules, on, Requester),
        Requester => on == NotificationOn.PublicMessage || Names(rules, on, Requester) || Names(rules, on, RequesterAndCcs),
        _ => Names(rules, on, role),
    };

    /// <summary>Addresses named by themselves.</summary>
    public static IEnumerable<string> Addresses(this Rules rules, NotificationOn on) =>
        rules.Notifications.Where(r => r.On == on).SelectMany(r => r.To).Where(t => t.Contains('@')).Select(t => t.ToLowerInvariant()).Distinct(StringComparer.Ordinal);

    /// <summary>What an update says to customers; null: they are not told of it.</summary>
    public static string? UpdateText(this Rules rules) =>
        rules.Notifications.FirstOrDefault(r => r.On == NotificationOn.Update && r.To.Any(IsCustomers)) is { Template: { } key } ? rules.Templates.GetValueOrDefault(key) : null;

    /// <summary>Rules that refer to what is not there, or say what may not be.</summary>
    /// <param name="rules">With the templates they name.</param>
    /// <param name="isOurs">Whether an address is one of our people's; null: that is not known here.</param>
    public static IEnumerable<(string Key, string Problem, string Value)> NotificationFaults(this Rules rules, Func<string, bool>? isOurs = null) =>
        rules.Notifications.SelectMany((rule, n) => Faults(rule, $"{nameof(Rules.Notifications)}:{n}", rules, isOurs));

    private static IEnumerable<(string Key, string Problem, string Value)> Faults(NotificationRule rule, string key, Rules rules, Func<string, bool>? isOurs)
    {
        if (rule.To.Count == 0) yield return ($"{key}:To", "must name somebody", "");
        foreach (var (to, n) in rule.To.Select((t, n) => (t, n)))
        {
            if (Problem(rule, to, isOurs) is { } problem) yield return ($"{key}:To:{n}", problem, to);
        }
        if (rule.Template is { } template && !rules.Templates.ContainsKey(template)) yield return ($"{key}:Template", "there is no such template", template);
        if (rule is { On: NotificationOn.Update, Template: null } && rule.To.Any(IsCustomers)) yield return ($"{key}:Template", "customers need a template to read", "");
    }

    private static string? Problem(NotificationRule rule, string to, Func<string, bool>? isOurs)
    {
        if (rule.On == NotificationOn.InternalNote && IsCustomers(to)) return "customers are never told of an internal note";
        if (Roles.Contains(to, StringComparer.OrdinalIgnoreCase)) return null;
        if (!MailAddress.TryCreate(to, out var parsed) || parsed.Address != to) return $"must be one of {string.Join(", ", Roles)}, or an address";
        return isOurs is null || isOurs(to.ToLowerInvariant()) ? null : "nobody of ours has this address";
    }

    private static bool IsCustomers(string to) => to.Equals(Requester, StringComparison.OrdinalIgnoreCase) || to.Equals(RequesterAndCcs, StringComparison.OrdinalIgnoreCase);

    private static bool Names(Rules rules, NotificationOn on, string role) =>
        rules.Notifications.Any(r => r.On == on && r.To.Contains(role, StringComparer.OrdinalIgnoreCase));
}
