using System.Text;
using System.Text.Json.Nodes;

using FsCheck.Fluent;

namespace Connector.Mail.Tests.Writing;

/// <summary>What we write, Python's <c>email</c> package reads back field by field.</summary>
public sealed class PythonReadsTests
{
    private const int Mails = 300;

    [Fact]
    public void Write_ThreeHundredMails_PythonReadsTheSameFields()
    {
        var mails = MailGenerator.Mail.Sample(Mails).ToList();
        var read = PythonReader.Read([.. mails.Select((m, i) => KeyValuePair.Create($"{i:D4}.eml", MailWriter.Write(m)))]);
        var differences = mails.SelectMany((mail, i) => Differences(mail, read[$"{i:D4}.eml"]).Select(d => $"{i:D4} {d}")).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n" + string.Join('\n', differences.Take(20)));
    }

    private static IEnumerable<string> Differences(OutgoingMail mail, JsonNode answer)
    {
        if (answer["read"] is not { } read) return [$"not read: {answer["error"]}"];
        return new (string Field, string Want, string Got)[]
        {
            ("defects", "", string.Join(' ', Strings(read["defects"]))),
            ("subject", Expected.Words(mail.Subject), Text(read["subject"])),
            ("from", People([mail.From]), People(read["from"])),
            ("sender", mail.Sender is null ? "" : People([mail.Sender]), People(read["sender"])),
            ("to", People(mail.To), People(read["to"])),
            ("cc", People(mail.Cc), People(read["cc"])),
            ("replyTo", People(mail.ReplyTo), People(read["replyTo"])),
            ("date", mail.Date.ToString("yyyy-MM-ddTHH:mm:sszzz"), Text(read["date"])),
            ("messageId", $"<{mail.MessageId}>", Text(read["messageId"])),
            ("references", string.Join(' ', Expected.References(mail).Select(r => $"<{r}>")), string.Join(' ', Strings(read["references"]))),
            ("inReplyTo", string.Join(' ', mail.InReplyTo.Select(r => $"<{r}>")), string.Join(' ', Strings(read["inReplyTo"]))),
            ("parts", string.Join('\n', Parts(mail)), string.Join('\n', read["parts"]!.AsArray().Select(Part!))),
        }.Where(f => f.Want != f.Got).Select(f => $"{f.Field}\n want {f.Want}\n got  {f.Got}");
    }

    private static string People(IEnumerable<MailAddress> people) =>
        string.Join("; ", people.Select(p => Person(Expected.Name(p.Name) ?? "", AddrSpec.Format(p.Address))));

    private static string People(JsonNode? people) => string.Join("; ", people!.AsArray().Select(p => Person(Text(p![0]), Text(p[1]))));

    /// <summary>Python keeps the white space between encoded words of a name (against RFC 2047 section 6.2), and the quotes of a local part only where its own rules want them.</summary>
    private static string Person(string name, string address) => $"{name.Replace(" ", "")}|{address.Replace("\"", "")}";

    private static IEnumerable<string> Parts(OutgoingMail mail)
    {
        var images = mail.Attachments.Where(a => mail.Html is not null && a is { Inline: true, ContentId: not null }).ToList();
        if (mail.Html is null || mail.Text.Length > 0) yield return $"text/plain - {Expected.Body(mail.Text)}";
        if (mail.Html is { } html) yield return $"text/html - {Expected.Body(html)}";
        foreach (var file in images.Concat(mail.Attachments.Except(images)))
            yield return $"{Expected.Type(file.ContentType)} {Expected.FileName(file.Name)} {(file.Inline ? "inline" : "attachment")} {file.ContentId} {Convert.ToHexStringLower(file.Content.Span)}";
    }

    private static string Part(JsonNode part)
    {
        var content = Text(part["content"]);
        return part["disposition"] is null
            ? $"{part["type"]} - {Expected.Body(Encoding.UTF8.GetString(Convert.FromHexString(content)))}"
            : $"{part["type"]} {part["name"]} {part["disposition"]} {Text(part["id"]).Trim('<', '>')} {content}";
    }

    private static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(Text)];

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
