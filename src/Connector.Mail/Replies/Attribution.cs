using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Mail.Replies;

/// <summary>
/// The line a mail program puts above a quotation: "On [date], [name] wrote:" in any order and many languages, wrapped over up to six lines.
/// No sign alone is enough: it takes two of a verb of writing, a date, an address, a lead-in word and a quotation below.
/// </summary>
internal static partial class Attribution
{
    private const int MaxWrap = 6;

    private const int MaxLength = 400;

    private const int LongestEnd = 40;

    /// <summary>The last line of the attribution that begins at this line, or -1.</summary>
    public static int EndOf(Page page, int start)
    {
        if (!EndsNear(page, start) || !MayBegin(page[start])) return -1;
        var folded = new StringBuilder();
        for (var end = start; end < page.Count && end < start + MaxWrap && !page.IsBlank(end); end++)
        {
            if (end > start && (QuotedLine.Is(page[end]) || page.IsMarkedQuote(end))) return -1;
            folded.Append(folded.Length > 0 ? " " : "").Append(page[end].AsSpan().Trim());
            if (folded.Length > MaxLength) return -1;
            if (page.MayEndAttribution(end) && Is(folded.ToString(), QuoteFollows(page, end))) return BeginsLater(page, start, end) ? -1 : end;
        }
        return -1;
    }

    internal static bool Is(string line, bool quoteFollows)
    {
        var text = string.Concat(line.Where(c => !IsDirection(c))).Trim(' ', '*', '_', '\t', '-', '\u00a0', '|');
        if (text.Length < 5) return false;
        var colon = text[^1] is ':' or '：' or '∶' || line.EndsWith("--", StringComparison.Ordinal);
        var verbLast = Patterns.Matches(VerbAtEnd(), Tail(text));
        var dated = Patterns.Matches(Dated(), text);
        var addressed = Patterns.Matches(Addressed(), text);
        if (verbLast && colon && (dated || addressed)) return true;
        if (verbLast && Patterns.Matches(LeadIn(), text) && dated && (addressed || quoteFollows)) return true;
        if (colon && dated && addressed && text.Length <= 250) return true;
        if (verbLast && line.StartsWith("--", StringComparison.Ordinal) && line.EndsWith("--", StringComparison.Ordinal)) return true;
        if (colon && dated && (Patterns.Matches(VerbThenDate(), text) || (Patterns.Matches(LeadIn(), text) && Patterns.Matches(VerbThenName(), text)))) return true;
        if (colon && quoteFollows && text.Length <= 120) return verbLast || dated || addressed || Patterns.Matches(Quoting(), text);
        return Patterns.Matches(Stamp(), text) || Patterns.Matches(DateThenAddress(), text) && (quoteFollows || text[^1] == '>') || (verbLast && dated && addressed && text.Length <= 250);
    }

    // Marks of writing direction, which Hebrew and Arabic programs put around names.
    private static bool IsDirection(char c) => c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool QuoteFollows(Page page, int line) => page.NextFilled(line) is var next && next < page.Count && (page.IsMarkedQuote(next) || QuotedLine.Is(page[next]));

    // The sentence above may run into the attribution without a blank line.
    private static bool BeginsLater(Page page, int start, int end)
    {
        for (var later = start + 1; later <= end; later++)
        {
            var begins = Patterns.Matches(LeadIn(), page[later]) || (!Patterns.Matches(LeadIn(), page[start]) && !Patterns.Matches(Dated(), page[start]));
            if (begins && MayBegin(page[later]) && Is(Fold(page, later, end), QuoteFollows(page, end))) return true;
        }
        return false;
    }

    private static string Fold(Page page, int start, int end) =>
        string.Join(' ', Enumerable.Range(start, end - start + 1).Select(i => page[i].Trim()));

    private static bool EndsNear(Page page, int start)
    {
        for (var end = start; end < page.Count && end < start + MaxWrap && !page.IsBlank(end); end++)
            if (page.MayEndAttribution(end)) return true;
        return false;
    }

    private static bool MayBegin(string line) =>
        line.Length <= MaxLength && (Patterns.Matches(LeadIn(), line) || Patterns.Matches(Dated(), line) || Patterns.Matches(Addressed(), line) || MayEnd(line));

    internal static bool MayEnd(string line)
    {
        var text = line.AsSpan().Trim(" *_\t\u00a0|\u200e\u200f\u202a\u202b\u202c");
        return !text.IsEmpty && (text[^1] is ':' or '：' or '∶' or '>' or '-' or ')' or '"' || Patterns.Matches(VerbAtEnd(), Tail(text)) || Patterns.Matches(Stamp(), text));
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> text) => text.Length > LongestEnd ? text[^LongestEnd..] : text;

    private const string Verbs =
        "wrote|writes|written|said|says|schrieb|schreibt|geschrieben|a écrit|à écrit|a ecrit|écrivait|écrit|escribió|escribio|escribía|ha escrito|va escriure|ha escrit|escribiu|escreveu|escrito|ha scritto|scrisse|scriveva|scritto"
        + "|schreef|geschreven|skrev|skrev följande|skreiv|skrifaði|kirjoitti|napisał|napisała|napisał\\(a\\)|napisał/a|pisze|napsal|napsala|napsal\\(a\\)|napísal|napísala|napísal\\(a\\)|píše"
        + "|написал|написала|написал\\(а\\)|написа\\(ла\\)|пишет|писал|писал\\(а\\)|написав|написала|написав\\(ла\\)|написав\\(-ла\\)|пише|написа|је написао/ла|napisao|napisala|je napisao|je napisala|je napisao/la|je napisal|je napisal/-a|piše"
        + "|a scris|írta|ezt írta|következőt írta|következőket írta|yazdı|yazmış|έγραψε|έγραψες|rašė|rakstīja|kirjutas|shkroi|idatzi du|menulis|menulis:|đã viết|viết|เขียน|เขียนว่า|ने लिखा|লিখেছেন|כתב|כתבה|כתב/ה|מאת|كتب|كتبت|نوشت"
        + "|写道|寫道|写到|写|寫|のメール|のメッセージ|さんは書きました|書きました|が書きました|님이 작성|작성|님이 씀|님이 쓴 글|님의 말|님의 메시지";

    private const string Digits = @"\d{1,2}[:.h]\d{2}|\b(?:19|20|25)\d\d|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|(?<![#\d])\d{1,2}(?:st|nd|rd|th|\.|er)?\s(?:de\s)?\p{L}{3,}|\p{L}{3,}\.?\s\d{1,2}\b|\d{1,2}\s?[月월日일]";

    [GeneratedRegex("(?:^|[\\s\\p{P}>日日时分秒午])(?:" + Verbs + @")[\s\p{P}]*$|(?:写道|寫道|のメール|のメッセージ|書きました|작성|เขียนว่า|เขียน)[\s\p{P}]*$", Patterns.Loose | RegexOptions.RightToLeft, Patterns.Timeout)]
    private static partial Regex VerbAtEnd();

    [GeneratedRegex("[\\s>\"')](?:" + Verbs + @")[\s,]+(?:on|at|am|um|le|el|il|den|d\.|op|em|dne|dňa|dnia|w dniu|på|pada|в|у|at|la|kl\.?|\p{L}{2,12},?)?[\s,]*(?:" + Digits + ")", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex VerbThenDate();

    [GeneratedRegex(@"\s(?:schrieb|schreef|skrev|skreiv|kirjoitti)\s(?!ich\b|wir\b|ik\b|wij?\b|jag\b|jeg\b|vi\b)[^.;:]{1,60}\W*$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex VerbThenName();

    [GeneratedRegex(Digits, Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Dated();

    [GeneratedRegex(@"[^\s<>@,;:]@[\p{L}\d-]{1,63}\.|<[^<>\s]{1,100}@|\[mailto:|\svia\s.{1,60}:", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^[\s*_""'\[|\u202a-\u202e\u200e\u200f-]*(?:on|at|am|le|el|il|op|em|no dia|a|den|dne|dňa|w dniu|dnia|pada|vào|ngày|lúc|в|у|u|dana|στις|την|la|în data|på|þann|je|ter|från|van|von|date|fecha|data|datum|i|eb|em data de|(?:mon|tue|wed|thu|fri|sat|sun|lun|mié|jue|vie|sáb|jeu|ven|sam|seg|qua|qui|sex|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\p{L}{0,8}[.,]?|(?:mar|mer|dom|dim|mo|di|mi|do|fr|sa|so|ter|lör|sön|tor|fre|lø|sø|tir|ons|man|пн|вт|ср|чт|пт|сб|вс)[.,]{0,2}|בתאריך|ב-?|في)(?:[\s,]|$)|^[\s*_""'\[|-]*(?:在|於|于|\d{4}[-/.年]|\d{1,2}[./]\d{1,2}[./])",
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^\[?(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}).{0,100}<[^<>\s]{1,120}@[^<>\s]{1,120}>\W*$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex DateThenAddress();

    // A date with its zone and a name, and no word more.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d{1,2}:\d\d (?:GMT|UTC)[+-]\d\d:\d\d [^\d\s].{0,60}$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:quoting|zitat von|zitiere|citando|citat från|en réponse à|selon|excerpts from|quoted from|in (?:article|message)|\* |begin quote from)\b", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Quoting();
}
