using System.Text;

namespace Connector.Mail.Tests.Writing;

/// <summary>Mails to write in tests.</summary>
internal static class Outgoing
{
    public static readonly OutgoingMail Plain = new()
    {
        From = new("Support", "support@example.org"),
        To = [new("Anna Lindqvist", "anna@example.net")],
        Subject = "Your order",
        Date = new DateTimeOffset(2026, 3, 2, 17, 14, 19, TimeSpan.FromHours(1)),
        MessageId = "abc.1@example.org",
        Text = "Hello Anna,\n\nit is on its way.\n",
    };

    public static readonly OutgoingAttachment Pixel = new("pixel.png", "image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47 }, "pixel@example.org", Inline: true);

    public static OutgoingAttachment File(string name, string content = "content", string type = "application/pdf") =>
        new(name, type, Encoding.UTF8.GetBytes(content));
}
