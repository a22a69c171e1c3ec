namespace Connector.Mail.Classifying;

internal static class HeaderWord
{
    /// <summary>The first keyword of a value, lower case, without comments and parameters: <c>(by cron) Auto-Replied; x=y</c> says <c>auto-replied</c>.</summary>
    public static string First(string value)
    {
        var depth = 0;
        var start = -1;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '(') depth++;
            var ends = depth > 0 || char.IsWhiteSpace(c) || c is ';' or ',' or ')' or '"';
            if (c == ')' && depth > 0) depth--;
            if (start >= 0 && ends) return value[start..i].ToLowerInvariant();
            if (start < 0 && c is ';' && depth == 0) return "";
            if (start < 0 && !ends) start = i;
        }
        return start < 0 ? "" : value[start..].ToLowerInvariant();
    }

    /// <summary>A header that is there and does not say no.</summary>
    public static bool IsSet(MailMessage m, string name) =>
        m.Headers.Last(name) is { } value && First(value) is not ("no" or "false" or "0" or "none");
}
