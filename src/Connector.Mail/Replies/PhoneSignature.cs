using System.Text.RegularExpressions;

namespace Connector.Mail.Replies;

/// <summary>"Sent from my ..." and what other programs add, in many languages. Must name a device or program, or be very short.</summary>
internal static partial class PhoneSignature
{
    private const int MaxLength = 160;

    public static bool Is(string line)
    {
        var text = line.Trim(' ', '\t', '\u00a0', '*', '_', '<', '(', '[', '-', '~', '"', '|');
        return text.Length is > 5 and <= MaxLength && !Patterns.Matches(Prose(), text)
            && (Patterns.Matches(Fixed(), text) || (Patterns.Matches(SentFrom(), text) && (Patterns.Matches(Device(), text) || IsVeryShort(text))));
    }

    private static bool IsVeryShort(string text) => text.Length <= 40 && text.Count(c => c == ' ') <= 5 && !text.Contains(',', StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:is|are|was|were|will|would|have|has)\b.*\b(?:the|a|to|than|then|easier|that|this|you|it)\b", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^(?:get outlook for (?:ios|android|mac)|outlook für (?:ios|android) (?:beziehen|herunterladen)|provenance\s?: courrier|elküldve az? |hol(?:en sie sich )?outlook für (?:ios|android)|(?:télécharger|obtenir|obtenez) outlook pour (?:ios|android)|obtener outlook para (?:ios|android)|obter o? ?outlook para (?:ios|android)|(?:scarica|ottieni) outlook per (?:ios|android)"
        + @"|outlook voor (?:ios|android)|(?:download|hämta|hent|skaffa) outlook (?:til|för|for) (?:ios|android)|pobierz (?:program )?outlook dla|скачать outlook для|(?:\p{L}+ ){1,2}from mobile\.?$|from (?:my|a) (?:i?phone|ipad|mobile|android|blackberry|cell)[\w ]{0,20}$|typed (?:on|with) my (?:phone|iphone|mobile|thumbs?)"
        + @"|sent (?:via|by|using) (?:the )?(?:iphone|ipad|mobile|android|blackberry|phone|samsung|galaxy|my |yahoo|telekom|vodafone|o2)|von unterwegs gesendet|iphone\s?から送信|ipad\s?から送信|android\s?から送信|my \w+から送信|나의 \w+에서 보냄|내 \w+에서 보냄|\w{2,30}에서 보냄|발신지: my"
        + @"|发自我的|发自|從我的|发送自|來自我的|由我的.{1,30}(?:发送|傳送)|nachricht (?:wurde )?(?:von|mit) .{1,60} gesendet|diese (?:nachricht|mail|e-mail) wurde (?:von|mit) .{1,80} gesendet|(?:this (?:message|email) was )?sent (?:with|from) (?:k-9 mail|fairemail|aquamail|bluemail|airmail|spark|mailspring|canary|newton|superhuman|hey|protonmail|proton mail|tutanota))",
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Fixed();

    [GeneratedRegex(@"^(?:(?:e-?mail )?sent (?:from|on|with|via|by)|send from|sended from|(?:meine nachricht )?(?:von|mit) (?:mein\p{L}*|dem|der|unterwegs)?.{0,60}gesendet|gesendet (?:von|mit|vom)|envoyée? (?:de|depuis|à partir|avec|par|du)|(?:e-?mail )?enviado (?:desde|de|do|a partir|con|com|por|via|pelo|pela)|enviada (?:do|desde|de)"
        + @"|inviato (?:da|dal|con|tramite)|verzonden (?:vanaf|van|met|via|door)|verstuurd (?:vanaf|met|van)|skickat (?:från|med)|sendt (?:fra|med|via)|lähetetty|wysłan[eoy] (?:z|ze|przy)|odeslán[oa] (?:z|ze|pomocí)|odoslan[éáo] (?:z|zo)|отправлено (?:с|из|от)|послано с|надіслано (?:з|із)|изпратено от"
        + @"|.{0,40}(?:gönderildi|küldve|elküldve|den gönderilmiştir)$|küldve|trimis (?:de pe|din|cu)|poslan[oa] (?:s|sa|z|iz)|στάλθηκε από|εστάλη από|đã gửi từ|được gửi từ|gửi từ|dikirim dari|terkirim dari|dihantar dari|ส่งจาก|נשלח מ|أُرسلت من|أرسلت من|تم الإرسال من|مُرسل من|ارسال شده از|saadetud|išsiųsta|nosūtīts|enviat des|bidalia)\b?",
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex SentFrom();

    [GeneratedRegex(@"i-?phone|i-?pad|i-?pod|black ?berry|galaxy|samsung|android|phone|telefon|téléphone|teléfono|telefone|celular|móvil|mobil|mobiel|мобильн|телефон|айфон|cell|handy|smart|device|gerät|tablet|outlook|hotmail|\bmail\b|windows|nexus|pixel|htc|nokia|lumia|huawei|honor|xiaomi|redmi|oppo|vivo|oneplus|realme|sony|xperia|\blg\b|motorola|moto|verizon|at&t|t-mobile|sprint|vodafone|orange|yahoo|gmail|gmx|web\.de|aol|zoho|proton|yandex|яндекс|mail\.ru|thunderbird|apple|watch|treo|palm|surface|\bpda\b|ios|desktop|app\b|電話|手机|手機|휴대|מכשיר|هاتف|touchdown|mac\b|macbook|laptop|bluemail|spark|sparrow|mailbird|postbox|polymail|boxer|e-?mail|airmail|edison|commander|https?://",
        Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Device();
}
