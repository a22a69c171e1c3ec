using System.Text.RegularExpressions;

namespace Connector.Mail.Replies;

/// <summary>What the first prefix of a subject says, in the words mail programs use.</summary>
internal static partial class SubjectPrefix
{
    public static bool IsReply(string subject) => Patterns.Matches(Reply(), subject);

    public static bool IsForward(string subject) => Patterns.Matches(Forward(), subject);

    /// <summary>Finnish for a reply, Danish and Norwegian for a forward.</summary>
    public static bool IsEither(string subject) => Patterns.Matches(Either(), subject);

    private const string Lead = @"^\s*(?:\[[^\]]{1,60}\]\s*)?";

    private const string Counter = @"\s*(?:[\[(^]?\d{1,3}[\])]?)?\s*[:：]";

    [GeneratedRegex(Lead + "(?:re|aw|antw|antwort|sv|odp|vá|ynt|res|rif|r|atb|bls|balas|vast|ats|отв|ответ|відп|απ|απάντηση|r[ée]p|rép|resp|답장|회신|回复|回覆|答复|答覆|返信|תשובה|תגובה|رد|ตอบ|ตอบกลับ|trả lời)" + Counter,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex Reply();

    [GeneratedRegex(Lead + "(?:fwd?|fw|wg|wtr|tr|rv|enc|doorst|dst|vl|vb|vs|vidarebefordrat|i|pd|prz|továbbítás|tovább|továbbítva|ilt|i̇lt|ilet|trs|trus|terusan|пересл|переслано|προωθ|πρθ|σχετ|전달|轉寄|转发|轉發|転送|הועבר|إعادة توجيه|ส่งต่อ|chuyển tiếp|redir|redirect|proslijeđeno|posredovano)" + Counter,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex Forward();

    [GeneratedRegex(Lead + "vs" + Counter, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex Either();
}
