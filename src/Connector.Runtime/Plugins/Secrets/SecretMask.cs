using System.Collections.Immutable;

namespace Connector.Runtime.Plugins.Secrets;

/// <summary>Knows every resolved secret, so that no output shows one: run any text through <see cref="Apply"/> before it leaves.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mark = "***";

    private ImmutableSortedSet<string> _values = ImmutableSortedSet.Create<string>(LongestFirst.Instance);

    /// <summary>Remembers a secret.</summary>
    public void Add(string value) => ImmutableInterlocked.Update(ref _values, (set, v) => set.Add(v), value);

    /// <summary>The text with each secret replaced. Longest first, so that a secret inside another leaves no tail.</summary>
    public string Apply(string text)
    {
        foreach (var value in _values)
            text = text.Replace(value, Mark, StringComparison.Ordinal);
        return text;
    }

    private sealed class LongestFirst : IComparer<string>
    {
        public static readonly LongestFirst Instance = new();

        public int Compare(string? x, string? y) =>
            y!.Length != x!.Length ? y.Length.CompareTo(x.Length) : string.CompareOrdinal(x, y);
    }
}
