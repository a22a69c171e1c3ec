namespace Connector.Mail.Tests.Reading;

public sealed class EncodedWordTests
{
    [Theory]
    [InlineData("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße")]
    [InlineData("=?UTF-8?b?R3LDvMOfZQ==?=", "Grüße")]
    [InlineData("=?iso-8859-1?Q?Gr=FC=DFe_aus?= =?iso-8859-1?Q?_K=F6ln?=", "Grüße aus Köln")]
    [InlineData("=?utf-8?Q?a=C3?= =?utf-8?Q?=BCb?=", "aüb")]
    [InlineData("=?utf-8?B?w7w=?=\n =?utf-8?B?w7w=?=", "üü")]
    [InlineData("=?gb2312?B?xOM=?= =?gb2312?B?usM=?=", "你好")]
    [InlineData("=?gb2312?B?xOO6?= =?gb2312?B?ww==?=", "你好")]
    [InlineData("before=?utf-8?Q?_=C3=BC_?=after", "before ü after")]
    [InlineData("=?utf-8?Q?=C3=BC?==?utf-8?Q?=C3=BC?=", "üü")]
    [InlineData("a =?utf-8?Q?=C3=BC?= b", "a ü b")]
    [InlineData("=?utf-8?Q??=", "")]
    [InlineData("a =?utf-8?B??= b", "a  b")]
    [InlineData("\"=?utf-8?Q?=C3=BC?=\"", "\"ü\"")]
    [InlineData("=?utf-8?Q?=3D=3Futf-8=3FQ=3F=3DC3=3DBC=3F=3D?=", "ü")]
    [InlineData("=?utf-8?Q?with raw blanks =C3=BC?=", "with raw blanks ü")]
    [InlineData("=?utf-8?Q?what??=", "what?")]
    [InlineData("=?utf-8*en?Q?=C3=BC?=", "ü")]
    [InlineData("=?x-unknown?Q?=C3=BC?=", "ü")]
    [InlineData("=?utf-32?Q?fake?=", "fake")]
    [InlineData("=?utf-8?B?R3LDvMOfZQ?=", "Grüße")]
    [InlineData("=?utf-8?B?R3LDvMOfZQ==", "Grüße")]
    [InlineData("=?utf-8?B?w7zD\nvA==?=\nMIME-Version: 1.0", "üü")]
    [InlineData("=?utf-8? Q?=C3=BC?=", "ü")]
    [InlineData("=?utf-8?X?=C3=BC?=", "=?utf-8?X?=C3=BC?=")]
    [InlineData("=?not a word", "=?not a word")]
    [InlineData("1 =? 2", "1 =? 2")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?iso-2022-jp?B?GyRCLSEbKEI=?=", "①")]
    [InlineData("=?UTF-7?Q?+APw-ber?=", "über")]
    [InlineData("=?utf-8?Q?line=0D=0ABcc:_x@y?=", "line  Bcc: x@y")]
    [InlineData("=?windows-1251?Q?=CF=F0=E8=E2=E5=F2?=", "Привет")]
    [InlineData("=?ks_c_5601-1987?B?vsiz5w==?=", "안녕")]
    public void Read_Subject_DecodesWords(string subject, string expected) => Assert.Equal(expected, RawMail.WithHeader($"Subject: {subject}").Subject);

    [Theory]
    [InlineData("=?utf-8?Q?=C3=BC?= ")]
    [InlineData("=?utf-32?B?AAAA?=")]
    [InlineData("=?a?b? ")]
    [InlineData("=?a?b?")]
    [InlineData("=?")]
    [InlineData("=?utf-8?B?====?=")]
    public void Read_ManyWords_EndsInTime(string word)
    {
        var message = RawMail.WithHeader($"Subject: {string.Concat(Enumerable.Repeat(word, 200_000 / word.Length))}");
        Assert.NotNull(message.Subject);
    }
}
