using System.Text.RegularExpressions;

namespace Connector.Engine.Threads;

/// <summary>A subject without reply and forward prefixes of any language and without our token, for comparing and for answering.</summary>
public static partial class BareSubject
{
    private const string Replies = "re|aw|sv|vs|ant|antw|antwort|odp|vá|res|resp|r[eé]p|rif|r|ynt|bls|balas|vast|ats|atb|отв|ответ|відп|απ|απάντηση|답장|회신|回复|回覆|答复|答覆|返信|ref|fs|תשובה|رد";
    private const string Forwards = "fw|fwd|wg|tr|rv|enc|i|vb|vl|vs|doorst|wtr|pd|prz|továbbítás|ilt|i̇lt|trs|пересл|προωθ|πρθ|전달|转发|轉寄|轉發|転送";
    private const string Counter = @"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\*\d{1,3}|\^\d{1,3})?\s*[:：]\s*";

    /// <summary>What gateways write in front of mail from outside.</summary>
    private const string Outside = @"(?:\[(?:ext|external|extern|externe|externo|esterno)\]\s*)";

    [GeneratedRegex(@"^\s*(?:" + Outside + "|(?:" + Replies + "|" + Forwards + ")" + Counter + ")+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"\s*\[[A-Z0-9]{12}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    public static string Of(string subject)
    {
        var bare = Prefixes().Replace(subject, "").Trim();
        foreach (Match token in Token().Matches(bare))
            if (ThreadIds.IsWellFormed(token.ValueSpan.Trim()[1..^1]))
                bare = bare.Replace(token.Value, "");
        return bare.Trim();
    }

    /// <summary>The subject of an answer: one <c>Re:</c>, and the token once when it stands in the subject.</summary>
    public static string Answer(string subject, string? token)
    {
        var bare = Of(subject);
        if (token is not null) bare = bare.Replace($"[{token}]", "", StringComparison.OrdinalIgnoreCase).Trim();
        return token is null ? $"Re: {bare}" : $"Re: {bare} [{token}]";
    }
}
