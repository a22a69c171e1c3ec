using System.Collections.Frozen;

namespace Connector.Mail.Replies;

/// <summary>The kinds of line in a quoted message header.</summary>
internal enum HeaderLabel
{
    None,
    From,
    Date,
    To,
    Cc,
    Subject,
    Other,
}

/// <summary>The words mail programs write before the lines of a quoted header.</summary>
internal static class HeaderLabels
{
    private const int MaxLabel = 40;

    private static readonly FrozenDictionary<string, HeaderLabel> Words = new (HeaderLabel Label, string Names)[]
    {
        (HeaderLabel.From, "from|de|von|da|van|från|fra|lähettäjä|od|от|от кого|від|feladó|kimden|gönderen|από|từ|dari|daripada|expéditeur|remitente|remetente|mittente|absender|afzender|avsändare|afsender|avsender|发件人|寄件人|寄件者|差出人|送信者|送信元|보낸 사람|보낸사람|보낸이|จาก|מאת|من|المرسل|de la|nuo|no|saatja|frá|odesílatel|odosielateľ|nadawca|pošiljatelj|expeditor|desde|gesendet von|فرستنده|প্রেরক|प्रेषक|из|подател|nga|nhận từ|người gửi"),
        (HeaderLabel.Date, "sent|enviat el|enviat|date|datum|gesendet|gesendet am|envoyé|envoyé le|envoyée|date d'envoi|date d’envoi|enviado|enviada|enviado el|enviado em|enviada em|fecha|fecha de envío|data|data de envio|data:|inviato|inviata|inviato il|data invio|verzonden|verzonden op|skickat|sendt|sent at|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|отправлено|дата|дата отправки|надіслано|дата і час|изпратено|elküldve|küldve|küldés dátuma|tarih|gönderildi|gönderme tarihi|gönderilme tarihi|στάλθηκε|ημερομηνία|đã gửi|ngày|ngày gửi|dikirim|terkirim|tanggal|tarikh|dihantar|发送时间|发送日期|日期|寄件日期|時間|时间|送信日時|送信日|日時|日付|보낸 날짜|날짜|보낸날짜|받은 날짜|ส่ง|ส่งเมื่อ|วันที่|נשלח|נשלח ב|תאריך|أرسلت|تم الإرسال|التاريخ|تاريخ|trimis|trimisă|poslano|poslato|sendt den|saadetud|kuupäev|išsiųsta|nosūtīts|datums|sent on|date sent|dagsetning|sent from"),
        (HeaderLabel.To, "to|per a|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|до|címzett|címzettek|kime|alıcı|προς|đến|tới|kepada|ke|收件人|收件者|宛先|받는 사람|받는사람|받는이|ถึง|אל|إلى|către|za|prima|destinataire|destinatario|destinatário|destinatari|empfänger|pour|per|kam|kellele|primatelj|prejemnik|mottagare|modtager|mottaker|ontvanger|person nhận|người nhận|kam:|tot"),
        (HeaderLabel.Cc, "cc|a/c|copie|copie à|kopie|kopia|kopi|kopio|dw|do wiadomości|копия|копія|másolatot kap|másolat|bilgi|κοιν|κοινοποίηση|抄送|副本|참조|สำเนา|עותק|نسخة|bcc|cco|ccn|cci|kópia|kopija|tembusan|salinan|đồng gửi|c.c.|cc:"),
        (HeaderLabel.Subject, "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|относно|tárgy|konu|θέμα|chủ đề|tiêu đề|subjek|perihal|hal|主题|主旨|主題|件名|제목|เรื่อง|หัวเรื่อง|נושא|הנדון|الموضوع|موضوع|subiect|zadeva|efni|teema|tema|sujet|titre|betr|assumpte|gaia|naslov|titel|lënda|विषय|বিষয়"),
        (HeaderLabel.Other, "reply-to|reply to|antwort an|répondre à|responder a|responder para|rispondi a|antwoord aan|svara till|odpowiedz do|odpovědět|ответить|odgovori|回复|答复|返信先|organization|organisation|importance|priority|wichtigkeit|priorität|importancia|importance :|prioridad|attachments|anlagen|pièces jointes|adjuntos|anexos|allegati|bijlagen|message-id|resent-from|x-mailer|mailed-by|signed-by"),
    }.SelectMany(row => row.Names.Split('|').Select(name => (Name: name.TrimEnd(':', ' '), row.Label)))
        .DistinctBy(row => row.Name).ToFrozenDictionary(row => row.Name, row => row.Label, StringComparer.OrdinalIgnoreCase);

    public static HeaderLabel Of(string line)
    {
        var text = line.AsSpan().Trim(" \t*_>|\u00a0");
        var colon = text.IndexOfAny(':', '：');
        if (colon is <= 0 or > MaxLabel) return HeaderLabel.None;
        var label = text[..colon].Trim(" \t*_\u00a0\u3000");
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Squeeze(label), out var found) ? found : HeaderLabel.None;
    }

    // East Asian programs space their labels to equal width: "主 题", "宛　先".
    private static string Squeeze(ReadOnlySpan<char> label) =>
        label.Length <= 6 && label[0] > '\u2e80' && !label.ContainsAnyInRange('\uac00', '\ud7a3')
            ? string.Concat(label.ToString().Where(c => !char.IsWhiteSpace(c)))
            : label.ToString();
}
