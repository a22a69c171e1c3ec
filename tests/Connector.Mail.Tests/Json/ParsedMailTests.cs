using System.Text;
using System.Text.Json;
using Connector.Mail.Json;

namespace Connector.Mail.Tests.Json;

public sealed class ParsedMailTests
{
    private const string Bounce = "From: MAILER-DAEMON@x.example\nReturn-Path: <>\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nfailed\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; b@y.example\nAction: failed\nStatus: 5.1.1\n--r--\n";

    [Fact]
    public void Line_PropertyNamesAndOrder_AreTheInterface()
    {
        using var json = Parse("From: a@x.example\n\nx\n");
        Assert.Equal(["message", "class", "classReason", "bounce"], Names(json.RootElement));
        Assert.Equal(
            ["messageId", "inReplyTo", "references", "date", "subject", "from", "sender", "replyTo", "to", "cc", "bcc", "text", "html", "replyText", "quotedText", "attachments", "warnings", "partial"],
            Names(json.RootElement.GetProperty("message")));
    }

    [Fact]
    public void Line_AbsentValues_AreNull()
    {
        using var json = Parse("From: a@x.example\n\nx\n");
        var message = json.RootElement.GetProperty("message");
        foreach (var name in new[] { "messageId", "date", "sender", "html" }) Assert.Equal(JsonValueKind.Null, message.GetProperty(name).ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("bounce").ValueKind);
        Assert.Equal(0, message.GetProperty("references").GetArrayLength());
        Assert.False(message.GetProperty("partial").GetBoolean());
    }

    [Fact]
    public void Line_Values_AreWrittenAsAgreed()
    {
        using var json = Parse("From: Ä <a@x.example>\nMessage-ID: <1@x>\nDate: Tue, 5 Mar 2024 14:07:09 +0100\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Disposition: attachment; filename=f.bin\nContent-ID: <c@x>\n\nabc\n--b--\n");
        var message = json.RootElement.GetProperty("message");
        Assert.Equal("2024-03-05T14:07:09+01:00", message.GetProperty("date").GetString());
        Assert.Equal("""{"name":"Ä","address":"a@x.example"}""", message.GetProperty("from")[0].GetRawText());
        Assert.Equal("""{"name":"f.bin","contentType":"text/plain","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","contentId":"c@x","inline":false}""", message.GetProperty("attachments")[0].GetRawText());
        Assert.Equal("human", json.RootElement.GetProperty("class").GetString());
    }

    [Fact]
    public void Line_Bounce_HasItsRecipients()
    {
        using var json = Parse(Bounce);
        Assert.Equal("dsn", json.RootElement.GetProperty("class").GetString());
        Assert.Equal("""{"recipients":["b@y.example"],"permanent":true,"originalMessageId":null}""", json.RootElement.GetProperty("bounce").GetRawText());
    }

    [Fact]
    public void Line_ClassOfSeveralWords_IsKebabCase()
    {
        using var json = Parse("From: a@x.example\nAuto-Submitted: auto-replied\n\nx\n");
        Assert.Equal("auto-replied", json.RootElement.GetProperty("class").GetString());
    }

    [Fact]
    public void Line_WarningsOfDecoding_AreInIt()
    {
        using var json = JsonDocument.Parse(ParsedMailJson.Line(ParsedMail.Of(MailReader.Read((byte[])[.. "From: a@x.example\nContent-Type: text/plain; charset=utf-8\n\n"u8, 0xFC]), OwnMail.Unknown)));
        Assert.Equal("charset-wrong: utf-8 has other bytes", json.RootElement.GetProperty("message").GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public void Line_OneMail_IsOneLine() => Assert.DoesNotContain('\n', ParsedMailJson.Line(Of("From: a@x.example\nSubject: s\n\na\nb\n")));

    private static JsonDocument Parse(string mail) => JsonDocument.Parse(ParsedMailJson.Line(Of(mail)));

    private static ParsedMail Of(string mail) => ParsedMail.Of(MailReader.Read(Encoding.UTF8.GetBytes(mail)), OwnMail.Unknown);

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
