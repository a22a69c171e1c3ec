namespace Connector.Mail.Tests.Replies;

public sealed class QuoteTests
{
    private const string Attribution = "On Tue, 5 May 2020 at 10:00, Bob <bob@example.com> wrote:";

    [Fact]
    public void Extract_AnswersBetweenQuotes_KeepsAnswers()
    {
        var parts = ReplyMail.Text($"Hello Bob,\n\n{Attribution}\n> Which colour?\n\nBlue.\n\n> Which size?\n> Large or small?\n\nLarge.\n\nAnn\n");

        Assert.Equal("Hello Bob,\n\nBlue.\n\nLarge.\n\nAnn", parts.ReplyText);
        Assert.Contains("> Which size?", parts.QuotedText, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_AnswerBelowQuote_KeepsAnswer() =>
        Assert.Equal("Blue, please.", ReplyMail.Text($"{Attribution}\n> Which colour?\n>> older\n\nBlue, please.\n").ReplyText);

    [Fact]
    public void Extract_OnlyQuote_KeepsWholeText()
    {
        var parts = ReplyMail.Text($"{Attribution}\n> Which colour?\n> Blue?\n");

        Assert.Contains("Which colour?", parts.ReplyText, StringComparison.Ordinal);
        Assert.Equal(["quote-only-kept"], parts.Rules);
        Assert.Equal("", parts.QuotedText);
    }

    [Theory]
    [InlineData("Try this:\n\n```\nls > out.txt\n> here\n```\n\nDone.")]
    [InlineData("The prompt shows\n\n>>> print(1)\n1\n\nand that is all.")]
    [InlineData("Growth was\n>50% this year\nand more next.")]
    [InlineData("In code:\n\n    > select 1\n\nand done.")]
    public void Extract_SignsThatAreNoQuotes_AreKept(string text) => Assert.Equal(text, ReplyMail.Text(text).ReplyText);

    [Fact]
    public void Extract_QuotedLineBrokenByNarrowProgram_TakesTheRemainder()
    {
        var parts = ReplyMail.Text($"Yes.\n\n{Attribution}\n> This is a rather long line which a narrow mail program had to\nwrap here\n> and then it goes on.\n");

        Assert.Equal("Yes.", parts.ReplyText);
    }

    [Theory]
    [InlineData("-----Original Message-----\nFrom: Bob [mailto:bob@example.com]\nSent: Tuesday, May 5, 2020 10:00 AM\nTo: Ann\nSubject: Order", "original-message-banner")]
    [InlineData("-------- Ursprüngliche Nachricht --------\nVon: Bob <bob@example.com>\nDatum: 05.05.20 10:00 (GMT+01:00)\nAn: Ann\nBetreff: Bestellung", "original-message-banner")]
    [InlineData("________________________________\nFrom: Bob <bob@example.com>\nSent: Tuesday, May 5, 2020 10:00 AM\nTo: Ann\nSubject: Order", "header-block")]
    [InlineData("*From:* Bob <bob@example.com>\n*Sent:* Tuesday, May 5, 2020 10:00 AM\n*To:* Ann\n*Subject:* Order", "header-block")]
    [InlineData("From: Bob <bob@example.com>\nSent: Tuesday, May 5, 2020 10:00 AM\nTo: Ann <ann@example.org>;\n  Carl <carl@example.org>; Dora\n  <dora@example.org>\nSubject: Order", "header-block")]
    [InlineData("Von: Bob\nGesendet: Dienstag, 5. Mai 2020 10:00\nAn: Ann\nBetreff: AW: Bestellung", "header-block")]
    [InlineData("De : Bob\nEnvoyé : mardi 5 mai 2020 10:00\nÀ : Ann\nObjet : Commande", "header-block")]
    [InlineData("De: Bob\nEnviado el: martes, 5 de mayo de 2020 10:00\nPara: Ann\nAsunto: Pedido", "header-block")]
    [InlineData("Da: Bob\nInviato: martedì 5 maggio 2020 10:00\nA: Ann\nOggetto: Ordine", "header-block")]
    [InlineData("Van: Bob\nVerzonden: dinsdag 5 mei 2020 10:00\nAan: Ann\nOnderwerp: Bestelling", "header-block")]
    [InlineData("Från: Bob\nSkickat: den 5 maj 2020 10:00\nTill: Ann\nÄmne: Order", "header-block")]
    [InlineData("Fra: Bob\nSendt: 5. maj 2020 10:00\nTil: Ann\nEmne: Ordre", "header-block")]
    [InlineData("Lähettäjä: Bob\nLähetetty: 5. toukokuuta 2020 10:00\nVastaanottaja: Ann\nAihe: Tilaus", "header-block")]
    [InlineData("Od: Bob\nWysłano: wtorek, 5 maja 2020 10:00\nDo: Ann\nTemat: Zamówienie", "header-block")]
    [InlineData("Od: Bob\nOdesláno: úterý 5. května 2020 10:00\nKomu: Ann\nPředmět: Objednávka", "header-block")]
    [InlineData("От: Bob\nОтправлено: 5 мая 2020 г. 10:00\nКому: Ann\nТема: Заказ", "header-block")]
    [InlineData("Feladó: Bob\nElküldve: 2020. május 5. 10:00\nCímzett: Ann\nTárgy: Rendelés", "header-block")]
    [InlineData("Kimden: Bob\nGönderildi: 5 Mayıs 2020 10:00\nKime: Ann\nKonu: Sipariş", "header-block")]
    [InlineData("发件人: Bob\n发送时间: 2020年5月5日 10:00\n收件人: Ann\n主题: 订单", "header-block")]
    [InlineData("发件人：Bob\n日　期：2020年5月5日\n收件人：Ann\n主　题：订单", "header-block")]
    [InlineData("差出人: Bob\n送信日時: 2020年5月5日 10:00\n宛先: Ann\n件名: 注文", "header-block")]
    [InlineData("보낸 사람: Bob\n보낸 날짜: 2020년 5월 5일\n받는 사람: Ann\n제목: 주문", "header-block")]
    [InlineData("------------------ 原始邮件 ------------------\n发件人: \"Bob\"<bob@example.com>;\n发送时间: 2020年5月5日\n收件人: \"Ann\"<ann@example.org>;\n主题: 订单", "original-message-banner")]
    [InlineData("Bob Smith/Sales/Example\n05/05/2020 10:00 AM\n\nTo\nAnn <ann@example.org>\ncc\n\nSubject\nOrder", "header-block")]
    [InlineData("-------- Original message --------From: Bob <bob@example.com> Date: 1/5/16  1:00 PM  (GMT-05:00) To: Ann Subject: Order ", "original-message-banner")]
    [InlineData("From: bob@example.com\nDate: Wed, 16 May 2012 00:15:02 -0600", "header-block")]
    [InlineData("##- Please type your reply above this line -##", "own-separator")]
    [InlineData("--- Reply above this line ---", "own-separator")]
    [InlineData("----- Bitte antworten Sie oberhalb dieser Zeile -----", "own-separator")]
    public void Extract_HeaderOfQuotedMail_CutsFromThere(string header, string rule)
    {
        var parts = ReplyMail.Text($"Yes, please.\n\nAnn\n\n{header}\n\nShall we send it again?\nBob\n");

        Assert.Equal("Yes, please.\n\nAnn", parts.ReplyText);
        Assert.Equal(rule, parts.Rules[0]);
    }

    [Fact]
    public void Extract_QuotedLinkBrokenOverLines_TakesTheRemainder() =>
        Assert.Equal("Yes.", ReplyMail.Text($"Yes.\n\n{Attribution}\n> See\n> <https://example.org/a-long\nlink-goes-on>\n> there.\n").ReplyText);

    [Theory]
    [InlineData("To: the team\nPlease look at the attached list and tell me what is wrong.")]
    [InlineData("I compared both.\nFrom: 10 May\nTo: 12 May\nThat is three days.")]
    public void Extract_TooFewHeaderLines_AreKept(string text) => Assert.Equal(text, ReplyMail.Text(text).ReplyText);

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\nDate: Tue, 5 May 2020\nSubject: Order\nTo: Ann")]
    [InlineData("Begin forwarded message:\n\nFrom: Bob <bob@example.com>\nSubject: Order\nDate: 5 May 2020\nTo: Ann")]
    [InlineData("-------- Weitergeleitete Nachricht --------\nBetreff: Bestellung\nDatum: 5. Mai 2020\nVon: Bob\nAn: Ann")]
    [InlineData("-------- Message transféré --------\nSujet : Commande\nDate : 5 mai 2020\nDe : Bob\nPour : Ann")]
    [InlineData("> Begin forwarded message:\n> \n> From: Bob <bob@example.com>\n> Subject: Order\n> Date: 5 May 2020\n> To: Ann")]
    public void Extract_ForwardedMessage_IsContent(string forwarded)
    {
        var body = $"Please see below.\n\n{forwarded}\n\nIt broke.\n> really\n";

        Assert.Equal(ReplyMail.Folded(body), ReplyMail.Folded(ReplyMail.Text(body).ReplyText));
    }

    [Theory]
    [InlineData("Fwd: Order")]
    [InlineData("FW: Order")]
    [InlineData("WG: Bestellung")]
    [InlineData("TR: Commande")]
    [InlineData("RV: Pedido")]
    [InlineData("ENC: Pedido")]
    [InlineData("Doorst: Bestelling")]
    [InlineData("转发: 订单")]
    public void Extract_ForwardBySubject_IsKeptWhole(string subject)
    {
        const string Body = "See below.\n\nFrom: Bob\nSent: 5 May 2020\nTo: Ann\nSubject: Order\n\nIt broke.";

        Assert.Equal(Body, ReplyMail.Text(Body, subject).ReplyText);
    }

    [Theory]
    [InlineData("Re: Order")]
    [InlineData("RE: Order")]
    [InlineData("Re[2]: Order")]
    [InlineData("AW: Bestellung")]
    [InlineData("Antw: Bestelling")]
    [InlineData("SV: Ordre")]
    [InlineData("RES: Pedido")]
    [InlineData("R: Ordine")]
    [InlineData("Odp: Zamówienie")]
    [InlineData("Vá: Rendelés")]
    [InlineData("YNT: Sipariş")]
    [InlineData("ΑΠ: Παραγγελία")]
    [InlineData("Ответ: Заказ")]
    [InlineData("回复：订单")]
    [InlineData("答复: 订单")]
    [InlineData("返信: 注文")]
    [InlineData("[EXTERNAL] Re: Order")]
    public void Extract_ReplyOnlyBySubject_IsTrimmed(string subject) =>
        Assert.Equal("Yes.", ReplyMail.First($"Yes.\n\n{Attribution}\n> Shall we?\n", subject).ReplyText);

    [Theory]
    [InlineData("Order")]
    [InlineData("Regarding my order")]
    [InlineData("Ref: 4711")]
    public void Extract_FirstMail_IsNotTrimmed(string subject)
    {
        var body = $"Yes.\n\n{Attribution}\n> Shall we?\n\n-- \nAnn";

        Assert.Equal(body, ReplyMail.First(body, subject).ReplyText);
    }
}
