using System.Text;

namespace Connector.Mail.Tests.Reading;

public sealed class TransferEncodingTests
{
    [Theory]
    [InlineData("base64", "SGVsbG8gd29ybGQ=", "Hello world")]
    [InlineData("BASE64", "SGVsbG8g\nd29ybGQ=\n", "Hello world")]
    [InlineData("base64", "SGVsbG8gd29ybGQ", "Hello world")]
    [InlineData("base64", "SGVsbG8=\nIHdvcmxk\n", "Hello world")]
    [InlineData("base64", "SGVs*bG8g\u0001d29y\nbGQ=", "Hello world")]
    [InlineData("base64", "  SGVsbG8g\n  d29ybGQ=", "Hello world")]
    [InlineData("base64", "SGVsbG8gd29ybGQ=\n____________________\nlist mailing list\nhttp://x.example/\n", "Hello world")]
    [InlineData("base64", "This was never encoded, it only says so.\n", "This was never encoded, it only says so.\n")]
    [InlineData("base64", "", "")]
    [InlineData("base64", "====", "")]
    [InlineData("\"base64\"", "SGVsbG8=", "Hello")]
    [InlineData("base-64", "SGVsbG8=", "Hello")]
    [InlineData("quoted-printable", "a=20b=3D=C3=BC", "a b=ü")]
    [InlineData("quoted-printable", "soft =\nbreak=  \nhere", "soft breakhere")]
    [InlineData("quoted-printable", "lower=c3=bc", "lowerü")]
    [InlineData("quoted-printable", "odd = sign =XY =4", "odd = sign =XY =4")]
    [InlineData("quoted-printable", "end=", "end")]
    [InlineData("quoted/printable", "a=3Db", "a=b")]
    [InlineData("7bit", "a=3Db", "a=3Db")]
    [InlineData("x-unknown", "a=3Db", "a=3Db")]
    [InlineData("8 bit", "ü", "ü")]
    [InlineData("binary", "ü", "ü")]
    [InlineData("x-uuencode", "begin 644 f\n+2&5L;&\\@=V]R;&0`\n`\nend\n", "Hello world")]
    public void DecodeText_TransferEncoding_IsTakenOff(string encoding, string body, string expected) =>
        Assert.Equal(expected, RawMail.WithBody("text/plain; charset=utf-8", RawMail.Bytes(body), encoding).Root.DecodeText());

    [Theory]
    [InlineData("base64", "SGVs*bG8=", "base64-mended")]
    [InlineData("base64", "This was never encoded at all", "transfer-encoding-wrong")]
    [InlineData("quoted-printable", "a =XY", "quoted-printable-mended")]
    [InlineData("x-martian", "a", "transfer-encoding-unknown")]
    public void Text_BrokenEncoding_IsNamed(string encoding, string body, string warning)
    {
        var message = RawMail.WithBody("text/plain", RawMail.Bytes(body), encoding);
        Assert.NotEmpty(message.Text);
        Assert.True(message.Mended(warning), string.Join('|', message.Warnings));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(12_287)]
    [InlineData(12_288)]
    [InlineData(12_289)]
    [InlineData(500_001)]
    public void Decode_Base64OfAnyLength_IsExact(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        foreach (var lineLength in new[] { 60, 76, 77, 998, int.MaxValue })
        {
            var text = Convert.ToBase64String(content).Chunk(lineLength).Select(c => new string(c));
            var part = RawMail.WithBody("application/octet-stream", RawMail.Bytes(string.Join("\r\n", text)), "base64").Root;
            Assert.True(part.Decode().Span.SequenceEqual(content), $"{length} in lines of {lineLength}");
        }
    }

    [Fact]
    public void Decode_QuotedPrintableOfEveryByte_IsExact()
    {
        var content = Enumerable.Range(0, 40_000).Select(i => (byte)(i * 7)).ToArray();
        var lines = content.Chunk(20).Select(c => $"{string.Concat(c.Select(b => $"={b:X2}"))}=\r\n");
        var part = RawMail.WithBody("application/octet-stream", RawMail.Bytes(string.Concat(lines)), "quoted-printable").Root;
        Assert.True(part.Decode().Span.SequenceEqual(content));
    }

    [Fact]
    public void Read_UuencodeInText_IsAFile()
    {
        var message = RawMail.Read("From: a@x.example\n\nSee the file.\n\nbegin 644 hello.txt\n+2&5L;&\\@=V]R;&0`\n`\nend\n\nBye\n");
        var file = Assert.Single(message.Attachments);
        Assert.Equal(("hello.txt", 11L), (file.Name, file.Size));
        Assert.Equal("Hello world", Encoding.ASCII.GetString(file.Part.Decode().Span));
        Assert.Equal("See the file.\n\n\nBye\n", message.Text);
    }

    [Theory]
    [InlineData("begin 644 the work\nand go on\n")]
    [InlineData("begin at nine\n")]
    [InlineData("=ybegin without a name\n")]
    public void Read_TextThatOnlyLooksEncoded_StaysText(string text) => Assert.Equal(text, RawMail.Read($"From: a@x.example\n\n{text}").Text);

    [Fact]
    public void Read_YEncInText_IsAFile()
    {
        var content = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        var data = content.SelectMany(b => Escape((byte)(b + 42))).ToArray();
        byte[] mail = [.. "From: a@x.example\n\nFile:\n=ybegin line=256 size=256 name=all bytes.bin\n"u8, .. data, .. "\n=yend size=256\nBye\n"u8];
        var message = MailReader.Read(mail);
        var file = Assert.Single(message.Attachments);
        Assert.Equal("all bytes.bin", file.Name);
        Assert.True(file.Part.Decode().Span.SequenceEqual(content));
        Assert.Equal("File:\nBye\n", message.Text);

        static byte[] Escape(byte b) => b is 0 or 10 or 13 or 61 ? [61, (byte)(b + 64)] : [b];
    }
}
