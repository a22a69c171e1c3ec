using System.Text;

namespace Connector.Mail.Tests.Classifying;

internal static class SmallMail
{
    /// <summary>A human mail with these header lines on top; a line here replaces the usual one of its name.</summary>
    public static MailMessage With(string headers = "", string body = "Hello,\nwhere is my parcel?\n")
    {
        var own = headers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] usual = ["From: Ann <ann@example.org>", "To: support@example.com", "Subject: Order 4711", "Message-ID: <m1@example.org>", "Date: Tue, 5 May 2020 10:00:00 +0000", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"];
        var names = own.Where(line => line[0] is not (' ' or '\t')).Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = own.Concat(usual.Where(line => !names.Contains(Name(line))));
        return MailReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n\n" + body));
    }

    /// <summary>A bounce as plain text, from a mail system.</summary>
    public static MailMessage Bounce(string body, string subject = "Undelivered Mail Returned to Sender", string from = "MAILER-DAEMON@mx.example.net") =>
        With($"From: {from}\nSubject: {subject}\nReturn-Path: <>", body);

    private static string Name(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];
}
