namespace Connector.Mail.Tests.Reading;

/// <summary>Mails with most traits in them, to be broken by the property tests.</summary>
internal static class Samples
{
    public static readonly IReadOnlyList<byte[]> All =
    [
        RawMail.Bytes("From: Änne <a@x.example>\nTo: \"B, C\" <b@x.example>, Group: d@x.example, e@x.example;\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?IPCfmIA=?=\nDate: Tue, 5 Mar 2024 14:07:09 +0100\nMessage-ID: <1@x.example>\nReferences: <a@x> <b@x>\n\t<c@x>\nIn-Reply-To: <c@x>\n\nHello\n\n-- \nsignature\n"),
        RawMail.Bytes("From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"outer\"\n\npreamble\n--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe aus =\nK=F6ln\n--inner\nContent-Type: text/html; charset=utf-8\n\n<p>Gr\u00FC\u00DFe <img src=\"cid:i@x\"></p>\n--inner--\n\n--outer\nContent-Type: image/png; name*0*=utf-8''%C3%BC; name*1=.png\nContent-ID: <i@x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\nAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\n--outer\nContent-Type: message/rfc822\n\nFrom: n@x.example\nSubject: nested\n\nnested text\n--outer--\nepilogue\n"),
        RawMail.Bytes("From: a@x.example\nContent-Type: text/plain; charset=iso-2022-jp\n\n\u001b$BF|K\\\u001b(B\nbegin 644 f.txt\n+2&5L;&\\@=V]R;&0`\n`\nend\n"),
        RawMail.Bytes(TnefBuilder.Mail(new TnefBuilder().Body("tnef").File("a.txt", [1, 2, 3]).Build())),
        RawMail.Bytes("From: MAILER-DAEMON\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nfailed\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; b@x.example\nAction: failed\nStatus: 5.1.1\n--r\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nRnJvbTogYUB4LmV4YW1wbGUKTWVzc2FnZS1JRDogPG9AeD4KCng=\n--r--\n"),
        RawMail.Bytes("From: a@x.example\nContent-Type: text/html\n\n<html><body><p>Hi</p><blockquote>q</blockquote></body></html>"),
    ];

    /// <summary>Asks for everything a mail can tell; the reader's own net must not have been needed.</summary>
    public static string Everything(MailMessage message)
    {
        var files = string.Join(';', message.Attachments.Select(a => $"{a.Name}/{a.ContentType}/{a.Size}/{a.Sha256}/{a.ContentId}/{a.Inline}"));
        var parts = string.Join(';', message.AllParts().Select(p => $"{p.ContentType}/{p.DecodeText().Length}"));
        var people = string.Join(';', message.From.Concat(message.To).Concat(message.Cc).Concat(message.ReplyTo));
        Assert.False(message.Mended("reader-failed") || message.Mended("html-failed") || message.Mended("reply-text-failed"), string.Join('|', message.Warnings));
        return string.Join('\n', message.MessageId, message.Date, message.Subject, people, string.Join(' ', message.References.Concat(message.InReplyTo)), message.Text, message.RawHtml,
            message.Html, message.ReplyText, message.QuotedText, files, parts, Convert.ToHexString(message.CanonicalHash.Span));
    }
}
