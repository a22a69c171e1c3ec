using System.Net.Mail;
using System.Text.RegularExpressions;
using Connector.Contracts;

namespace Connector.Runtime.Settings.Checks;

/// <summary>Ids and addresses of channels.</summary>
internal static partial class ChannelChecks
{
    public static IEnumerable<SettingFault> Of(ConnectorSettings settings) =>
    [
        .. settings.Channels.SelectMany(c => Channel($"Channels:{c.Key}", c.Key, c.Value)),
        .. Shared(settings),
    ];

    /// <summary>A bare mailbox, as it stands in a channel: no name, no tag.</summary>
    public static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text.Trim() && address.DisplayName.Length == 0;

    private static IEnumerable<SettingFault> Channel(string key, string id, ChannelSettings channel)
    {
        if (!Id().IsMatch(id))
            yield return new(key, "an id is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit", id);
        foreach (var (address, i) in channel.Addresses.Select((a, i) => (a, i)))
        {
            if (!IsAddress(address)) yield return new($"{key}:Addresses:{i}", "must be an email address", address);
            else if (address.IndexOf('+') is > 0 and var plus && plus < address.LastIndexOf('@'))
                yield return new($"{key}:Addresses:{i}", "must be without +tag: all tags of an address are ours too", address);
        }
        if (string.IsNullOrWhiteSpace(channel.MailboxGroup))
            yield return new($"{key}:MailboxGroup", "must be a name", channel.MailboxGroup);
        foreach (var fault in channel.Type == ChannelType.Email ? Email(key, channel) : Other(key, channel))
            yield return fault;
    }

    private static IEnumerable<SettingFault> Email(string key, ChannelSettings channel)
    {
        if (!MailAddress.TryCreate(channel.From, out var from))
            yield return new($"{key}:From", "must be a sender", channel.From, "write Support <support@example.org>");
        else if (channel.Addresses.Count > 0 && !channel.Addresses.Contains(from.Address, StringComparer.OrdinalIgnoreCase))
            yield return new($"{key}:From", "must be one of the channel's addresses", channel.From, $"known here: {string.Join(", ", channel.Addresses)}");
    }

    private static IEnumerable<SettingFault> Other(string key, ChannelSettings channel)
    {
        if (channel.Intake.Drop is { } drop) yield return new($"{key}:Intake:Drop", "only an email channel takes mail", drop);
        if (channel.Intake.Maildir is { } maildir) yield return new($"{key}:Intake:Maildir", "only an email channel takes mail", maildir);
    }

    private static IEnumerable<SettingFault> Shared(ConnectorSettings settings) =>
        settings.Channels.SelectMany(c => c.Value.Addresses.Select((a, i) => (Channel: c.Key, Address: a, Index: i)))
            .GroupBy(a => a.Address.Trim(), StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(1).Select(a => new SettingFault(
                $"Channels:{a.Channel}:Addresses:{a.Index}", $"is already an address of channel '{same.First().Channel}'", a.Address)));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex Id();
}
