using System.Text;

namespace Connector.Mail.Tests.Reading;

/// <summary>Mails as bytes, written in tests with LF.</summary>
internal static class RawMail
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static string ReadLatin1Text(byte[] mail) => Encoding.Latin1.GetString(mail);

    public static byte[] WithCrLf(byte[] lf) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(lf).Replace("\n", "\r\n", StringComparison.Ordinal));

    public static MailMessage Read(string text) => MailReader.Read(Bytes(text));

    public static MailMessage ReadLatin1(string text) => MailReader.Read(Latin1(text));

    /// <summary>A mail with one header field under test.</summary>
    public static MailMessage WithHeader(string field) => Read($"{field}\nX-Mailer: t\n\nbody\n");

    /// <summary>A mail with a body of these bytes.</summary>
    public static MailMessage WithBody(string contentType, byte[] body, string transferEncoding = "8bit") =>
        MailReader.Read((byte[])[.. Bytes($"From: a@b.example\nContent-Type: {contentType}\nContent-Transfer-Encoding: {transferEncoding}\n\n"), .. body]);

    public static bool Mended(this MailMessage message, string key) => message.Warnings.Any(w => w == key || w.StartsWith($"{key}: ", StringComparison.Ordinal));
}
