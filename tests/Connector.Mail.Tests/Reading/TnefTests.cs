using System.Text;

namespace Connector.Mail.Tests.Reading;

public sealed class TnefTests
{
    [Fact]
    public void Read_Winmail_GivesBodyAndFiles()
    {
        var tnef = new TnefBuilder().Subject("Hi").Body("Grüße\r\nEnd").File("LONGNA~1.TXT", "one"u8.ToArray(), (0x1F, 0x3707, Wide("Long näme.txt"))).File("b.bin", [1, 2]).Build();
        var message = RawMail.Read(TnefBuilder.Mail(tnef));
        Assert.Equal("Grüße\nEnd", message.Text);
        Assert.Equal([("Long näme.txt", 3L), ("b.bin", 2L)], message.Attachments.Select(a => (a.Name!, a.Size)));
        Assert.True(message.Mended("unpacked"));
    }

    [Fact]
    public void Read_OnlyRtfBody_IsText()
    {
        var rtf = TnefBuilder.Compress("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Gr\\'fc\\'dfe \\u8364?\\par second {\\b bold} line\\par}");
        var message = RawMail.Read(TnefBuilder.Mail(new TnefBuilder().Properties((0x102, 0x1009, rtf)).Build()));
        Assert.Equal("Grüße €\nsecond bold line\n", message.Text);
    }

    [Fact]
    public void Read_RtfAroundHtml_IsHtml()
    {
        var rtf = TnefBuilder.Compress("{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf\\par\\htmlrtf0 Hello {\\*\\htmltag84 <b>}\\htmlrtf{\\b\\htmlrtf0 world\\htmlrtf}\\htmlrtf0{\\*\\htmltag92 </b>}{\\*\\htmltag72 </p>}}");
        var message = RawMail.Read(TnefBuilder.Mail(new TnefBuilder().Properties((0x102, 0x1009, rtf)).Build()));
        Assert.Equal("<p>Hello <b>world</b></p>", message.RawHtml);
        Assert.Equal("Hello world", message.Text.Trim());
    }

    [Fact]
    public void Read_HtmlBody_IsHtml()
    {
        var html = "<p>ü</p>"u8.ToArray();
        var message = RawMail.Read(TnefBuilder.Mail(new TnefBuilder().Properties((0x3, 0x3FDE, BitConverter.GetBytes(65001)), (0x102, 0x1013, html)).Build()));
        Assert.Equal("<p>ü</p>", message.RawHtml);
    }

    [Fact]
    public void Read_TnefInsideTnef_IsOpened()
    {
        var inner = new TnefBuilder().Body("inner").File("deep.txt", "deep"u8.ToArray()).Build();
        byte[] embedded = [.. new byte[16], .. inner];
        var tnef = new TnefBuilder().Body("outer").File(null, [], (0x0D, 0x3701, embedded)).File("winmail.dat", inner).Build();
        var message = RawMail.Read(TnefBuilder.Mail(tnef));
        Assert.Equal("outer", message.Text);
        Assert.Equal(["deep.txt", "deep.txt"], message.Attachments.Select(a => a.Name));
    }

    [Fact]
    public void Read_CutOffAnywhere_GivesWhatIsThere()
    {
        var tnef = new TnefBuilder().Body("body").File("a.txt", "aaaa"u8.ToArray()).File("b.txt", Encoding.ASCII.GetBytes(new string('b', 200)), (0x1F, 0x3707, Wide("bb.txt"))).Build();
        for (var length = 0; length < tnef.Length; length++)
        {
            var message = RawMail.Read(TnefBuilder.Mail(tnef[..length]));
            Assert.True(message.Attachments.Count <= 2);
            if (length == tnef.Length - 100) Assert.Contains(message.Attachments, a => a.Name == "a.txt" && a.Size == 4);
        }
    }

    [Fact]
    public void Read_NoTnefAtAll_IsAFile()
    {
        var message = RawMail.Read(TnefBuilder.Mail("not tnef"u8.ToArray()));
        Assert.Equal(("winmail.dat", 8L), (message.Attachments[0].Name, message.Attachments[0].Size));
        Assert.True(message.Mended("tnef-broken"));
    }

    [Fact]
    public void Read_NamesMissing_AreNull() =>
        Assert.Null(Assert.Single(RawMail.Read(TnefBuilder.Mail(new TnefBuilder().Body("x").File(null, [1]).Build())).Attachments).Name);

    [Fact]
    public void Read_MsgFileThatIsTnef_IsOpened()
    {
        var inner = new TnefBuilder().File("in.txt", "in"u8.ToArray()).Build();
        var message = RawMail.Read(TnefBuilder.Mail(new TnefBuilder().File("mail.msg", inner).Build()));
        Assert.Equal("in.txt", Assert.Single(message.Attachments).Name);
    }

    private static byte[] Wide(string text) => Encoding.Unicode.GetBytes(text + "\0");
}
