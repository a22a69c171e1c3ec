using Connector.Engine.Participants;

namespace Connector.Engine.Tests.Participants;

public sealed class AuthenticationResultsTests
{
    [Theory]
    [InlineData("mx.example.com; dmarc=pass header.from=example.org", "pass", "example.org")]
    [InlineData("mx.example.com 1; spf=pass smtp.mailfrom=a@example.org; dmarc=pass (p=reject dis=none) header.from=example.org", "pass", "example.org")]
    [InlineData("mx.example.com;\tdmarc = pass\theader.from = \"example.org\"", "pass", "example.org")]
    [InlineData("mx.example.com; dmarc=pass (p=none; sp=(a \\) b)) header.from=example.org; spf=none", "pass", "example.org")]
    [InlineData("mx.example.com (Postfix; mail); DMARC=Fail header.from=example.org", "fail", "example.org")]
    [InlineData("mx.example.com; none", null, null)]
    [InlineData("mx.example.com; dkim=pass header.d=example.org", null, null)]
    [InlineData("mx.example.com; dmarc=pass", "pass", null)]
    [InlineData("mx.example.com; dmarc=passed header.from=example.org", "passed", "example.org")]
    [InlineData("mx.example.com; dmarc=pass header.from=example.org; dmarc=fail header.from=example.org", "unclear", null)]
    [InlineData("mx.example.com; dmarc=pass header.from=example.org header.from=other.org", "pass", null)]
    public void Read_OneField_TellsServerResultAndDomain(string field, string? dmarc, string? from)
    {
        var read = AuthenticationResults.Read(field)!;

        Assert.Equal(("mx.example.com", dmarc, from), (read.Server, read.Dmarc, read.From));
    }

    [Theory]
    [InlineData("mx.example.com; spf=none smtp.mailfrom=\"a; dmarc=pass header.from=example.org \"@evil.example")]
    [InlineData("mx.example.com; spf=none (; dmarc=pass header.from=example.org ;) smtp.mailfrom=a@evil.example")]
    [InlineData("mx.example.com; dkim=fail header.i=\"\\\"; dmarc=pass header.from=example.org \"@evil.example")]
    public void Read_WordsTheSenderChose_AreNoResult(string field) => Assert.Null(AuthenticationResults.Read(field)!.Dmarc);

    [Theory]
    [InlineData(""), InlineData("; dmarc=pass header.from=example.org"), InlineData("mx.example.com (never closed; dmarc=pass header.from=example.org"), InlineData("mx.example.com; x=\"; dmarc=pass header.from=example.org")]
    public void Read_NotOfTheForm_IsNothing(string field) => Assert.Null(AuthenticationResults.Read(field));

    [Fact]
    public void Read_ALongField_TakesTimeInProportion() =>
        Assert.Equal("pass", AuthenticationResults.Read("mx.example.com; x" + string.Concat(Enumerable.Repeat(" = ", 200_000)) + "; dmarc=pass header.from=a.example")!.Dmarc);
}
