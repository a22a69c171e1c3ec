namespace Connector.Host.Operations;

/// <summary>A host on this machine, and how it is spoken to.</summary>
internal static class LocalHost
{
    /// <summary>A certificate is made for the outside name; who answers on this machine is said by what only the owner writes.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5359", Justification = "The address is on this machine, told by the host itself; the certificate is made for another name.")]
    public static HttpClient Client(TimeSpan longest) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { Timeout = longest };

    /// <summary>A host that listens on all addresses is spoken to over loopback.</summary>
    public static Uri Address(string address)
    {
        var uri = new UriBuilder(address);
        if (uri.Host is "0.0.0.0") uri.Host = "127.0.0.1";
        if (uri.Host is "[::]" or "::") uri.Host = "[::1]";
        return uri.Uri;
    }

    public static bool Runs(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
