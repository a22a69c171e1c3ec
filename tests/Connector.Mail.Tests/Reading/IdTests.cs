namespace Connector.Mail.Tests.Reading;

public sealed class IdTests
{
    [Theory]
    [InlineData("<a@b.example>", "a@b.example")]
    [InlineData(" <a@b.example> (remark)", "a@b.example")]
    [InlineData("<a>@b@c", "a@b@c")]
    [InlineData("<a b c@d.example>", "abc@d.example")]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData("<a@b.example", "a@b.example")]
    [InlineData("a@b.example>", "a@b.example>")]
    [InlineData("<a@b.example> <c@d.example>", "a@b.example")]
    [InlineData("<no-at-sign>", "no-at-sign")]
    [InlineData("=?utf-8?Q?<a@b.example>?=", "a@b.example")]
    public void Read_MessageId_GivesOneId(string field, string expected) => Assert.Equal(expected, RawMail.WithHeader($"Message-ID: {field}").MessageId);

    [Theory]
    [InlineData("Message-ID:")]
    [InlineData("Message-ID: <>")]
    [InlineData("Message-ID: <@>")]
    [InlineData("X-None: 1")]
    public void Read_NoUsableMessageId_IsNull(string field) => Assert.Null(RawMail.WithHeader(field).MessageId);

    [Fact]
    public void Read_TwoMessageIdFields_LastWins()
    {
        var message = RawMail.WithHeader("Message-ID: <first@x.example>\nMessage-ID: <last@x.example>");
        Assert.Equal("last@x.example", message.MessageId);
        Assert.True(message.Mended("header-doubled"));
    }

    [Fact]
    public void Read_VeryLongId_IsKeptUpToTheLimit()
    {
        var id = $"{new string('a', 5_000)}@x.example";
        Assert.Equal(id, RawMail.WithHeader($"Message-ID: <{id}>").MessageId);
        Assert.Null(RawMail.WithHeader($"Message-ID: <{new string('a', 100_000)}@x.example>").MessageId);
    }

    [Theory]
    [InlineData("<a@x> <b@x>", "a@x|b@x")]
    [InlineData("<a@x>,<b@x>, <c@x>", "a@x|b@x|c@x")]
    [InlineData("<a@x><b@x>", "a@x|b@x")]
    [InlineData("<a@x>\n\t<b@\n x> <c@x>", "a@x|b@x|c@x")]
    [InlineData("<a@x> <> <b@x>", "a@x|b@x")]
    [InlineData("a@x b@x", "a@x|b@x")]
    [InlineData("<a@x> <b@x> <a@x>", "b@x|a@x")]
    [InlineData("<a@x <b@x>", "a@x|b@x")]
    [InlineData("<a>@b@c <d@x>", "a@b@c|d@x")]
    [InlineData("=?us-ascii?Q?<a@x>?=\n =?us-ascii?Q?_<b@x>?=", "a@x|b@x")]
    public void Read_References_GivesIdsInOrder(string field, string expected) =>
        Assert.Equal(expected, string.Join('|', RawMail.WithHeader($"References: {field}").References));

    [Theory]
    [InlineData("<a@x>", "a@x")]
    [InlineData("Your message of Monday <a@x> and <b@x>", "a@x|b@x")]
    [InlineData("message from joe@example.com of Tuesday", "")]
    [InlineData("your letter", "")]
    [InlineData("a@x", "a@x")]
    [InlineData("<>", "")]
    public void Read_InReplyTo_IgnoresProse(string field, string expected) =>
        Assert.Equal(expected, string.Join('|', RawMail.WithHeader($"In-Reply-To: {field}").InReplyTo));

    [Fact]
    public void Read_HugeReferences_KeepsTheNearest()
    {
        var all = Enumerable.Range(0, 6_000).Select(i => $"<id{i}@host.example>").ToList();
        var message = RawMail.WithHeader($"References: {string.Join("\n ", all)}");
        Assert.Equal(ReadLimits.Default.MaxReferences, message.References.Count);
        Assert.Equal("id5999@host.example", message.References[^1]);
        Assert.True(message.Mended("limit-reached"));
    }
}
