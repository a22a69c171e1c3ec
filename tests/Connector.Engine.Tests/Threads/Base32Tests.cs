using Connector.Engine.Threads;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Threads;

public sealed class Base32Tests
{
    [Fact]
    public void EncodeNumber_Any_IsReadBackInEitherCase() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Gen.Choose(0, (1 << 30) - 1)), number =>
        {
            Assert.True(Base32.TryDecode(Base32.Encode(number), out var read));
            Assert.Equal(number, read);
            Assert.True(Base32.TryDecode(Base32.Encode(number).ToUpperInvariant(), out read));
            Assert.Equal(number, read);
        }));

    [Theory]
    [InlineData(0, "a")]
    [InlineData(1, "b")]
    [InlineData(31, "9")]
    [InlineData(32, "ba")]
    public void EncodeNumber_Known_HasNoLeadingZeros(int number, string text) => Assert.Equal(text, Base32.Encode(number));

    [Theory]
    [InlineData("")]
    [InlineData("bbbbbbb")]
    [InlineData("b1")]
    [InlineData("bo")]
    [InlineData("b-")]
    public void TryDecode_NoNumber_IsFalse(string text) => Assert.False(Base32.TryDecode(text, out _));

    [Fact]
    public void EncodeBytes_Any_KeepsEveryBit() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b))), bytes =>
        {
            var text = Base32.Encode(bytes);
            Assert.Equal((bytes.Length * 8 + 4) / 5, text.Length);
            var bits = string.Concat(text.Select(c => Convert.ToString(Base32.Alphabet.IndexOf(c), 2).PadLeft(5, '0')));
            Assert.Equal(string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0'))), bits[..(bytes.Length * 8)]);
            Assert.DoesNotContain('1', bits[(bytes.Length * 8)..]);
        }));
}
