using Connector.Runtime.Settings;

namespace Connector.Runtime.Tests.Settings;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("25MB", 26_214_400)]
    [InlineData("1.5 kb", 1536)]
    [InlineData("7B", 7)]
    [InlineData("1GB", 1_073_741_824)]
    public void TryParse_SizeWithUnit_IsBytes(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var size));
        Assert.Equal(bytes, size.Bytes);
    }

    [Theory]
    [InlineData("25")]
    [InlineData("MB")]
    [InlineData("-1MB")]
    [InlineData("99999999999999999999GB")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(ByteSize.TryParse(text, out _));

    [Theory]
    [InlineData(26_214_400, "25MB")]
    [InlineData(1536, "1536B")]
    [InlineData(2048, "2KB")]
    [InlineData(0, "0B")]
    public void ToString_OfBytes_IsShortestExactForm(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());
}
