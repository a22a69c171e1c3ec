namespace Connector.Mail.Tests.Reading;

public sealed class AddressTests
{
    [Theory]
    [InlineData("john@example.com", "john@example.com")]
    [InlineData("<john@example.com>", "john@example.com")]
    [InlineData("John Doe <john@example.com>", "John Doe <john@example.com>")]
    [InlineData("\"Doe, John\" <john@example.com>", "Doe, John <john@example.com>")]
    [InlineData("Doe, John <john@example.com>", "Doe, John <john@example.com>")]
    [InlineData("Doe, John, Dr. <john@example.com>, jane@example.com", "Doe, John, Dr. <john@example.com>|jane@example.com")]
    [InlineData("john@home.example <john@example.com>", "john@home.example <john@example.com>")]
    [InlineData("John @ Work <john@example.com>", "John @ Work <john@example.com>")]
    [InlineData("john@example.com (John Doe)", "John Doe <john@example.com>")]
    [InlineData("John Doe (john@example.com)", "John Doe <john@example.com>")]
    [InlineData("(a (nested) remark) john@example.com", "a (nested) remark <john@example.com>")]
    [InlineData("John Doe john@example.com", "John Doe <john@example.com>")]
    [InlineData("a@x.example, b@x.example,, c@x.example,", "a@x.example|b@x.example|c@x.example")]
    [InlineData("a@x.example; b@x.example", "a@x.example|b@x.example")]
    [InlineData("Team: a@x.example, B <b@x.example>;, c@x.example", "a@x.example|B <b@x.example>|c@x.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("undisclosed-recipients: ;, a@x.example", "a@x.example")]
    [InlineData("Undisclosed recipients", "")]
    [InlineData("<@relay.example,@hop.example:john@example.com>", "john@example.com")]
    [InlineData("<<john@example.com>>", "john@example.com")]
    [InlineData("<mailto:john@example.com>", "john@example.com")]
    [InlineData("John <john@example.com", "John <john@example.com>")]
    [InlineData("John <john @ example.com>", "John <john@example.com>")]
    [InlineData("\"John <john@example.com>, \"Jane\" <jane@example.com>", "John <john@example.com>|Jane <jane@example.com>")]
    [InlineData("\"Boss <boss@bank.example>,\" <anna@x.example>", "Boss <boss@bank.example>, <anna@x.example>")]
    [InlineData("<\"<x>\"@x.example>", "\"<x>\"@x.example")]
    [InlineData("A <a@x.example> B <b@x.example>", "A <a@x.example>|B <b@x.example>")]
    [InlineData("'john@example.com' <john@example.com>", "john@example.com <john@example.com>")]
    [InlineData("\"\"@example.com", "\"\"@example.com")]
    [InlineData("\"john doe\"@example.com", "\"john doe\"@example.com")]
    [InlineData("jöhn@exämple.com", "jöhn@exämple.com")]
    [InlineData("MAILER-DAEMON", "MAILER-DAEMON")]
    [InlineData("MAILER-DAEMON (Mail Delivery System)", "Mail Delivery System <MAILER-DAEMON>")]
    [InlineData("=?utf-8?Q?Doe,_J=C3=B6hn?= <john@example.com>", "Doe, Jöhn <john@example.com>")]
    [InlineData("\"=?utf-8?B?SsO2aG4=?=\" <john@example.com>", "Jöhn <john@example.com>")]
    [InlineData("=?utf-8?Q?John_<john@example.com>?=", "John <john@example.com>")]
    [InlineData("\"John \\\"Jo\\\" Doe\" <john@example.com>", "John \"Jo\" Doe <john@example.com>")]
    public void Read_AddressList_FindsEveryMailbox(string field, string expected)
    {
        var message = RawMail.WithHeader($"To: {field}");
        Assert.Equal(expected, string.Join('|', message.To));
    }

    [Theory]
    [InlineData("From:")]
    [InlineData("From: <>")]
    [InlineData("From: ,;,")]
    [InlineData("X-None: 1")]
    public void Read_NoSender_LeavesFromEmpty(string field) => Assert.Empty(RawMail.WithHeader(field).From);

    [Theory]
    [InlineData("John Doe")]
    [InlineData("John Doe <>")]
    [InlineData("\"John Doe\" <>")]
    public void Read_OnlyAName_KeepsItWithoutAddress(string field)
    {
        var from = Assert.Single(RawMail.WithHeader($"From: {field}").From);
        Assert.Equal(("John Doe", ""), (from.Name, from.Address));
    }

    [Fact]
    public void Read_TwoSenders_KeepsBoth() =>
        Assert.Equal(["a@x.example", "b@x.example"], RawMail.WithHeader("From: a@x.example, B <b@x.example>").From.Select(a => a.Address));

    [Fact]
    public void Read_EmptyReplyTo_IsEmpty() => Assert.Empty(RawMail.WithHeader("Reply-To: <>").ReplyTo);

    [Theory]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("<")]
    [InlineData("=?utf-8?Q?=41?= ")]
    [InlineData("a@x.example, ")]
    [InlineData("\"a@b <c@d>, ")]
    [InlineData("x: ")]
    public void Read_HugeList_EndsInTime(string piece)
    {
        var message = RawMail.WithHeader($"To: {string.Concat(Enumerable.Repeat(piece, 135_000 / piece.Length))}");
        Assert.True(message.To.Count <= ReadLimits.Default.MaxAddresses);
    }

    [Fact]
    public void Read_MoreThanTheLimit_StopsAndSaysSo()
    {
        var message = MailReader.Read(RawMail.Bytes($"To: {string.Join(',', Enumerable.Range(0, 50).Select(i => $"u{i}@x.example"))}\n\n"), new ReadLimits { MaxAddresses = 20 });
        Assert.Equal(20, message.To.Count);
        Assert.True(message.Mended("limit-reached"));
    }
}
