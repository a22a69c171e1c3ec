namespace Connector.Mail.Tests.Replies;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("-- \nAnn Example\nExample Ltd\n+1 555 0100", "signature-delimiter")]
    [InlineData("--\nAnn Example", "signature-delimiter")]
    [InlineData("____________________\nAnn Example\nExample Ltd", "delimiter-line")]
    [InlineData("-Ann Example", "dash-name")]
    [InlineData("Sent from my iPhone", "mobile-signature")]
    [InlineData("Sent from my Verizon Wireless BlackBerry", "mobile-signature")]
    [InlineData("Sent from my Verizon, Samsung Galaxy smartphone", "mobile-signature")]
    [InlineData("Sent from Yahoo Mail on Android", "mobile-signature")]
    [InlineData("Get Outlook for iOS<https://aka.ms/o0ukef>", "mobile-signature")]
    [InlineData("Sent with Sparrow (http://www.example.org/?sig)", "mobile-signature")]
    [InlineData("<<sent by galaxy>>", "mobile-signature")]
    [InlineData("(Sent from mobile device)", "mobile-signature")]
    [InlineData("Von meinem iPhone gesendet", "mobile-signature")]
    [InlineData("Diese Nachricht wurde von meinem Android-Mobiltelefon mit K-9 Mail gesendet.", "mobile-signature")]
    [InlineData("Envoyé de mon iPhone", "mobile-signature")]
    [InlineData("Envoyé depuis mon mobile Orange", "mobile-signature")]
    [InlineData("Enviado desde mi iPhone", "mobile-signature")]
    [InlineData("Enviado do meu iPhone", "mobile-signature")]
    [InlineData("Inviato da iPhone", "mobile-signature")]
    [InlineData("Verzonden vanaf mijn iPhone", "mobile-signature")]
    [InlineData("Skickat från min iPhone", "mobile-signature")]
    [InlineData("Sendt fra min iPhone", "mobile-signature")]
    [InlineData("Lähetetty iPhonesta", "mobile-signature")]
    [InlineData("Wysłane z iPhone'a", "mobile-signature")]
    [InlineData("Odesláno z iPhonu", "mobile-signature")]
    [InlineData("Отправлено с iPhone", "mobile-signature")]
    [InlineData("iPhone'umdan gönderildi", "mobile-signature")]
    [InlineData("Trimis de pe iPhone", "mobile-signature")]
    [InlineData("Στάλθηκε από το iPhone μου", "mobile-signature")]
    [InlineData("发自我的 iPhone", "mobile-signature")]
    [InlineData("從我的 iPhone 傳送", "mobile-signature")]
    [InlineData("iPhoneから送信", "mobile-signature")]
    [InlineData("나의 iPhone에서 보냄", "mobile-signature")]
    public void Extract_Signature_IsCut(string signature, string rule)
    {
        var parts = ReplyMail.Text($"Yes, please.\n\n{signature}\n\nOn Tue, 5 May 2020, Bob wrote:\n> Shall we?\n");

        Assert.Equal("Yes, please.", parts.ReplyText);
        Assert.Contains(rule, parts.Rules);
    }

    [Theory]
    [InlineData("Sent from my desk, is much easier than my mobile phone.")]
    [InlineData("The text has a -- sign in it\nand goes on.")]
    [InlineData("Best regards,\nAnn Example\nExample Ltd\n+1 555 0100")]
    [InlineData("Thanks,\nAnn")]
    [InlineData("I sent the parcel from my phone shop last week.")]
    public void Extract_LooksLikeSignature_IsKept(string text) =>
        Assert.Equal("Hello.\n\n" + text, ReplyMail.Text("Hello.\n\n" + text).ReplyText);

    [Fact]
    public void Extract_NothingButPhoneSignatureAboveQuote_IsNotEmpty() =>
        Assert.Equal("Sent from my iPhone", ReplyMail.Text("Sent from my iPhone\n\nOn Tue, 5 May 2020, Bob wrote:\n> Shall we?\n").ReplyText);

    [Fact]
    public void Extract_SignatureBelowInlineAnswers_IsCut() =>
        Assert.Equal("Blue.", ReplyMail.Text("On Tue, 5 May 2020, Bob wrote:\n> Colour?\n\nBlue.\n\n-- \nAnn\n").ReplyText);
}
