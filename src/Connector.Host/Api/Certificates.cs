using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Connector.Host.Cli.Running;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings;

namespace Connector.Host.Api;

/// <summary>The certificate of <c>Api:Tls</c>.</summary>
internal static class Certificates
{
    public static X509Certificate2 Load(TlsSettings tls, ConnectorApp app)
    {
        var file = Path.GetFullPath(tls.Certificate, app.Loaded.Folder);
        var password = tls.Password is null ? null : app.Secrets.Resolve(tls.Password).Value;
        try
        {
            if (Path.GetExtension(file).Equals(".pfx", StringComparison.OrdinalIgnoreCase)) return X509CertificateLoader.LoadPkcs12FromFile(file, password);
            var key = tls.Key is null ? null : Path.GetFullPath(tls.Key, app.Loaded.Folder);
            return password is null ? X509Certificate2.CreateFromPemFile(file, key) : X509Certificate2.CreateFromEncryptedPemFile(file, password, key);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Api:Tls:Certificate: {file} cannot be used: {e.Message}", e);
        }
    }
}
