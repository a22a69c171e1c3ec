using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Faults of the options that annotations cannot tell.</summary>
internal static class GenesysCloudOptionsRules
{
    private const string VendorsOwnProvider = "PureCloud Email";

    public static IEnumerable<OptionFault> Check(GenesysCloudOptions options) =>
    [
        .. Domain(options.Domain),
        .. Url(options.ApiUrl, nameof(options.ApiUrl)),
        .. Url(options.LoginUrl, nameof(options.LoginUrl)),
        .. Provider(options.Provider),
        .. Names(options.Queues, nameof(options.Queues)),
        .. Names(options.TimeoutCodes, nameof(options.TimeoutCodes)),
        .. options.Division is { Length: > 0 } division && string.IsNullOrWhiteSpace(division) ? [new OptionFault(nameof(options.Division), "must not be blank")] : Array.Empty<OptionFault>(),
    ];

    public static Uri Api(GenesysCloudOptions options) => new(options.ApiUrl ?? $"https://api.{options.Domain}");

    public static Uri Login(GenesysCloudOptions options) => new(options.LoginUrl ?? $"https://login.{options.Domain}");

    private static IEnumerable<OptionFault> Domain(string domain)
    {
        if (domain.Length > 0 && (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.')))
            yield return new(nameof(GenesysCloudOptions.Domain), $"'{domain}' is not a domain", "the region's domain alone, as in mypurecloud.de");
    }

    private static IEnumerable<OptionFault> Url(string? text, string path)
    {
        if (text is null) yield break;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return new(path, "is not an http(s) address", "https://host");
        else if (url.AbsolutePath != "/" || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            yield return new(path, "must hold a host alone", "https://host, without path, query or user");
        else if (url.Scheme == "http" && !url.IsLoopback)
            yield return new(path, "must be https", "plain http is for stubs on loopback");
    }

    private static IEnumerable<OptionFault> Provider(string provider)
    {
        if (provider.Equals(VendorsOwnProvider, StringComparison.OrdinalIgnoreCase))
            yield return new(nameof(GenesysCloudOptions.Provider), $"'{provider}' is the vendor's own", "any other name");
    }

    private static IEnumerable<OptionFault> Names(IList<string> names, string path) => names.SelectMany((name, i) => Name(names, name, i, $"{path}:{i}"));

    private static IEnumerable<OptionFault> Name(IList<string> names, string name, int index, string path)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new(path, "must not be empty");
        else if (names.Take(index).Contains(name, StringComparer.OrdinalIgnoreCase)) yield return new(path, $"'{name}' is named twice");
    }
}
