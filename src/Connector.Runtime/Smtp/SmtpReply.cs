using System.Text.RegularExpressions;

namespace Connector.Runtime.Smtp;

/// <summary>An answer of the server. <paramref name="Text"/> may name people: for the mail's own record, not for logs.</summary>
public sealed partial record SmtpReply(int Code, string? EnhancedStatus, string Text)
{
    private const int LongestText = 500;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>Code and enhanced status, without the text.</summary>
    public string Status => EnhancedStatus is null ? $"{Code}" : $"{Code} {EnhancedStatus}";

    /// <summary>An answer we give ourselves, because the server's is known beforehand.</summary>
    internal static SmtpReply Own(int code, string status, string text) => new(code, status, text);

    internal static SmtpReply Of(int code, IEnumerable<string> lines)
    {
        var texts = lines.ToList();
        var status = texts.Select(t => Enhanced().Match(t)).FirstOrDefault(m => m.Success)?.Groups[1].Value;
        var text = string.Join(' ', texts.Select(t => Enhanced().Replace(t, "").Trim()));
        return new SmtpReply(code, status, text.Length <= LongestText ? text : text[..LongestText]);
    }

    [GeneratedRegex(@"^([245]\.\d{1,3}\.\d{1,3})(?= |$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Enhanced();
}
