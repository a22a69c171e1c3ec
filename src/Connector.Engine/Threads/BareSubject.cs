using System.Text.RegularExpressions;

namespace Connector.Engine.Threads;

/// <summary>A subject without reply and forward prefixes of any language and without our token, for comparing and for answering.</summary>
public static partial class BareSubject
{
    [GeneratedRegex(@"^\s*(?:(?:re|aw|sv|vs|ant|antw|odp|res|rif|r|tr|fw|fwd|wg|rv|enc|i|vb|doorst|ynt|ilt|bls|fs|ref|回复|答复|转发|回覆|返信)(?:\[\d{1,3}\]|\(\d{1,3}\)|\*\d{1,3})?\s*[:：]\s*)+", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"\s*\[[A-Z0-9]{12}\]", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\s*(?:fw|fwd|wg|tr|rv|enc|i|vb|doorst|vs|ilt|转发)(?:\[\d{1,3}\])?\s*[:：]", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Forward();

    public static string Of(string subject)
    {
        var bare = Prefixes().Replace(subject, "").Trim();
        foreach (Match token in Token().Matches(bare))
            if (ThreadIds.IsWellFormed(token.ValueSpan.Trim()[1..^1]))
                bare = bare.Replace(token.Value, "");
        return bare.Trim();
    }

    /// <summary>Whether the subject says that the mail is passed on rather than answered.</summary>
    public static bool IsForward(string subject) => Forward().IsMatch(subject);

    /// <summary>The subject of an answer: one <c>Re:</c>, and the token once when it stands in the subject.</summary>
    public static string Answer(string subject, string? token)
    {
        var bare = Of(subject);
        if (token is not null) bare = bare.Replace($"[{token}]", "", StringComparison.OrdinalIgnoreCase).Trim();
        return token is null ? $"Re: {bare}" : $"Re: {bare} [{token}]";
    }
}
