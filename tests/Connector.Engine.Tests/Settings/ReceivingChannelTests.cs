using System.Text;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Mail;

namespace Connector.Engine.Tests.Settings;

public sealed class ReceivingChannelTests
{
    [Theory]
    [InlineData("To: Sales <sales@example.org>", "sales")]
    [InlineData("To: Sales+offer <SALES+offer@example.org>, x@elsewhere.example", "sales")]
    [InlineData("To: x@elsewhere.example\r\nCc: sales@example.org", "sales")]
    [InlineData("Delivered-To: <sales@example.org>\r\nTo: support@example.org, sales@example.org", "sales")]
    [InlineData("X-Original-To: sales@example.org\r\nDelivered-To: mailbox-7@hoster.example\r\nTo: support@example.org", "sales")]
    [InlineData("Delivered-To: mailbox-7@hoster.example\r\nTo: sales@example.org", "sales")]
    public void Of_OneChannelFits_IsThatOne(string head, string channel) => Assert.Equal(new(channel), Of(head));

    [Theory]
    [InlineData("To: x@elsewhere.example", "one of cases, island, remote, sales, support: the mail went to no address of a channel")]
    [InlineData("Subject: to nobody", "one of cases, island, remote, sales, support: the mail went to no address of a channel")]
    [InlineData("To: support@example.org, sales@example.org", "one of sales, support: the mail went to each of them")]
    [InlineData("Delivered-To: support@example.org\r\nDelivered-To: sales@example.org\r\nTo: sales@example.org", "one of sales, support: the mail went to each of them")]
    public void Of_NoneOrSeveralFit_SaysWhatMustBeNamed(string head, string words) => Assert.Equal(new(null, $"must be named, {words}"), Of(head));

    private static ReceivingChannel Of(string head) =>
        ReceivingChannel.Of(MailReader.Read(Encoding.ASCII.GetBytes($"From: Anna <anna@customer.example>\r\n{head}\r\n\r\nHello\r\n")), TestSetup.Create());
}
