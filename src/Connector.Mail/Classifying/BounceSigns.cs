using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>Non-standard bounces. No sign alone is proof: it takes two of sender, envelope, subject and text.</summary>
internal static partial class BounceSigns
{
    public static Classification? Find(MailMessage m)
    {
        var daemon = SenderSigns.IsDaemon(m);
        var nullPath = SenderSigns.HasNullReturnPath(m);
        var subject = BounceWords.IsSubject(m.Subject);
        if (!daemon && !nullPath && !subject) return null;
        if (!daemon && (SubjectPrefix.IsReply(m.Subject) || SubjectPrefix.IsForward(m.Subject))) return null;
        if (subject && daemon) return new(MailClass.Dsn, "sent by a mail system with a subject of failed delivery");
        if (subject && nullPath) return new(MailClass.Dsn, "empty Return-Path and a subject of failed delivery");
        if (SubjectSigns.IsAbsence(m.Subject) || !BounceWords.IsText(Top(m.Text))) return null;
        if (!daemon && !NamesSomebody(m) && !CarriesReturned(m)) return null;
        if (!daemon && !nullPath && !LooksMachineMade(m)) return null;
        var other = daemon ? "sent by a mail system" : nullPath ? "empty Return-Path" : "a subject of failed delivery";
        return new(MailClass.Dsn, $"{other} and a text of failed delivery");
    }

    private static bool NamesSomebody(MailMessage m) => BounceText.Read(m.Text, BounceText.OwnAddresses(m)).Count > 0;

    // A customer may write of an undelivered parcel and name an address; only a system sends a status code, the message back, or a bare list of addresses.
    private static bool LooksMachineMade(MailMessage m) =>
        CarriesReturned(m) || (!Patterns.Matches(Greeting(), m.Text) && (BounceCodes.First(m.Text) is not null || IsBareList(m)));

    private static bool IsBareList(MailMessage m) =>
        Patterns.Matches(OfMail(), m.Text) && !Patterns.Matches(Personal(), m.Text) && BounceText.Lists(m.Text, BounceText.OwnAddresses(m));

    private static bool CarriesReturned(MailMessage m) =>
        OwnParts.Of(m).Any(part => part.Message is not null || part.ContentType == "text/rfc822-headers") || ReturnedMessage.TextAbove(m.Text).Length < m.Text.Length;

    // Somebody who greets is talking about a bounce, code and all.
    [GeneratedRegex("^\\W*(?:hello|hi|hey|dear|good (?:morning|day|afternoon)|hallo|guten tag|liebe|sehr geehrte|bonjour|hola|buenos|olá|ciao|buongiorno|hej|dzień dobry|ahoj|здравствуйте)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex Greeting();

    [GeneratedRegex("message|mail|recipient|courriel|nachricht|empfänger|mensa[jg]|destinat|messaggio|bericht|письмо|сообщени|wiadomo|メール|邮件|郵件|메일", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex OfMail();

    [GeneratedRegex("\\b(?:i|my|me|thanks|thank you|regards|cheers|ich|mein|je|mon|meu|mio)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Timeout)]
    private static partial Regex Personal();

    private static ReadOnlySpan<char> Top(string text) => text.Length > 4000 ? text.AsSpan(0, 4000) : text;
}
