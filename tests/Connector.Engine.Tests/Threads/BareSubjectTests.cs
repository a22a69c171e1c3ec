using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

public sealed class BareSubjectTests
{
    private static readonly string Token = ThreadIds.New(n => [.. Enumerable.Range(3, n).Select(i => (byte)(i * 3))]);

    [Theory]
    [InlineData("Broken lamp", "Broken lamp")]
    [InlineData("Re: Broken lamp", "Broken lamp")]
    [InlineData("RE: re:Re : Broken lamp", "Broken lamp")]
    [InlineData("AW: Re: SV: VS: Antw: Odp: Broken lamp", "Broken lamp")]
    [InlineData("Fwd: FW: WG: TR: Broken lamp", "Broken lamp")]
    [InlineData("Re[2]: Re(3): Re*4: Broken lamp", "Broken lamp")]
    [InlineData("回复：Broken lamp", "Broken lamp")]
    [InlineData("回复: 答复： Broken lamp", "Broken lamp")]
    [InlineData("[EXTERNAL] RE: [Ext] Broken lamp", "Broken lamp")]
    [InlineData("Ответ: ΑΠ: 답장: 轉寄: Antwort: Broken lamp", "Broken lamp")]
    [InlineData("Renovation: lamp", "Renovation: lamp")]
    [InlineData("Re", "Re")]
    [InlineData("", "")]
    [InlineData("  Re:   ", "")]
    public void Of_Prefixes_AreTaken(string subject, string bare) => Assert.Equal(bare, BareSubject.Of(subject));

    /// <summary>As long as a header may be: work grows with the length alone, and no clock ends it.</summary>
    [Theory]
    [InlineData("Re", " ")]
    [InlineData("Re", "\t[ ")]
    [InlineData("", "Re: ")]
    [InlineData("", "[ext] ")]
    [InlineData("[", "A")]
    public void Of_LongSubjects_AreRead(string head, string repeated)
    {
        var subject = head + string.Concat(Enumerable.Repeat(repeated, 256 * 1024 / repeated.Length)) + "lamp";
        Assert.EndsWith("lamp", BareSubject.Of(subject), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OwnTokenWherever_IsTaken()
    {
        Assert.Equal("Broken lamp", BareSubject.Of($"Re: Broken lamp [{Token}]"));
        Assert.Equal("Broken lamp", BareSubject.Of($"Re: [{Token.ToLowerInvariant()}] Broken lamp"));
        Assert.Equal("Broken lamp", BareSubject.Of($"Fwd: Broken lamp [{Token}] [{Token}]"));
    }

    [Theory]
    [InlineData("Order [ABCDEFGHIJKL]")]
    [InlineData("Order [#14355] [EXT]")]
    [InlineData("[Extra] Order")]
    public void Of_OthersTags_Stay(string subject) => Assert.Equal(subject, BareSubject.Of(subject));

    [Fact]
    [Trait("Requirement", "R035")]
    [Trait("Requirement", "D-18")]
    public void Answer_FiveRoundsOfPrefixes_CarriesTheTokenOnce()
    {
        var subject = BareSubject.Answer("Broken lamp", Token);
        foreach (var prefix in new[] { "Re: ", "AW: ", "SV: ", "Fwd: ", "回复：" })
        {
            subject = BareSubject.Answer(prefix + subject, Token);
            Assert.Equal($"Re: Broken lamp [{Token}]", subject);
        }
    }

    [Fact]
    [Trait("Requirement", "R036")]
    public void Answer_NoToken_HasNone() => Assert.Equal("Re: Broken lamp", BareSubject.Answer("AW: Broken lamp", null));
}
