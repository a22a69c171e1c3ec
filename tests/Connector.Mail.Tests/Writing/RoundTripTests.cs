using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Writing;

/// <summary>What we write, our own reader reads back, and finds nothing to mend.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void WriteThenRead_AnyMail_GivesTheSameFields() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(MailGenerator.Mail), mail =>
        {
            var read = MailReader.Read(MailWriter.Write(mail));
            Assert.Equal(Expected.Words(mail.Subject), read.Subject);
            Assert.Equal(People([mail.From]), People(read.From));
            Assert.Equal(mail.Sender is null ? [] : People([mail.Sender]), People(read.Sender is null ? [] : [read.Sender]));
            Assert.Equal(People(mail.To), People(read.To));
            Assert.Equal(People(mail.Cc), People(read.Cc));
            Assert.Equal(People(mail.ReplyTo), People(read.ReplyTo));
            Assert.Empty(read.Bcc);
            Assert.Equal(mail.Date, read.Date);
            Assert.Equal(mail.Date.Offset, read.Date!.Value.Offset);
            Assert.Equal(mail.MessageId, read.MessageId);
            Assert.Equal(mail.InReplyTo, read.InReplyTo);
            Assert.Equal(Expected.References(mail), read.References);
            Assert.Equal("ABCD2345EFGH", read.Headers.Last("X-Case-Thread"));
            Assert.Equal(mail.Html is null ? null : Expected.Body(mail.Html), read.RawHtml?.TrimEnd('\n'));
            Assert.Equal(Files(mail), read.Attachments.Select(a => $"{a.Name}|{a.ContentType}|{a.ContentId}|{Convert.ToHexString(a.Part.Decode().Span)}"));
            Assert.False(read.Partial);
            Assert.DoesNotContain(read.Warnings, w => !(HasUnlabelledText(mail) && w.StartsWith("charset-wrong: no charset", StringComparison.Ordinal)));
        }));

    [Fact]
    public void WriteThenRead_AnyText_GivesTheSameText() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(MailGenerator.Mail.Where(m => !string.IsNullOrWhiteSpace(m.Text))), mail =>
            Assert.Equal(Expected.Body(mail.Text), MailReader.Read(MailWriter.Write(mail)).Text.TrimEnd('\n'))));

    [Fact]
    public void Write_AnyMail_KeepsEveryLineShort() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(MailGenerator.Mail), mail =>
            Assert.All(new WrittenMail(mail).Lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 78))));

    /// <summary>A text file of unknown charset stands in for a text that is blank: its reader has to guess.</summary>
    private static bool HasUnlabelledText(OutgoingMail mail) => string.IsNullOrWhiteSpace(mail.Text) && mail.Attachments.Any(a => a.ContentType == "text/plain");

    private static string[] People(IEnumerable<MailAddress> people) => [.. people.Select(p => $"{Expected.Name(p.Name)}|{Wire(p.Address)}")];

    private static string Wire(string address)
    {
        try
        {
            return AddrSpec.Format(address);
        }
        catch (InvalidMailException)
        {
            return $"unusable: {address}";
        }
    }

    /// <summary>The reader takes quotes around a file name for a mailer's mistake, which they nearly always are.</summary>
    private static IEnumerable<string> Files(OutgoingMail mail)
    {
        var images = mail.Attachments.Where(a => mail.Html is not null && a is { Inline: true, ContentId: not null }).ToList();
        return images.Concat(mail.Attachments.Except(images)).Select(f => $"{Expected.FileName(f.Name).Trim('"')}|{Expected.Type(f.ContentType)}|{f.ContentId}|{Convert.ToHexString(f.Content.Span)}");
    }
}
