namespace Connector.Runtime.Plugins.Secrets;

/// <summary>Knows every resolved secret, so that no output shows one: run any text through <see cref="Apply"/> before it leaves.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mark = "***";

    /// <summary>So many tokens are remembered: more than can be good at one time.</summary>
    private const int MaxPassing = 64;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _lasting = new(StringComparer.Ordinal);
    private readonly Queue<string> _passing = [];
    private volatile string[] _longestFirst = [];

    /// <summary>Remembers a secret.</summary>
    public void Add(string value) => Remember(() => _lasting.Add(value));

    /// <summary>Remembers a secret that others take the place of (an access token); the oldest ones are forgotten.</summary>
    public void AddPassing(string value) => Remember(() =>
    {
        if (_passing.Contains(value)) return false;
        _passing.Enqueue(value);
        if (_passing.Count > MaxPassing) _passing.Dequeue();
        return true;
    });

    /// <summary>The text with each secret replaced. Longest first, so that a secret inside another leaves no tail.</summary>
    public string Apply(string text)
    {
        foreach (var value in _longestFirst)
            text = text.Replace(value, Mark, StringComparison.Ordinal);
        return text;
    }

    private void Remember(Func<bool> add)
    {
        lock (_lock)
            if (add()) _longestFirst = [.. _lasting.Union(_passing).OrderByDescending(v => v.Length)];
    }
}
