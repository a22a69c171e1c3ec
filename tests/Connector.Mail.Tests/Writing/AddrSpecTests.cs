namespace Connector.Mail.Tests.Writing;

public sealed class AddrSpecTests
{
    [Theory]
    [InlineData("anna@example.net", "anna@example.net")]
    [InlineData(" anna@example.net ", "anna@example.net")]
    [InlineData("support+abcd.1.k@example.org", "support+abcd.1.k@example.org")]
    [InlineData("two..dots@example.net", "\"two..dots\"@example.net")]
    [InlineData("with space@example.net", "\"with space\"@example.net")]
    [InlineData("\"quoted\"@example.net", "quoted@example.net")]
    [InlineData("\"a\\\"b\"@example.net", "\"a\\\"b\"@example.net")]
    [InlineData("<x>@example.net", "\"<x>\"@example.net")]
    [InlineData("a@b@example.net", "\"a@b\"@example.net")]
    [InlineData("info@müller.example", "info@xn--mller-kva.example")]
    [InlineData("info@MÜLLER.example", "info@xn--mller-kva.example")]
    [InlineData("info@例え.example", "info@xn--r8jz45g.example")]
    [InlineData("jürgen@example.net", "jürgen@example.net")]
    [InlineData("a@[192.0.2.1]", "a@[192.0.2.1]")]
    [InlineData("a@[IPv6:2001:db8::1]", "a@[IPv6:2001:db8::1]")]
    public void Format_Address_IsAsOnTheWire(string address, string expected) => Assert.Equal(expected, AddrSpec.Format(address));

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.net")]
    [InlineData("anna@")]
    [InlineData("anna@exa mple.net")]
    [InlineData("anna@example..net")]
    [InlineData("anna@<example.net>")]
    [InlineData("anna@example.net>\u0000")]
    [InlineData("anna@[evil]x]")]
    [InlineData("anna\t@example.net")]
    public void Format_NoAddress_IsRefused(string address) => Assert.Throws<InvalidMailException>(() => AddrSpec.Format(address));

    [Fact]
    public void Format_EndlessAddress_IsRefused() => Assert.Throws<InvalidMailException>(() => AddrSpec.Format(new string('a', 400) + "@example.net"));
}
