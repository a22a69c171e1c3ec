using System.ComponentModel.DataAnnotations;
using Connector.Contracts;
using Connector.Runtime.Smtp;

namespace Connector.Runtime.Settings;

public sealed record MailSettings
{
    /// <summary>A larger mail goes to quarantine as <c>TooLarge</c>.</summary>
    public ByteSize Limit { get; init; } = ByteSize.Megabytes(25);

    /// <summary>Names of servers whose Authentication-Results count.</summary>
    public IReadOnlyList<string> TrustedAuthServers { get; init; } = [];
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>Folder for outgoing mail when there is no SMTP server, inside the data folder.</summary>
    public string Pickup { get; init; } = "outgoing";
}

public sealed record SmtpSettings
{
    /// <summary>Null: outgoing mail is written to the pickup folder.</summary>
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Null: no login.</summary>
    public string? User { get; init; }

    [Secret]
    public string? Password { get; init; } = "secret:env:SMTP_PASSWORD";

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>How long one step may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How we introduce ourselves; null: this machine's name.</summary>
    public string? HelloName { get; init; }

    /// <summary>SHA-256 thumbprints of certificates taken although no authority vouches for them.</summary>
    public IReadOnlyList<string> TrustedCertificateThumbprints { get; init; } = [];
}
