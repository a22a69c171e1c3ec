namespace Connector.Runtime.Settings.Checks;

/// <summary>Size limit and the SMTP server.</summary>
internal static class MailChecks
{
    private static readonly ByteSize Least = new(1 << 10);
    private static readonly ByteSize Most = new(256 << 20);

    public static IEnumerable<SettingFault> Of(Checked c)
    {
        var mail = c.Settings.Mail;
        if (mail.Limit.Bytes < Least.Bytes || mail.Limit.Bytes > Most.Bytes)
            yield return new("Mail:Limit", $"must be from {Least} to {Most}", mail.Limit.ToString());
        foreach (var (server, i) in mail.TrustedAuthServers.Select((s, i) => (s, i)))
            if (Uri.CheckHostName(server) == UriHostNameType.Unknown)
                yield return new($"Mail:TrustedAuthServers:{i}", "must be the name a server gives itself", server);
        if (mail.Smtp.Host is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            yield return new("Mail:Smtp:Host", "must be the name or address of a server", host, "the port stands in Mail:Smtp:Port");
        if (mail.Smtp is not { Host: not null, User: not null } login) yield break;
        if (login.Password is null)
            yield return new("Mail:Smtp:Password", "a user needs a password", Hint: "write secret:env:NAME or secret:file:PATH");
        else if (c.Secrets.Resolve(login.Password).Problem is { } problem)
            yield return new("Mail:Smtp:Password", problem, login.Password);
    }
}
