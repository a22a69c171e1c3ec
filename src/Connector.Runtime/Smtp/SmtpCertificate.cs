using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connector.Runtime.Smtp;

/// <summary>Which certificates of a mail server are taken: those an authority vouches for, and those named in the settings.</summary>
internal static class SmtpCertificate
{
    public static SslClientAuthenticationOptions Authentication(SmtpOptions options) => new()
    {
        TargetHost = options.Host,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || (certificate is not null && IsTrusted(certificate, options.TrustedCertificateThumbprints)),
    };

    private static bool IsTrusted(X509Certificate certificate, IEnumerable<string> thumbprints)
    {
        var actual = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        return thumbprints.Any(t => t.Replace(":", "", StringComparison.Ordinal).Equals(actual, StringComparison.OrdinalIgnoreCase));
    }
}
