using System.Text;
using Connector.Mail.Replies;

namespace Connector.Mail.Tests.Replies;

/// <summary>Small mails around a body, all of them replies unless said otherwise.</summary>
internal static class ReplyMail
{
    public static ReplyParts Text(string body, string subject = "Re: Order") => Read("text/plain", body, subject);

    public static ReplyParts Html(string body, string subject = "Re: Order") => Read("text/html", body, subject);

    public static ReplyParts Both(string text, string html, string subject = "Re: Order") =>
        Extract($"""
            From: ann@example.org
            Subject: {subject}
            In-Reply-To: <1@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {text}
            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {html}
            --b--

            """);

    public static ReplyParts First(string body, string subject) =>
        Extract($"From: ann@example.org\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}");

    /// <summary>Lines joined and runs of white space made one, as people compare texts.</summary>
    public static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ReplyParts Read(string type, string body, string subject) =>
        Extract($"From: ann@example.org\nSubject: {subject}\nIn-Reply-To: <1@example.org>\nMIME-Version: 1.0\nContent-Type: {type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}");

    private static ReplyParts Extract(string mail) => ReplyExtractor.Extract(MailReader.Read(Encoding.UTF8.GetBytes(mail)));
}
