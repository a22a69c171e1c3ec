using System.Text;

namespace Connector.Engine.Participants;

/// <summary>What one Authentication-Results field (RFC 8601) says of DMARC. Read strictly: senders choose what stands in quotes and comments, so nothing there is a result,
/// and what is not of the form says nothing.</summary>
/// <param name="Server">Who checked.</param>
/// <param name="Dmarc">The result (<c>pass</c>, <c>fail</c>, <c>none</c> …); null when the field tells none.</param>
/// <param name="From">The domain it is about.</param>
public sealed record AuthenticationResults(string Server, string? Dmarc, string? From)
{
    private const string DmarcResult = "dmarc=";
    private const string FromDomain = "header.from=";

    public static AuthenticationResults? Read(string field)
    {
        if (Bare(field) is not { } bare) return null;
        var parts = bare.Split(';').Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (parts[0].Length == 0) return null;
        var results = parts.Skip(1).Where(p => p.Length > 0 && p[0].StartsWith(DmarcResult, StringComparison.OrdinalIgnoreCase)).ToList();
        if (results.Count == 0) return new(parts[0][0], null, null);
        if (results.Count > 1) return new(parts[0][0], "unclear", null);
        var from = results[0].Where(w => w.StartsWith(FromDomain, StringComparison.OrdinalIgnoreCase)).ToList();
        return new(parts[0][0], results[0][0][DmarcResult.Length..].ToLowerInvariant(), from.Count == 1 ? from[0][FromDomain.Length..].Split('@')[^1] : null);
    }

    /// <summary>Without comments and quotes; separators that were quoted are none; no blanks around <c>=</c>. Null when a comment or quote does not end.</summary>
    private static string? Bare(string field)
    {
        var kept = new StringBuilder(field.Length);
        var (depth, quoted) = (0, false);
        for (var i = 0; i < field.Length; i++)
        {
            var c = field[i];
            if (c == '\\' && (quoted || depth > 0)) i++;
            else if (c == '"' && depth == 0) quoted = !quoted;
            else if (c == '(' && !quoted) depth++;
            else if (c == ')' && depth > 0 && --depth == 0) Keep(kept, ' ', quoted: false);
            else if (depth == 0) Keep(kept, c, quoted);
        }
        return depth > 0 || quoted ? null : kept.ToString();
    }

    private static void Keep(StringBuilder kept, char c, bool quoted)
    {
        var blank = char.IsWhiteSpace(c);
        if (quoted) kept.Append(blank || c is ';' or '=' ? '_' : c);
        else if (!blank) kept.Append(c);
        else if (kept is not [.., '=' or ' ']) kept.Append(' ');
        if (!quoted && c == '=' && kept is [.., ' ', '=']) kept.Remove(kept.Length - 2, 1);
    }
}
