using System.Text;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>The mail that a receipt (RFC 8098) speaks of. Many programs name it there alone.</summary>
internal static class ReceiptReport
{
    private const string Field = "Original-Message-ID:";
    private const int LongestReport = 20_000;

    public static string? OriginalId(MailMessage mail)
    {
        if (Part(mail.Root) is not { } report || report.EncodedBody.Length > LongestReport) return null;
        var line = Encoding.ASCII.GetString(report.EncodedBody.Span).Split('\n').FirstOrDefault(l => l.StartsWith(Field, StringComparison.OrdinalIgnoreCase));
        return line?[Field.Length..].Trim().Trim('<', '>') is { Length: > 0 } id ? id : null;
    }

    private static MailPart? Part(MailPart root) =>
        root.ContentType == "message/disposition-notification" ? root : root.IsMultipart ? root.Children.FirstOrDefault(c => c.ContentType == "message/disposition-notification") : null;
}
