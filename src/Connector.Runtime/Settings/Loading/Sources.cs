namespace Connector.Runtime.Settings.Loading;

/// <summary>Which layer a value comes from: kept where a layer put a value, asked for from there upwards.</summary>
internal sealed class Sources
{
    public const string BuiltIn = "built-in";

    private readonly Dictionary<string, string> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string key, string source)
    {
        foreach (var below in _byKey.Keys.Where(k => k.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).ToList())
            _byKey.Remove(below);
        _byKey[key] = source;
    }

    public string Of(string key)
    {
        for (var at = key; at.Length > 0; at = at.LastIndexOf(':') is var cut and > 0 ? at[..cut] : "")
            if (_byKey.TryGetValue(at, out var source)) return source;
        return BuiltIn;
    }
}
