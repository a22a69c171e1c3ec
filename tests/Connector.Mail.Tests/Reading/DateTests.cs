namespace Connector.Mail.Tests.Reading;

public sealed class DateTests
{
    [Theory]
    [InlineData("Tue, 05 Mar 2024 14:07:09 +0100", "2024-03-05T14:07:09+01:00")]
    [InlineData("5 Mar 2024 14:07 +0100", "2024-03-05T14:07:00+01:00")]
    [InlineData("Tue, 5 Mar 2024 14:07:09 +0100 (CET)", "2024-03-05T14:07:09+01:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 EST", "2024-03-05T14:07:09-05:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 GMT+0200", "2024-03-05T14:07:09+02:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 +02:00", "2024-03-05T14:07:09+02:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 -0000", "2024-03-05T14:07:09+00:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 Z", "2024-03-05T14:07:09+00:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09", "2024-03-05T14:07:09+00:00")]
    [InlineData("05 Mar 98 14:07:09 +0000", "1998-03-05T14:07:09+00:00")]
    [InlineData("05 Mar 07 14:07:09 +0000", "2007-03-05T14:07:09+00:00")]
    [InlineData("05 Mar 103 14:07:09 +0000", "2003-03-05T14:07:09+00:00")]
    [InlineData("Tue Mar  5 14:07:09 2024", "2024-03-05T14:07:09+00:00")]
    [InlineData("2024-03-05T14:07:09+01:00", "2024-03-05T14:07:09+01:00")]
    [InlineData("2024-03-05 14:07:09.123 -0330", "2024-03-05T14:07:09-03:30")]
    [InlineData("05-Mar-2024 14:07:09 +0000", "2024-03-05T14:07:09+00:00")]
    [InlineData("03/05/2024 2:07:09 PM", "2024-03-05T14:07:09+00:00")]
    [InlineData("05.03.2024 14:07:09", "2024-03-05T14:07:09+00:00")]
    [InlineData("Tue, 05 Mar 2024 24:00:00 +0000", "2024-03-06T00:00:00+00:00")]
    [InlineData("Tue, 05 Mar 2024 23:59:60 +0000", "2024-03-05T23:59:59+00:00")]
    [InlineData("Di, 5 Mär 2024 14:07:09 +0100", "2024-03-05T14:07:09+01:00")]
    [InlineData("mar., 5 déc. 2023 14:07:09 +0100", "2023-12-05T14:07:09+01:00")]
    [InlineData("2024年3月5日 14:07:09 +0800", "2024-03-05T14:07:09+08:00")]
    [InlineData("Tue, 05 Mar 2024 14:07:09 +9900", "2024-03-05T14:07:09+00:00")]
    [InlineData("Fri, 01 Jan 2100 00:00:00 +0000", "2100-01-01T00:00:00+00:00")]
    [InlineData("Tue, 05 Mar 2024 14.07.09 +0000", "2024-03-05T14:07:09+00:00")]
    public void Read_Date_UnderstandsIt(string field, string expected) =>
        Assert.Equal(expected, RawMail.WithHeader($"Date: {field}").Date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz"));

    [Fact]
    public void Read_DateOf181Characters_IsUnderstoodByItsStart()
    {
        var field = "Tue, 05 Mar 2024 14:07:09 +0100 " + new string('x', 149);
        Assert.Equal(181, field.Length);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 14, 7, 9, TimeSpan.FromHours(1)), RawMail.WithHeader($"Date: {field}").Date);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("Fri, 31 Feb 2024 10:00:00 +0000")]
    [InlineData("Tue, 05 Mar 2024 99:00:00 +0000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("")]
    public void Read_ImpossibleDate_IsNullAndNamed(string field)
    {
        var message = RawMail.WithHeader($"Date: {field}");
        Assert.Null(message.Date);
        Assert.True(message.Mended("date-unusable"));
    }

    [Fact]
    public void Read_NoDate_IsNull() => Assert.Null(RawMail.WithHeader("X-None: 1").Date);
}
