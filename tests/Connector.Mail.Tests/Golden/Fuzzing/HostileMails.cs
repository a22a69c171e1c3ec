using System.Text;

using Connector.Mail.Tests.Reading;

namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>Mails that are as large as a mail may be, each in a way that costs a careless reader time or memory.</summary>
internal static class HostileMails
{
    private const string Head = "From: a@example.com\r\nTo: support@example.org\r\nSubject: Re: Large\r\nIn-Reply-To: <1@example.org>\r\nMessage-ID: <2@example.com>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

    private const string Html = Head + "Content-Type: text/html; charset=utf-8\r\n\r\n";

    private const string Plain = Head + "Content-Type: text/plain; charset=utf-8\r\n\r\n";

    // Repeated until the size is reached.
    private const int Block = 200_000;

    public static readonly IReadOnlyDictionary<string, Func<int, byte[]>> Kinds = new Dictionary<string, Func<int, byte[]>>(StringComparer.Ordinal)
    {
        ["html-paragraphs"] = size => Filled(Html, size, i => $"<p class=x>Paragraph {i} with <b>some</b> words &amp; <i>marks</i>.</p>\r\n"),
        ["html-links"] = size => Filled(Html, size, i => $"<a href=\"https://example.com/{i}\">link {i}</a> "),
        ["html-nested"] = size => Filled(Html, size, _ => "<div><blockquote>"),
        ["html-one-text"] = size => Filled(Html + "<pre>", size, _ => "word word word word "),
        ["html-attributes"] = size => Filled(Html + "<p ", size, i => $"a{i}=\"b\" "),
        ["html-one-attribute"] = size => Filled(Html + "<a href=\"", size, _ => "x&amp;"),
        ["html-comments"] = size => Filled(Html, size, _ => "<!-- nothing to see --><!--[if mso]>x<![endif]-->"),
        ["html-style"] = size => Filled(Html, size, i => $"<span style=\"color:#{i % 4096:x3};font:{i}px a\">t</span>"),
        ["html-open-angles"] = size => Filled(Html, size, _ => "<<<<<<<<"),
        ["html-entities"] = size => Filled(Html, size, _ => "&amp;&lt;&eacute;&#128512;"),
        ["html-tables"] = size => Filled(Html, size, _ => "<table><tr><td>a<td>b<tr><td>c"),
        ["html-lists"] = size => Filled(Html, size, _ => "<ul><li>a<ol><li>b"),
        ["html-outlook-quotes"] = size => Filled(Html, size, i => $"<div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> a{i}@example.com<br></div><p>text</p>"),
        ["html-and-text"] = size => [.. Filled(Head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n", size / 2, i => $"Line {i} of the text.\r\n"), .. Filled("\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", size / 2, i => $"<p>Line {i} of the text.</p>\r\n")],
        ["text-lines"] = size => Filled(Plain, size, i => $"Line {i} of a long text with an address a{i}@example.com in it.\r\n"),
        ["text-quoted-lines"] = size => Filled(Plain, size, i => $"> Line {i} of a quotation.\r\n"),
        ["text-one-line"] = size => Filled(Plain, size, _ => "wordwordword "),
        ["text-attributions"] = size => Filled(Plain, size, i => $"On Mon, 2 Mar 2026 at 10:{i % 60:00}, Ann <a{i}@example.com> wrote:\r\n"),
        ["text-empty-lines"] = size => Filled(Plain, size, _ => "\r\n"),
        ["text-carriage-returns"] = size => Filled(Plain, size, _ => "a\r"),
        ["text-wide-characters"] = size => Filled(Plain, size, _ => "漢字かな混じり文\r\n"),
        ["text-broken-utf-8"] = size => [.. Encoding.ASCII.GetBytes(Plain), .. Enumerable.Range(0, size).Select(i => (byte)(i % 3 == 0 ? 0xE9 : i % 3 == 1 ? 0xC3 : 0x20))],
        ["text-iso-2022-jp"] = size => Filled(Plain.Replace("utf-8", "iso-2022-jp", StringComparison.Ordinal), size, _ => "\u001b$B4A;z\u001b(B "),
        ["text-utf-7"] = size => Filled(Plain.Replace("utf-8", "utf-7", StringComparison.Ordinal), size, _ => "+AOk-x"),
        ["text-uuencode"] = size => Filled(Plain, size, i => $"begin 644 f{i}\r\n#86)C\r\n`\r\nend\r\n"),
        ["text-uuencode-once"] = size => Filled(Plain + "begin 644 f\r\n", size, _ => "M" + new string('A', 60) + "\r\n"),
        ["text-yenc"] = size => Filled(Plain, size, i => $"=ybegin line=128 size=3 name=f{i}\r\nabc\r\n=yend size=3\r\n"),
        ["bounce-text"] = size => Filled(Plain.Replace("From: a@example.com", "From: MAILER-DAEMON@example.com", StringComparison.Ordinal).Replace("Re: Large", "Undelivered mail", StringComparison.Ordinal), size, i => $"<a{i}@example.com>: 550 no such user\r\n"),
        ["bounce-report"] = size => Filled(Head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n", size, i => $"Final-Recipient: rfc822;a{i}@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"),
        ["base64-one-line"] = size => Filled(Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", size, _ => "dGV4dCB0ZXh0IHRleHQg"),
        ["base64-html"] = size => Filled(Head + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", size, _ => "PHA+dGV4dDwvcD48YnI+PGI+eDwvYj4K"),
        ["base64-broken"] = size => Filled(Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", size, _ => "dGV4*dCB0=ZXh0\r\n"),
        ["base64-file"] = size => Filled(Head + "Content-Type: application/pdf; name=f.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n", size, _ => "dGV4dCB0ZXh0IHRleHQgdGV4dCB0ZXh0IHRleHQgdGV4dCB0ZXh0IHRleHQg\r\n"),
        ["quoted-printable"] = size => Filled(Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", size, _ => "=C3=A9=\r\n= =3D="),
        ["addresses"] = size => Filled(Head + "Cc: ", size, i => $"Name {i} <a{i}@example.com>,\r\n "),
        ["address-fields"] = size => Filled(Head, size, i => $"Cc: Name {i} <a{i}@example.com>\r\n"),
        ["encoded-words"] = size => Filled(Head + "Subject: ", size, _ => "=?utf-8?B?w6nDqcOp?=\r\n "),
        ["references"] = size => Filled(Head + "References: ", size, i => $"<id{i}@example.com>\r\n "),
        ["header-fields"] = size => Filled(Head, size, i => $"X-{i}: value\r\n"),
        ["header-one-field"] = size => Filled(Head + "X-A: ", size, _ => "aaaaaaaaaaaaaaaa"),
        ["header-folds"] = size => Filled(Head + "Subject: a", size, _ => "\r\n b"),
        ["header-parameters"] = size => Filled(Head + "Content-Type: text/plain", size, i => $"; name*{i}*=%41"),
        ["parts-many"] = size => Filled(Head + "Content-Type: multipart/mixed; boundary=b\r\n", size, i => $"\r\n--b\r\n\r\nText {i}"),
        ["parts-nested"] = size => Filled(Head + "Content-Type: multipart/mixed; boundary=b0\r\n", size, i => $"\r\n--b{i}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n"),
        ["messages-nested"] = size => Filled(Head, size, _ => "Content-Type: message/rfc822\r\n\r\n"),
        ["dashes"] = size => Filled(Head + "Content-Type: multipart/mixed; boundary=\"-\"\r\n", size, _ => "\r\n--"),
        ["texts-many"] = size => Filled(Head + "Content-Type: multipart/mixed; boundary=b\r\n", size, i => $"\r\n--b\r\nContent-Type: text/html; charset=x-{i}\r\nContent-ID: <{i}@x>\r\n\r\n<p>{i}</p>"),
        ["not-a-mail"] = size => Filled("", size, i => $"{i}\0"),
        ["calendar"] = size => Filled(Head + "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", size, i => $"DESCRIPTION:{i}\\n\r\n "),
        ["enriched"] = size => Filled(Head + "Content-Type: text/enriched\r\n\r\n", size, _ => "<bold>a</bold><<"),
        ["tnef-rtf"] = RtfBomb,
    };

    /// <summary>Compressed text in <c>winmail.dat</c> that is nothing but references: each two bytes become seventeen.</summary>
    private static byte[] RtfBomb(int size)
    {
        var packed = new byte[16 + size / 4 * 3 / 17 * 17];
        BitConverter.TryWriteBytes(packed.AsSpan(4), 30_000_000);
        BitConverter.TryWriteBytes(packed.AsSpan(8), 0x75465A4C);
        for (var i = 16; i < packed.Length; i++) packed[i] = (i - 16) % 17 == 0 ? (byte)0xFF : (i - 16) % 17 % 2 == 0 ? (byte)0x0F : (byte)0x00;
        return Encoding.ASCII.GetBytes(TnefBuilder.Mail(new TnefBuilder().Properties((0x102, 0x1009, packed)).Build()));
    }

    private static byte[] Filled(string head, int size, Func<int, string> piece)
    {
        var block = new StringBuilder();
        for (var i = 0; block.Length < Block; i++) block.Append(piece(i));
        var (start, repeated) = (Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(block.ToString()));
        var mail = new byte[start.Length + ((size / repeated.Length) + 1) * repeated.Length];
        start.CopyTo(mail, 0);
        for (var at = start.Length; at < mail.Length; at += repeated.Length) repeated.CopyTo(mail, at);
        return mail;
    }
}
