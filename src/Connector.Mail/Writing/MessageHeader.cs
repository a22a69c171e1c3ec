using System.Buffers;
using System.Globalization;

namespace Connector.Mail.Writing;

/// <summary>The header fields of the message itself, in the order people expect to read them.</summary>
internal static class MessageHeader
{
    public static void Write(OutgoingMail mail, IBufferWriter<byte> output)
    {
        new HeaderField("Date").Add(FormatDate(mail.Date)).WriteTo(output);
        Addresses("From", [mail.From], output);
        if (mail.Sender is { } sender) Addresses("Sender", [sender], output);
        Addresses("Reply-To", mail.ReplyTo, output);
        WriteRecipients(mail, output);
        new HeaderField("Message-ID").Add(MessageIds.Own(mail.MessageId)).WriteTo(output);
        Ids("In-Reply-To", MessageIds.Usable(mail.InReplyTo), output);
        Ids("References", MessageIds.Chain(mail.References), output);
        new HeaderField("Subject").AddText(PlainWords.Clean(mail.Subject)).WriteTo(output);
        foreach (var header in mail.Headers) ExtraHeader.Write(header, output);
        new HeaderField("MIME-Version").Add("1.0").WriteTo(output);
    }

    private static string FormatDate(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static void WriteRecipients(OutgoingMail mail, IBufferWriter<byte> output)
    {
        Addresses("To", mail.To, output);
        Addresses("Cc", mail.Cc, output);
        if (mail.To.Count == 0 && mail.Cc.Count == 0) new HeaderField("To").Add("undisclosed-recipients:;").WriteTo(output);
    }

    private static void Addresses(string name, IReadOnlyList<MailAddress> addresses, IBufferWriter<byte> output)
    {
        if (addresses.Count == 0) return;
        var field = new HeaderField(name);
        for (var i = 0; i < addresses.Count; i++)
            Mailbox.AddTo(field, name, addresses[i], i < addresses.Count - 1);
        field.WriteTo(output);
    }

    private static void Ids(string name, IReadOnlyList<string> ids, IBufferWriter<byte> output)
    {
        if (ids.Count == 0) return;
        var field = new HeaderField(name);
        foreach (var id in ids) field.Add(id);
        field.WriteTo(output);
    }
}
