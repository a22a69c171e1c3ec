namespace Connector.Mail.Classifying;

/// <summary>A post through a list is a person's mail that gets no automatic answers.</summary>
internal static class ListHeaders
{
    private static readonly string[] Names =
    [
        "List-Id", "List-Post", "List-Unsubscribe", "List-Help", "List-Subscribe", "List-Archive", "List-Owner", "Mailing-List", "X-Mailing-List", "X-BeenThere", "X-Mailman-Version",
        "X-List", "X-Listname", "X-Listar-Version", "X-Ecartis-Version", "X-Sympa-To", "X-ML-Name", "X-MLServer",
    ];

    private static readonly string[] Ends = ["-owner", "-bounces", "-bounce", "-request", "-admin", "-errors"];

    public static Classification? Find(MailMessage m) =>
        Names.FirstOrDefault(m.Headers.Has) is { } name ? new(MailClass.List, $"{name} is present") : Desk(m);

    // Old list programs add no header of their own: they send as "owner-LIST" or "LIST-bounces" what is addressed to LIST.
    private static Classification? Desk(MailMessage m)
    {
        if (new[] { m.Sender?.Address, m.Headers.Last("Return-Path")?.Trim(' ', '<', '>') }.FirstOrDefault(address => address is not null && ListOf(address) is { } list && IsAddressed(m, list)) is not { } desk) return null;
        return new(MailClass.List, $"sent by {desk}, the desk of the list it is addressed to");
    }

    private static bool IsAddressed(MailMessage m, string list) =>
        m.To.Concat(m.Cc).Concat(m.ReplyTo).Any(a => a.Address.Equals(list, StringComparison.OrdinalIgnoreCase));

    private static string? ListOf(string address)
    {
        if (address.LastIndexOf('@') is not (> 0 and var at)) return null;
        var (name, host) = (address[..at], address[at..]);
        if (name.StartsWith("owner-", StringComparison.OrdinalIgnoreCase)) return name["owner-".Length..] + host;
        return Ends.FirstOrDefault(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } found ? name[..^found.Length] + host : null;
    }
}
