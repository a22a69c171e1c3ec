namespace Connector.Runtime.Settings.Checks;

/// <summary>Where the API listens: on loopback, or with TLS.</summary>
internal static class ApiChecks
{
    public static IEnumerable<SettingFault> Of(Checked c)
    {
        var api = c.Settings.Api;
        if (!IsWeb(api.Url, out var url) || url.AbsolutePath != "/")
            yield return new("Api:Url", "must be an http or https address without a path", api.Url, "write http://127.0.0.1:8420");
        else if (!url.IsLoopback && (url.Scheme != Uri.UriSchemeHttps || api.Tls is null))
            yield return new("Api:Url", "must be on loopback, or https with Api:Tls", api.Url, "write http://127.0.0.1:8420 and put a proxy in front, or set Api:Tls:Certificate");
        else if (url.Scheme == Uri.UriSchemeHttps && api.Tls is null)
            yield return new("Api:Url", "https needs Api:Tls", api.Url, "set Api:Tls:Certificate");
        if (api.PublicUrl is { } outside && !IsWeb(outside, out _))
            yield return new("Api:PublicUrl", "must be an http or https address", outside);
        foreach (var fault in api.Tls is { } tls ? Tls(tls, c) : [])
            yield return fault;
    }

    private static IEnumerable<SettingFault> Tls(TlsSettings tls, Checked c)
    {
        if (!File.Exists(Path.GetFullPath(tls.Certificate, c.Folder)))
            yield return new("Api:Tls:Certificate", "the file does not exist", tls.Certificate);
        if (tls.Key is { } key && !File.Exists(Path.GetFullPath(key, c.Folder)))
            yield return new("Api:Tls:Key", "the file does not exist", key);
        if (tls.Password is { } password && c.Secrets.Resolve(password).Problem is { } problem)
            yield return new("Api:Tls:Password", problem, password);
    }

    private static bool IsWeb(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
