using System.ComponentModel.DataAnnotations;

namespace Connector.Runtime.Smtp;

/// <summary>Settings <c>Mail:Smtp</c>. Without a host, mail goes to the outgoing folder instead.</summary>
public sealed class SmtpOptions
{
    public const int DefaultPort = 587;

    /// <summary>Name or address of the mail server. Default: none.</summary>
    public string? Host { get; set; }

    /// <summary>Default 587 (submission).</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = DefaultPort;

    /// <summary>Login name. Default: no login.</summary>
    public string? User { get; set; }

    /// <summary>The password itself, after its secret reference was followed.</summary>
    public string? Password { get; set; }

    /// <summary>Default <see cref="SmtpSecurity.StartTls"/>.</summary>
    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>How long each step (connect, one command, one block of data) may take; the answer to the whole mail may take five times as long. Default 1 minute, 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How we introduce ourselves. Default: this machine's full name, else its address.</summary>
    public string? HelloName { get; set; }

    /// <summary>SHA-256 thumbprints (hex, colons allowed) of certificates taken although no authority vouches for them.</summary>
    public IList<string> TrustedCertificateThumbprints { get; } = [];
}
