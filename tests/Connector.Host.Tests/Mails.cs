using System.Text;

namespace Connector.Host.Tests;

/// <summary>Mails of the tests; each has an id of its own.</summary>
internal static class Mails
{
    private static int _number;

    public static byte[] Plain(string from, string subject, string text, string? extra = null) => Encoding.UTF8.GetBytes($"""
        From: {from}
        To: support@example.org
        Subject: {subject}
        Date: Mon, 2 Mar 2026 10:00:00 +0000
        Message-ID: <mail-{Interlocked.Increment(ref _number)}@customer.example>
        {(extra is null ? "" : extra + "\n")}MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {text}
        """.ReplaceLineEndings("\r\n"));

    public static byte[] WithoutSender() => Encoding.ASCII.GetBytes($"To: support@example.org\r\nSubject: hello\r\nMessage-ID: <nosender-{Interlocked.Increment(ref _number)}@customer.example>\r\n\r\nhello\r\n");
}
