namespace Connector.Runtime.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Never encrypted. For a relay on this machine.</summary>
    None,

    /// <summary>Encrypted whenever the server offers it; if encryption then fails, so does the sending.</summary>
    StartTls,

    /// <summary>Not sent unless the server offers encryption.</summary>
    StartTlsRequired,

    /// <summary>Encrypted from the first byte (usually port 465).</summary>
    Tls,
}
