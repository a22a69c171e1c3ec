using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Mail.Replies;

/// <summary>Lines that announce what follows: an original message, a forwarded one, or the end of where an answer belongs.</summary>
internal static partial class Banners
{
    private const int MaxLength = 200;

    // The words for "line" in the pattern below, looked for first because every line of every mail is asked.
    private static readonly SearchValues<string> LineWords = SearchValues.Create(
        ["line", "separator", "zeile", "linie", "ligne", "linea", "riga", "linha", "lijn", "regel", "rad", "linje", "streg", "kresk", "rivin", "viivan"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherLineWords = SearchValues.Create(
        ["línea", "стр", "лин", "черт", "řádk", "čár", "satır", "行", "线", "線", "줄", "선"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("_-=‐—–─");

    public static bool IsOriginal(string line) => line.Length <= MaxLength && Patterns.Matches(Original(), line);

    public static bool IsForward(string line) => line.Length <= MaxLength && (Patterns.Matches(Forwarded(), line) || Patterns.Matches(BeginForwarded(), line));

    /// <summary>"Please type your reply above this line" and its like, between signs or with the word for answering in it.</summary>
    public static bool IsOwnSeparator(string line) =>
        line.Length <= MaxLength && NamesLine(line) && Patterns.Matches(ReplyAbove(), line) && (!char.IsLetter(line.TrimStart()[0]) || Patterns.Matches(Answering(), line));

    private static bool NamesLine(ReadOnlySpan<char> line) => line.ContainsAny(LineWords) || (!Ascii.IsValid(line) && line.ContainsAny(OtherLineWords));

    /// <summary>A line of at least five dashes or underscores: Outlook's rule above the header it writes.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim(" \t*>\u00a0");
        return text.Length >= 5 && text.IndexOfAnyExcept(RuleSigns) < 0;
    }

    public static int WithSeparatorsAbove(Page page, int line)
    {
        for (var above = page.PreviousFilled(line); above >= 0 && page.CutOf(above) == Cut.None && (IsRule(page[above]) || IsOriginal(page[above])); above = page.PreviousFilled(above))
            line = above;
        return line;
    }

    [GeneratedRegex("repl(?:y|ies)|respond|antwort|répon|respon|rispo|svar|antwoord|reageer|ответ|odpow|odpov|yanıt|vasta|返信|回复|回覆|답장|회신", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Answering();

    private const string Dashes = @"^[\s>*]*[-‐_=*—–─]{2,}\s*";

    // Some phones put the header on the banner's own line.
    private const string DashesEnd = @"[\s:：]*(?:[-‐_=*—–─]{2,}[\s*]*$|-{4,}\s*\p{L}{2,12}\s?:)";

    [GeneratedRegex(Dashes + "(?:original|(?:the |your )?original(?: e-?mail)? (?:message|appointment|e-?mail|nachricht)|reply message|e-?mail message|ursprüngliche (?:nachricht|mail|e-mail|mitteilung)|original-?nachricht|originalmail"
        + "|urspr\\. nachricht|antwort nachricht|(?:e-?mail |courriel )?(?:message|courriel|mail|e-mail) (?:d['’]origine|original|initial|précédent)|mensaje(?: de correo)? original|mensagem original|messaggio ori?ginale"
        + "|oorspronkelijk(?:e)? (?:bericht|mail)|origineel bericht|ursprungligt meddelande|original ?meddelande|ursprungsmeddelande|oprindelig (?:meddelelse|besked|mail)|original (?:besked|melding)|opprinnelig (?:melding|e-post)"
        + "|alkuperäinen (?:viesti|sanoma)|wiadomość oryginalna|oryginalna wiadomość|původní (?:zpráva|e-mail)|pôvodná správa|исходное (?:сообщение|письмо)|оригинальное сообщение|вихідне повідомлення|оригінальне повідомлення"
        + "|оригинално (?:съобщение|писмо)|eredeti üzenet|ori[jg]inal mesaj|orijinal ileti|özgün ileti|αρχικό μήνυμα|thư gốc|tin nhắn gốc|thông điệp gốc|pesan asli|mesej asal|mesaj original|mesajul original|izvorna poruka"
        + "|izvirno sporočilo|originalna poruka|missatge original|原始邮件|原始信件|邮件原件|原始郵件|原文|回复的原邮件|回复邮件|元のメッセージ|元のメール|original message|원본 ?메시지|원본 ?메일|원본 ?이메일|ข้อความต้นฉบับ|הודעה מקורית|הודעת מקור|الرسالة الأصلية|رسالة أصلية|پیام اصلی)" + DashesEnd,
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Original();

    [GeneratedRegex(Dashes + "(?:(?:original )?forwarded (?:message|by .{1,80}|e-?mail)|forward message|weitergeleitete (?:nachricht|mail|e-mail)|weitergeleitet von .{1,80}|message (?:transféré|réexpédié|transmis)|courriel transféré|transféré par .{1,80}|mensaje reenviado|reenviado por .{1,80}"
        + "|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|(?:doorgestuurd|doorgezonden) bericht|vidarebefordrat (?:meddelande|brev)|videresendt? (?:besked|melding|meddelelse|e-post|mail)|(?:välitetty|edelleenlähetetty) viesti"
        + "|przekazana wiadomość|wiadomość przekazana|(?:přeposlaná|předaná) zpráva|preposlaná správa|(?:пересылаемое|пересланное|переадресованное) (?:сообщение|письмо)|(?:переслане|переадресоване) повідомлення|препратено (?:съобщение|писмо)|továbbított (?:üzenet|levél)"
        + "|(?:iletilen|yönlendirilen|yönlendirilmiş) (?:mesaj|ileti)|προωθημένο μήνυμα|thư (?:đã )?(?:được )?chuyển tiếp|tin nhắn được chuyển tiếp|pesan (?:terusan|yang diteruskan)|mesej yang dimajukan|mesaj (?:redirecționat|redirectionat)|proslijeđena poruka|prosleđena poruka|posredovano sporočilo"
        + "|转发的?邮件(?:信息)?|轉寄郵件|轉寄的郵件|转发的信息|転送(?:された)?メッセージ|転送メール|전달된 ?(?:메시지|메일)|הודעה שהועברה|הודעה מועברת|الرسالة المعاد توجيهها|رسالة مُعاد توجيهها|ข้อความที่ส่งต่อ)" + DashesEnd,
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^[\s>*]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du (?:message|courriel) (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio (?:del )?messaggio inoltrato|begin doorgestuurd bericht"
        + "|vidarebefordrat brev|início da mensagem (?:re)?encaminhada|start på videresendt (?:besked|melding)|videresendt melding|начало (?:переадресованного|пересылаемого) сообщения|początek przekazywanej wiadomości|začátek přeposílané zprávy|välitetty viesti alkaa|továbbított levél eleje|iletilen mesajın başlangıcı"
        + @"|下面是被转发的邮件|以下是轉寄的郵件|転送されたメッセージ|전달된 메시지)\s*[:：][\s*]*$", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex BeginForwarded();

    [GeneratedRegex(@"(?:above (?:this|the) (?:line|separator)|(?:oberhalb|über) dieser? (?:linie|zeile|trennlinie)|au[- ]dessus de cette ligne|(?:encima|por encima|arriba) de esta l[ií]nea|sopra (?:questa|a questa) (?:riga|linea)|acima desta linha"
        + @"|boven deze (?:lijn|regel)|ovanför (?:denna|den här) (?:rad|linje)(?:en)?|over denne (?:linjen?|streg|stregen)|выше этой (?:строки|линии|черты)|powyżej tej (?:linii|kreski)|nad (?:tímto řádkem|tuto čáru|touto čárou)|bu satırın üstün|tämän (?:rivin|viivan) yläpuolel"
        + @"|この(?:行|線)より上|在此(?:行|线)(?:上方|以上)|請在此(?:行|線)(?:上方|以上)|이 (?:줄|선) 위에)", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex ReplyAbove();
}
