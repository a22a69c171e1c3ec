using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>Words in the subject: the last resort, and only together with another hint.</summary>
internal static partial class SubjectSigns
{
    public static Classification? Find(MailMessage m) =>
        IsAbsence(m.Subject) && Hint(m) is { } hint ? new(MailClass.AutoReplied, $"subject of an automatic reply and {hint}") : null;

    public static bool IsAbsence(string subject) => Patterns.Matches(Absence(), subject);

    private static string? Hint(MailMessage m) =>
        m.Headers.Has("X-Auto-Response-Suppress") ? "X-Auto-Response-Suppress"
        : HeaderWord.IsSet(m, "X-Loop") || HeaderWord.IsSet(m, "X-No-Loop") ? "a loop marker"
        : m.Headers.Has("X-MS-Exchange-Inbox-Rules-Loop") ? "an inbox rule"
        : Patterns.Matches(AbsenceText(), m.Text) ? "a text that says the same"
        : null;

    [GeneratedRegex("^\\W*(?:auto(?:matic(?:ally)?)?[- ]?(?:generated )?(?:reply|response|answer)|auto:|autoreply|out of (?:the )?office|ooo\\b|away from (?:my )?(?:mail|office)|on (?:vacation|holiday|leave)\\b|vacation (?:reply|message)"
        + "|automatische (?:antwort|rückantwort|benachrichtigung)|abwesenheit\\w*|abwesend|außer haus|ich bin nicht im (?:büro|haus)|réponse automatique|(?:message )?d'absence|absence du bureau|absent\\(?e?\\)? du bureau|je suis absent"
        + "|respuesta automática|fuera de (?:la )?oficina|ausente|resposta automática|fora do escritório|ausência|risposta automatica|fuori (?:sede|ufficio)|assente|automatisch antwoord|afwezig\\w*|niet aanwezig|autosvar|automatiskt svar|frånvaro\\w*|automatisk svar|fraværs\\w*|ikke på kontoret"
        + "|automaattinen vastaus|poissa\\w*|odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecność|automatická odpověď|automatická odpoveď|mimo kancelář|автоматический ответ|автоответ\\w*|вне офиса|в отпуске|автоматична відповідь|automatikus válasz|házon kívül|otomatik (?:yanıt|cevap)|ofis dışında"
        + "|αυτόματη απάντηση|răspuns automat|phản hồi tự động|balasan otomatis|自动(?:答复|回复)|自動(?:回覆|回信|応答|返信)|不在(?:通知|のお知らせ)|자동 ?(?:회신|응답|답장)|부재중|תשובה אוטומטית|رد تلقائي)", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Absence();

    [GeneratedRegex("(?:out of (?:the|my) office|away from (?:my|the) (?:office|desk|mail)|on (?:annual |sick |maternity |parental )?(?:leave|vacation|holiday)|no access to (?:my )?e-?mail|will (?:be back|return|reply|respond) (?:on|when|after)|automatic(?:ally generated)? (?:reply|response|message)|nicht im (?:büro|haus)|im urlaub|bin ich nicht erreichbar|wieder erreichbar|abwesen|je suis (?:absent|en congé)|de retour le|fuera de la oficina|de vacaciones"
        + "|fora do escritório|de férias|fuori ufficio|in ferie|in vacanza|afwezig|met vakantie|op vakantie|semester|frånvarande|ferie|lomalla|urlop|poza biurem|dovolen|отпуск|вне офиса|szabadság|izin|άδεια|concediu|休假|不在|休暇|휴가|부재)", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex AbsenceText();
}
