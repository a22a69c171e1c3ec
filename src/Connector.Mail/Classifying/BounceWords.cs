using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>The words of about thirty mail systems for "this was not delivered".</summary>
internal static partial class BounceWords
{
    private const int MaxLine = 200;

    public static bool IsSubject(string subject) => Patterns.Matches(Subject(), subject);

    /// <summary>A text, line by line, since a pattern sees a bounded piece only.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
            if (IsAnnouncement(line)) return true;
        return false;
    }

    /// <summary>A line that says that recipients follow, or names one.</summary>
    public static bool IsAnnouncement(ReadOnlySpan<char> line) => Patterns.Matches(Announcement(), Start(line));

    /// <summary>A line that says why an address failed.</summary>
    public static bool IsFailure(ReadOnlySpan<char> line) => Patterns.Matches(Failure(), Start(line));

    public static bool IsDelay(ReadOnlySpan<char> line) => Patterns.Matches(Delay(), Start(line));

    public static bool IsFull(ReadOnlySpan<char> line) => Patterns.Matches(Full(), Start(line));

    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> line) => line.Length > MaxLine ? line[..MaxLine] : line;

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("^\\W*(?:un-?deliver(?:able|ed)|(?:e-?)?mail (?:delivery|not delivered|could not be delivered|returned|system error|failure|status report)|delivery (?:status )?(?:notification|status|failure|failed|problem|error|has failed|delayed|report|to .{1,80} (?:failed|has failed))|returned (?:e-?)?mail|return(?:ed|ing) (?:message|to sender)|(?:e-?mail|message) (?:could not be|not|was not|cannot be|can't be) (?:delivered|sent)|failure notice|failed (?:mail|delivery|to deliver)|non[- ]?(?:deliver(?:y|able)|remis)|nondeliverable|non-delivery|message (?:delivery )?(?:failure|status|error|delayed|status - undeliverable|undeliverable)|undeliverable|warning: (?:could not send|message)|could not (?:send|deliver)|unable to deliver|delivery (?:impossible|incomplete|unsuccessful)|ndn:|ndr:|mail(?:er)?[- ]error|bounce(?:d)? (?:mail|message|e-?mail)|user unknown|unknown (?:user|address|recipient)|mail undeliverable|deferred mail|mailbox (?:full|unavailable)|your (?:e-?mail|mail|message) .{0,60}(?:not (?:be |been )?deliver|fail|undeliver|returned|reject|blocked|could not)|\\*{0,3}\\s*(?:mail|message)?\\s*undeliverable|rejected (?:mail|message|posting)|address (?:not found|unknown)|inactive recipient|recipient (?:unknown|not found)|problem(?:e)? (?:delivering|de (?:remise|distribution))|temporary delivery"
        + "|unzustellbar\\w*|nicht (?:zustellbar|zugestellt)|(?:e-?mail|nachricht) (?:nicht|konnte nicht|unzustellbar)|zustell(?:ung|fehler|problem)\\w*|fehler bei der (?:zustellung|nachrichten)|rückläufer|mail delivery|échec (?:de|d')|(?:message|courrier|mail) non (?:remis|distribu|délivr)|non remis|notification d'(?:échec|état)|avis de non|no se (?:puede|pudo|ha podido) entregar|no entregado|(?:error|fallo) (?:de|en la|al) (?:entrega|envi)|notificaci[oó]n de (?:estado|entrega|error)|mensaje (?:no|devuelto)|devoluci[oó]n|mensagem (?:não|devolvida)|não (?:foi )?(?:entregue|entrega)|falha (?:na|de) entrega|notifica(?:ção|cao) d[eo] (?:status|estado|falha)|mancata consegna|messaggio non (?:recapitabile|consegnato)|non recapitabile|avviso di mancat|onbestelbaar|niet (?:afgeleverd|bezorgd|bestelbaar)|afleveringsfout|kan inte leverera|olevererbar\\w*|ej levererat|kan ikke leveres|ikke leveret|uleveret|uleverbar\\w*|ei voitu toimittaa|toimitus epäonnistui|nie(?:dostarczon[aey]|doręczon[aey])|nie (?:dostarczono|można dostarczyć)|zwrot (?:poczty|wiadomości)|nedoručiteln|nedoručen|недоставлен|недоставк|не доставлено|не может быть доставлено|ошибка доставки|сообщение не доставлено|уведомление о (?:недоставке|доставке)|kézbesíthetetlen|kézbesítési hiba|iletilemedi|teslim edilemedi|geri dönen|αδυναμία παράδοσης|退信|系统退信|邮件(?:退回|发送失败|投递失败)|被退回|无法(?:投递|送达)|傳送失敗|無法(?:傳送|投遞|傳遞)|退回|配信(?:不能|エラー|できません)|送信(?:エラー|できませんでした)|不達|宛先不明|반송|전송 ?실패|배달(?:되지|할 수|되지 않음|실패))", Loose, Patterns.Timeout)]
    private static partial Regex Subject();

    [GeneratedRegex("(?:following (?:recipient|address|user|destination|e-?mail|mail ?box|person|account)|\\bnot (?:be |been |able to be )?(?:deliver|reach|sent|accepted|transmitted|forwarded|processed)|\\b(?:unable|not able|failed|failure|attempt(?:ed|s)?|tried|trying) to (?:deliver|send|reach|forward|relay|transmit)|(?:couldn['’]t|can['’]?t|cannot|could ?not|can not|wasn['’]t|weren['’]t|didn['’]t|did not|was not|were not|has not|have not).{0,30}(?:deliver|reach|sen[dt]|find|accept|process|transmit|receiv)|deliver(?:y|ed|ing)? .{0,60}(?:fail|error|unsuccessful|impossible|problem|delay|suspend|abort)|fail(?:ed|ure).{0,40}(?:deliver|recipient|address|notice|reason)|undeliver|non-?deliver|permanent (?:fatal )?error|fatal error|did not reach|(?:mail|message|returned?|bounced?).{0,30}return(?:ed|ing)? to|being returned|is returned|returned mail|rejected|refused|bounced|(?:was|been|is) (?:blocked|declined|discarded|blacklisted)|user.{0,20}(?:unknown|not known|not found|doesn|does not|over quota|unlisted)|unknown (?:user|recipient|address|host)|no such (?:user|recipient|mailbox|address|account|domain)|invalid (?:recipient|user|mailbox|address|e-?mail)|(?:mailbox|account|inbox|mail ?box).{0,30}(?:full|exceed|quota|disabled|unavailable|not available|does not|doesn|inactive|suspended|no longer|closed|not exist|not found|unknown)|quota (?:exceed|violat)|exceed.{0,40}(?:quota|size|limit|storage)|over (?:its |his |the )?quota|smtp error|transcript of (?:the )?(?:smtp )?session|session transcript|(?:remote|smtp) (?:server|host|mail server).{0,30}(?:said|respond|return|reject|replied|answer)|return message from|undeliverable|unrouteable|delivery status notification|delayed|still being retried|will (?:continue to )?(?:be )?retr(?:y|ied)|not yet been delivered|no longer (?:valid|active|in use|works|available|employed|accept|exist)|address.{0,30}(?:not exist|doesn't exist|does not exist|invalid|not found|error|unknown|incorrect)|host (?:unknown|not found)|domain.{0,20}(?:not found|does not exist|invalid)|hop count exceeded|too many hops|relay(?:ing)? (?:access )?(?:denied|not (?:allowed|permitted))"
        + "|(?:nicht|konnte nicht|nicht an) .{0,40}(?:zugestellt|zustell|erreich|ausgeliefert|übermittelt|gesendet)|unzustellbar|unbekannte[rn]? (?:benutzer|empfänger)|zustellung.{0,40}(?:fehl|nicht|gescheitert)|postfach.{0,30}(?:voll|überschritten)|n['’](?:a|ont) (?:pas|pu).{0,40}(?:remis|délivr|distribu|livr|transmis|envoy|achemin|abouti)|pas pu être|non (?:remis|distribu|délivr)|échec de la remise|impossible de (?:remettre|délivrer|distribuer)|no (?:se )?(?:ha |han |pudo|pudieron|puede|podido|fue|se pudo).{0,40}(?:entreg|enviar|enviad|llegar|deliv)|no entregad|não (?:foi|foram|pôde|pode|puderam|foi possível).{0,40}(?:entreg|envi)|non (?:è|sono|può|possono|è stato|ha).{0,50}(?:consegn|recapit|raggiun|inoltr)|niet .{0,40}(?:bezorg|afgeleverd|bereik|verzonden|besteld)|onbestelbaar|inte .{0,30}(?:leverer|nå|levereras|skickas)|ikke .{0,30}(?:lever|sendes|nå)|ei (?:voitu|voida).{0,30}(?:toimit|lähet)|nie .{0,30}(?:dostarcz|doręcz|wysłan)|neb(?:yla|ylo|yl).{0,30}doruč|nelze doručit|nepodařilo .{0,20}doruč|не .{0,40}(?:доставлен|доставить|доставля|отправлен)|недоставлен|невозможно доставить|nem (?:sikerült|lehet|tudtuk|kézbesít).{0,30}|iletilemedi|teslim edilemedi|ulaştırılamadı|无法(?:投递|送达|发送|到达|递送|被送达)|未能(?:投递|送达|发送|送到)|退回|退信|不存在|無法(?:傳送|送達|投遞|傳遞)|届けることができません|配信(?:でき|不能|に失敗)|送信(?:でき|に失敗|することができ)|お届けでき|存在しません|宛先.{0,10}(?:不明|見つかり)|전송.{0,10}(?:실패|않|못|없)|배달.{0,10}(?:실패|않|못|없)|전달.{0,10}(?:실패|않|못|없)|존재하지)", Loose, Patterns.Timeout)]
    private static partial Regex Announcement();

    [GeneratedRegex("(?:\\b[45]\\d\\d\\b|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b|unknown|no such|not? (?:exist|found|valid|known|permitted|listed|available|here|accept|allowed|active|in |a )|does(?:n['’]t| not)|invalid|illegal|bad (?:address|destination|mailbox|recipient)|full\\b|quota|exceed|disabled|inactive|expired|suspended|unavailable|undeliver|unrout|reject|refus|denied|fail|timed? ?out|cannot|can['’]t|couldn['’]t|could not|unable|error|blocked|bounced|misspelled|no (?:mailbox|account|user|recipient|longer)|not delivered|unbekannt|nicht|inconnu|inexist|desconocid|no existe|sconosciut|неизвест|не (?:найден|существует)|不存在|不明|見つかりません|없)", Loose, Patterns.Timeout)]
    private static partial Regex Failure();

    [GeneratedRegex("(?:\\bdelay(?:ed)?\\b|warning (?:message )?only|transient non-?fatal|do not need to re-?send|don't need to re-?send|(?:no action|nothing) (?:is )?required|(?:will|is|are) (?:be |being |continue(?: to)? |keep )*(?:be )?retr(?:y|ied|ying)|still (?:be )?(?:trying|being retried|attempting)|will (?:continue|keep|try).{0,30}(?:trying|attempt|deliver|again)|not yet been delivered|delivery attempts will|could not send (?:message )?for (?:the )?past|has not (?:yet been delivered|been collected)|verzögert|weitere zustellversuche|retardé|retrasad|atrasad|ritardat|vertraagd|fördröj|forsinket|opóźnion|задерж|отложен|延迟|延遲|遅延|지연)", Loose, Patterns.Timeout)]
    private static partial Regex Delay();

    [GeneratedRegex("(?:(?:mailbox|inbox|account|postfach|boîte).{0,40}(?:full|voll|pleine|exceed|over)|quota|over ?limit|insufficient (?:disk|storage|system)|out of storage)", Loose, Patterns.Timeout)]
    private static partial Regex Full();
}
