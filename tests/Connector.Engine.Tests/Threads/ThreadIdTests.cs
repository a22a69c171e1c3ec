using System.Text.RegularExpressions;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Threads;

public sealed partial class ThreadIdTests
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    [GeneratedRegex("^[A-Z0-9]{12}$")]
    private static partial Regex Form();

    private static Property ForAnyId(Action<string> check) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed => check(ThreadIds.New(new CountingFresh(seed).Bytes)));

    [Fact]
    [Trait("Requirement", "R037")]
    [Trait("Requirement", "D-17")]
    public void New_AnyBytes_HasTwelveCharactersWithLetterAndDigitAndChecksItself() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), ForAnyId(id =>
        {
            Assert.Matches(Form(), id);
            Assert.All(id, c => Assert.Contains(c, Alphabet));
            Assert.Contains(id, char.IsAsciiLetter);
            Assert.Contains(id, char.IsAsciiDigit);
            Assert.Equal(CheckOf(id), id[10..]);
            Assert.True(ThreadIds.IsWellFormed(id));
            Assert.True(ThreadIds.IsWellFormed(id.ToLowerInvariant()));
        }));

    [Fact]
    [Trait("Requirement", "D-17")]
    public void IsWellFormed_OneCharacterChanged_IsNot() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), Arb.From(Gen.Choose(0, 11)), Arb.From(Gen.Choose(1, 31)), (seed, at, by) =>
        {
            var id = ThreadIds.New(new CountingFresh(seed).Bytes).ToCharArray();
            id[at] = Alphabet[(Alphabet.IndexOf(id[at]) + by) % 32];
            Assert.False(ThreadIds.IsWellFormed(id));
        }));

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, new byte[] { 31, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 31, 31, 31, 31, 31, 31, 31, 31, 31, 31 }, new byte[] { 1, 30, 3, 28, 5, 26, 7, 24, 9, 22 })]
    public void New_LettersOrDigitsOnly_IsDrawnAgain(byte[] first, byte[] second)
    {
        var draws = new Queue<byte[]>([first, second]);
        var id = ThreadIds.New(_ => draws.Dequeue());
        Assert.True(draws.Count == 0 || id.Any(char.IsAsciiLetter) && id.Any(char.IsAsciiDigit));
        Assert.Contains(id, char.IsAsciiLetter);
        Assert.Contains(id, char.IsAsciiDigit);
    }

    [Fact]
    public void New_AllZeroBytes_IsDrawnTwice()
    {
        var draws = 0;
        ThreadIds.New(n => draws++ == 0 ? new byte[n] : [9, 31, 9, 31, 9, 31, 9, 31, 9, 31]);
        Assert.Equal(2, draws);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAA")]
    [InlineData("14355")]
    [InlineData("OIOIOIOIOI01")]
    public void IsWellFormed_OtherForms_IsFalse(string text) => Assert.False(ThreadIds.IsWellFormed(text));

    /// <summary>N mod 1021 in two characters, worked out in big numbers as the rule book words it.</summary>
    private static string CheckOf(string id)
    {
        var number = id[..10].Aggregate(System.Numerics.BigInteger.Zero, (n, c) => n * 32 + Alphabet.IndexOf(c));
        var rest = (int)(number % 1021);
        return $"{Alphabet[rest / 32]}{Alphabet[rest % 32]}";
    }
}
