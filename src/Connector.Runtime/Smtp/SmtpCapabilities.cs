using System.Collections.Frozen;

namespace Connector.Runtime.Smtp;

/// <summary>What the server said it can do.</summary>
internal sealed class SmtpCapabilities(IEnumerable<string> lines)
{
    public static readonly SmtpCapabilities None = new([]);

    private readonly FrozenDictionary<string, string[]> words = lines
        .Select(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(parts => parts.Length > 0)
        .GroupBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(parts => parts.Skip(1)).ToArray(), StringComparer.OrdinalIgnoreCase);

    public bool StartTls => words.ContainsKey("STARTTLS");

    public bool EightBit => words.ContainsKey("8BITMIME");

    public bool Utf8 => words.ContainsKey("SMTPUTF8");

    public bool Size => words.ContainsKey("SIZE");

    /// <summary>The largest mail it takes; null when it does not say.</summary>
    public long? Limit => words.TryGetValue("SIZE", out var values) && values.Length > 0 && long.TryParse(values[0], out var limit) && limit > 0 ? limit : null;

    public bool CanLogin(string mechanism) => words.TryGetValue("AUTH", out var mechanisms) && mechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
