namespace Connector.Mail.Tests.Writing;

public sealed class HeaderInjectionTests
{
    public static TheoryData<string> Breaks => ["\r\nX-Evil: yes", "\nX-Evil: yes", "\rX-Evil: yes", "\r\n\r\nX-Evil: yes", "\0X-Evil: yes", "\u0085X-Evil: yes", "\u2028X-Evil: yes"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Write_BreakInTypedText_StaysInItsField(string evil)
    {
        var mail = new WrittenMail(Outgoing.Plain with
        {
            From = new("Support" + evil, "support@example.org"),
            Subject = "Hello" + evil,
            Attachments = [Outgoing.File("name" + evil), new("b", "text/plain" + evil, new byte[1])],
        });
        Assert.DoesNotContain(mail.Lines, line => line.StartsWith("X-Evil", StringComparison.Ordinal));
        Assert.DoesNotContain('\0', mail.Text);
        Assert.Equal("Hello X-Evil: yes", mail["Subject"]);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Write_BreakInSyntax_IsRefused(string evil)
    {
        Refused(m => m with { From = new(null, "support@example.org" + evil) });
        Refused(m => m with { Cc = [new(null, $"a{evil}@example.org")] });
        Refused(m => m with { ReplyTo = [new(null, $"\"a{evil}\"@example.org")] });
        Refused(m => m with { MessageId = $"id{evil}@example.org" });
        Refused(m => m with { Headers = [new("X-Name" + evil, "value")] });
        Refused(m => m with { Html = "", Attachments = [new("a", "image/png", default, "id" + evil, Inline: true)] });
    }

    [Theory]
    [InlineData("\r\nX-Evil: yes")]
    [InlineData("\n folded")]
    [InlineData("\0")]
    public void Write_BreakInAnExtraValue_IsRefused(string evil) => Refused(m => m with { Headers = [new("X-Name", "value" + evil)] });

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Write_BreakInAForeignId_LeavesTheIdOut(string evil)
    {
        var mail = new WrittenMail(Outgoing.Plain with { InReplyTo = ["id" + evil], References = ["id" + evil, "good@example.net"] });
        Assert.Null(mail["In-Reply-To"]);
        Assert.Equal("<good@example.net>", mail["References"]);
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("from")]
    [InlineData("Content-Type")]
    [InlineData("With Space")]
    [InlineData("With:Colon")]
    [InlineData("")]
    public void Write_ExtraHeaderThatIsNotExtra_IsRefused(string name) => Refused(m => m with { Headers = [new(name, "value")] });

    [Fact]
    public void Write_Refusal_DoesNotRepeatTheValue()
    {
        var refusal = Assert.Throws<InvalidMailException>(() => MailWriter.Write(Outgoing.Plain with { To = [new(null, "personal\n@example.net")] }));
        Assert.Equal("To", refusal.Field);
        Assert.DoesNotContain("personal", refusal.Message);
    }

    [Fact]
    public void Write_BoundaryInTheText_CannotEndThePart()
    {
        var first = new WrittenMail(Outgoing.Plain with { Html = "<p>" });
        var boundary = first["Content-Type"]!.Split('"')[1];
        var second = new WrittenMail(Outgoing.Plain with { Html = "<p>", Text = $"\n--{boundary}--\nContent-Type: text/html\n\nevil\n" });
        Assert.DoesNotContain($"--{second["Content-Type"]!.Split('"')[1]}--\r\nContent-Type", second.Text);
    }

    private static void Refused(Func<OutgoingMail, OutgoingMail> change) =>
        Assert.Throws<InvalidMailException>(() => MailWriter.Write(change(Outgoing.Plain)));
}
