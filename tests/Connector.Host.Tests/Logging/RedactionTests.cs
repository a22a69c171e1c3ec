using Connector.Host.Logging;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Host.Tests.Logging;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("from anna.b+x@mail.example.net today", "from (address) today")]
    [InlineData("müßig@firma.example", "(address)")]
    [InlineData("password is hunter22!", "password is ***!")]
    [InlineData("key ck_abc23_def456 used", "key *** used")]
    [InlineData("i-17 at 12:00 @ noon", "i-17 at 12:00 @ noon")]
    public void Apply_Line_LosesAddressesAndSecretsOnly(string line, string expected)
    {
        var mask = new SecretMask();
        mask.Add("hunter22");

        Assert.Equal(expected, new Redaction { Mask = mask }.Apply(line));
    }
}
