using System.Globalization;
using Connector.Runtime.Settings;

namespace Connector.Runtime.Tests.Settings;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("30s", "00:00:30")]
    [InlineData("2m", "00:02:00")]
    [InlineData("12h", "12:00:00")]
    [InlineData("5d", "5.00:00:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData(" 2 M ", "00:02:00")]
    [InlineData("1.02:03:04", "1.02:03:04")]
    [InlineData("0s", "00:00:00")]
    [InlineData("-1d", "-1.00:00:00")]
    public void TryParse_Period_IsRead(string text, string expected)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("s")]
    [InlineData("soon")]
    [InlineData("2 weeks")]
    [InlineData("1e3s")]
    [InlineData("99999999999999d")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("00:00:30", "30s")]
    [InlineData("00:01:30", "90s")]
    [InlineData("24:00:00", "24d")]
    [InlineData("1.00:00:00", "1d")]
    [InlineData("00:00:00", "0s")]
    [InlineData("00:00:00.0000001", "00:00:00.0000001")]
    public void Format_Period_IsTheShortestExactForm(string period, string expected) =>
        Assert.Equal(expected, Period.Format(TimeSpan.Parse(period, CultureInfo.InvariantCulture)));

    [Fact]
    public void Parse_Nonsense_NamesTheFormsAllowed() =>
        Assert.Contains("write 30s, 2m, 12h, 5d", Assert.Throws<FormatException>(() => Period.Parse("soon")).Message, StringComparison.Ordinal);
}
