using System.Text;

namespace Connector.Benchmarks.Corpus;

/// <summary>One mail as a program would write it: plain text, or text with HTML, or those with a file.</summary>
internal static class MailText
{
    private static readonly string[] Words = "the order invoice parcel has not arrived since please tell me when delivery number account broken screen refund thank you regards phone customer support team yesterday tomorrow".Split(' ');

    public static string Make(Random random, int number, string customer, int? answers, int bytes) => bytes switch
    {
        < 4_000 => Head(random, number, customer, answers) + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + Prose(random, bytes - 700, quotes: answers is not null),
        < 40_000 => Head(random, number, customer, answers) + "Content-Type: multipart/alternative; boundary=\"alt\"\r\n\r\n" + Alternatives(random, bytes - 1_200, answers is not null),
        _ => Head(random, number, customer, answers) + "Content-Type: multipart/mixed; boundary=\"mix\"\r\n\r\n--mix\r\nContent-Type: multipart/alternative; boundary=\"alt\"\r\n\r\n"
            + Alternatives(random, 12_000, answers is not null) + "--mix\r\n" + File(random, bytes - 14_000) + "--mix--\r\n",
    };

    public static string Plain(Random random, int number, string customer, int bytes) =>
        Head(random, number, customer, null) + "Content-Type: text/plain; charset=us-ascii\r\n\r\n" + Prose(random, bytes - 600, quotes: false);

    private static string Head(Random random, int number, string customer, int? answers)
    {
        var head = new StringBuilder($"Received: from mail.example.com by mx.example.org; Mon, 2 Mar 2026 09:00:{number % 60:00} +0000\r\n")
            .Append($"From: Customer {number} <{customer}>\r\nTo: Support <support@example.org>\r\n")
            .Append($"Date: Mon, 2 Mar 2026 09:{number / 60 % 60:00}:{number % 60:00} +0000\r\nMessage-ID: <mail-{number}@example.com>\r\n")
            .Append($"Subject: {(answers is null ? "" : "Re: ")}{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]} {answers ?? number}\r\nMIME-Version: 1.0\r\n");
        if (answers is { } root) head.Append($"In-Reply-To: <mail-{root}@example.com>\r\nReferences: <mail-{root}@example.com>\r\n");
        return head.ToString();
    }

    private static string Alternatives(Random random, int bytes, bool quotes) =>
        $"--alt\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Prose(random, bytes / 3, quotes)}\r\n"
        + $"--alt\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Html(random, bytes * 2 / 3)}\r\n--alt--\r\n";

    private static string Prose(Random random, int length, bool quotes)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            if (quotes && text.Length > length / 2) text.Append("> ");
            Line(random, text);
            text.Append("=C3=BC\r\n");
        }
        return text.ToString();
    }

    private static string Html(Random random, int length)
    {
        var text = new StringBuilder("<html><body>\r\n");
        while (text.Length < length)
        {
            text.Append("<p style=3D\"margin:0\">");
            Line(random, text);
            text.Append("</p>\r\n");
        }
        return text.Append("</body></html>").ToString();
    }

    private static void Line(Random random, StringBuilder text)
    {
        for (var words = 8; words > 0; words--) text.Append(Words[random.Next(Words.Length)]).Append(' ');
    }

    private static string File(Random random, int length)
    {
        var bytes = new byte[Math.Max(length, 1) * 3 / 4];
        random.NextBytes(bytes);
        return "Content-Type: application/pdf; name=\"invoice.pdf\"\r\nContent-Disposition: attachment; filename=\"invoice.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
    }
}
