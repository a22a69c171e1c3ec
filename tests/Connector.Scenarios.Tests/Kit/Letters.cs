using System.Text;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>Writes a scenario's mail as its sender's program would.</summary>
internal static class Letters
{
    public static byte[] Write(Step step, DateTimeOffset at, Templates templates)
    {
        if (step.Raw is { } raw) return Encoding.UTF8.GetBytes(templates.Fill(raw).ReplaceLineEndings("\r\n"));
        var mail = step.Mail!;
        var text = new StringBuilder();
        foreach (var (name, value) in mail.Headers) Field(name, value);
        Field("From", mail.From);
        Field("To", string.Join(", ", mail.To));
        Field("Cc", string.Join(", ", mail.Cc.Concat(Enumerable.Range(1, mail.CcCount).Select(n => $"p{n}@crowd.example"))));
        Field("Subject", mail.Subject);
        Field("Date", at.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", System.Globalization.CultureInfo.InvariantCulture));
        Field("Message-ID", mail.MessageId ?? $"{(step.Key.Length == 0 ? "mail" : step.Key)}.{at.Ticks}@customer.example");
        if (mail.InReplyTo is { } answered) Field("In-Reply-To", answered);
        if (mail.References is { } chain) Field("References", chain);
        text.Append("Content-Type: text/plain; charset=utf-8\r\n\r\n").Append(templates.Fill(mail.Text).ReplaceLineEndings("\r\n")).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Field(string name, string value)
        {
            var filled = templates.Fill(value);
            if (name is "Message-ID" or "In-Reply-To" or "References") filled = string.Join(' ', filled.Split(' ').Select(Bracketed));
            if (filled.Length > 0 || name == "In-Reply-To") text.Append(name).Append(": ").Append(filled).Append("\r\n");
        }
    }

    private static string Bracketed(string id) => id.Contains('@') && !id.Contains('<') ? $"<{id}>" : id;
}
