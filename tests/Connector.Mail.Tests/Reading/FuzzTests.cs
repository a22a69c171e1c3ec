using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Reading;

public sealed class FuzzTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Gen<byte[]> Sample = Gen.Elements(Samples.All.ToArray());

    [Fact]
    public void Read_RandomBytes_NeverThrows() =>
        Check(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(), Survives);

    [Fact]
    public void Read_RandomTokens_NeverThrows()
    {
        string[] tokens = ["From: ", "To: ", "Subject: ", "Content-Type: multipart/mixed; boundary=b", "Content-Type: text/html", "\n", "\r\n", "\r", "\n\n", "--b", "--b--", "--", "=?utf-8?Q?", "?=", "=C3", "=", "\"", "<", ">", "(", ")", ",", ";", ":", "@", "a", "é", "\0", " ", "\t", "begin 644 x", "end", "M", "base64", "Content-Transfer-Encoding: ", "name*0*=", "message/rfc822", "Date: ", "2024", "+0100", "&#x", "<b>", "On x wrote:", "> "];
        Check(Gen.Elements(tokens).ArrayOf().Select(t => RawMail.Bytes(string.Concat(t))), Survives);
    }

    [Fact]
    public void Read_CutOffAnywhere_NeverThrows()
    {
        foreach (var sample in Samples.All)
            for (var length = 0; length <= sample.Length; length++) Survives(sample[..length]);
    }

    [Fact]
    public void Read_BytesFlipped_NeverThrows() =>
        Check(from mail in Sample from at in Gen.Choose(0, mail.Length - 1).ArrayOf() from b in Gen.Choose(0, 255) select Flip(mail, at, (byte)b), Survives);

    [Fact]
    public void Read_LinesDroppedOrDoubled_NeverThrows() =>
        Check(from mail in Sample from keep in Gen.Choose(0, 2).ArrayOf(60) select Lines(mail, keep), Survives);

    [Fact]
    public void Read_Concatenations_NeverThrow() =>
        Check(Sample.ArrayOf().Select(mails => mails.SelectMany(m => m).ToArray()), Survives);

    [Fact]
    public void Read_CharsetFlipped_NeverThrows()
    {
        string[] charsets = ["utf-8", "utf-16", "utf-7", "gb2312", "iso-2022-jp", "big5", "hz-gb-2312", "x-none", "default", "ks_c_5601-1987", "macintosh"];
        Check(from mail in Sample from to in Gen.Elements(charsets) select RawMail.Latin1(RawMail.ReadLatin1Text(mail).Replace("iso-8859-1", to, StringComparison.Ordinal).Replace("utf-8", to, StringComparison.Ordinal)), Survives);
    }

    [Fact]
    public void Read_LfAndCrLf_GiveTheSame() =>
        Check(from mail in Sample from keep in Gen.Choose(0, 2).ArrayOf(60) select Lines(mail, keep), mail =>
            Assert.Equal(Samples.Everything(MailReader.Read(mail)), Samples.Everything(MailReader.Read(RawMail.WithCrLf(mail)))));

    [Theory]
    [InlineData("--b\n")]
    [InlineData("--\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("=")]
    [InlineData("Content-Type: message/rfc822\n\n")]
    [InlineData("a: b\n")]
    [InlineData("a\n")]
    [InlineData(" \n")]
    [InlineData("begin 644 a\nM\n")]
    [InlineData("=ybegin name=a\n")]
    [InlineData("<div>")]
    [InlineData("\u001b$B")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n")]
    public void Read_TwoMegabytesOfOneThing_EndsInTwoSeconds(string piece)
    {
        var many = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        foreach (var head in new[] { "", "Subject: ", "From: a@x.example\n\n", "Content-Type: multipart/mixed; boundary=b\n\n", "Content-Type: text/html\n\n" })
        {
            var mail = RawMail.Bytes(head + many);
            var start = Stopwatch.GetTimestamp();
            Samples.Everything(MailReader.Read(mail));
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"{head.Trim()} {Stopwatch.GetElapsedTime(start)}");
        }
    }

    private static void Check(Gen<byte[]> mails, Action<byte[]> property) => Prop.ForAll(mails.ToArbitrary(), property).Check(Runs);

    private static void Survives(byte[] mail) => Assert.NotNull(Samples.Everything(MailReader.Read(mail)));

    private static byte[] Flip(byte[] mail, int[] places, byte value)
    {
        var flipped = (byte[])mail.Clone();
        foreach (var place in places.Take(20)) flipped[place] = (byte)(flipped[place] ^ value);
        return flipped;
    }

    private static byte[] Lines(byte[] mail, int[] times)
    {
        var lines = RawMail.ReadLatin1Text(mail).Split('\n');
        var kept = lines.SelectMany((line, i) => Enumerable.Repeat(line, i < times.Length ? Math.Max(times[i], i % 3 == 0 ? 1 : 0) : 1));
        return RawMail.Latin1(string.Join('\n', kept));
    }
}
