using System.Text;

namespace Connector.Mail.Tests.Reading;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("utf-8", "4772C3BCC39F6520E697A5E69CAC", "Grüße 日本")]
    [InlineData("UTF8", "4772C3BCC39F65", "Grüße")]
    [InlineData("\"utf-8\"", "C3A9", "é")]
    [InlineData("iso-8859-1", "845A697461749320962080", "„Zitat“ – €")]
    [InlineData("latin1", "C472676572", "Ärger")]
    [InlineData("ISO_8859-1:1987", "C472676572", "Ärger")]
    [InlineData("iso8859-1", "C472676572", "Ärger")]
    [InlineData("iso-8859-2", "5A61BFF3B3E62067EAB66CB1", "Zażółć gęślą")]
    [InlineData("iso-8859-5", "BFE0D8D2D5E2", "Привет")]
    [InlineData("iso-8859-7", "CAE1EBE7ECDDF1E1", "Καλημέρα")]
    [InlineData("iso-8859-9", "DD79692067FC6E6C6572", "İyi günler")]
    [InlineData("iso-8859-15", "313020A420BD75767265", "10 € œuvre")]
    [InlineData("iso-8859-16", "427563757265BA746920BA", "București ș")]
    [InlineData("iso-8859-10", "A1BC20FE", "Ąž þ")]
    [InlineData("iso-8859-14", "D0FE", "Ŵŷ")]
    [InlineData("windows-1250", "8E6C759D6F75E86BFD", "Žluťoučký")]
    [InlineData("windows-1251", "CFF0E8E2E5F2", "Привет")]
    [InlineData("cp1251", "CFF0E8E2E5F2", "Привет")]
    [InlineData("win-1251", "CFF0E8E2E5F2", "Привет")]
    [InlineData("windows-1252", "8075726F", "€uro")]
    [InlineData("windows-1253", "CAE1EBE7ECDDF1E1", "Καλημέρα")]
    [InlineData("windows-1254", "DD7969", "İyi")]
    [InlineData("windows-1255", "F9ECE5ED", "שלום")]
    [InlineData("windows-1256", "E3D1CDC8C7", "مرحبا")]
    [InlineData("windows-1257", "41E869FB", "Ačiū")]
    [InlineData("windows-1258", "D0E279", "Đây")]
    [InlineData("koi8-r", "F0D2C9D7C5D4", "Привет")]
    [InlineData("koi8-u", "B7D6C1CB", "Їжак")]
    [InlineData("ibm866", "8FE0A8A2A5E2", "Привет")]
    [InlineData("cp850", "477294E165", "Größe")]
    [InlineData("macintosh", "47729AA765", "Größe")]
    [InlineData("tis-620", "CAC7D1CAB4D5", "สวัสดี")]
    [InlineData("windows-874", "CAC7D1CAB4D5", "สวัสดี")]
    [InlineData("gb2312", "C4E3BAC3E946", "你好镕")]
    [InlineData("gbk", "C4E3BAC3E946", "你好镕")]
    [InlineData("gb18030", "C4E3BAC395328236", "你好𠀀")]
    [InlineData("GB_2312-80", "C4E3BAC3", "你好")]
    [InlineData("x-gbk", "C4E3BAC3", "你好")]
    [InlineData("hz-gb-2312", "7E7B44633A437E7D20617E7E62", "你好 a~b")]
    [InlineData("big5", "B17AA66EB6DC", "您好嗎")]
    [InlineData("big5-hkscs", "B17AA66EB6DC", "您好嗎")]
    [InlineData("euc-kr", "BEC8B3E7C7CFBCBCBFE4208C63", "안녕하세요 똠")]
    [InlineData("ks_c_5601-1987", "BEC8B3E7208C63B9E6B0A2C7CF", "안녕 똠방각하")]
    [InlineData("iso-2022-kr", "1B2429430E3E4833670F", "안녕")]
    [InlineData("shift_jis", "93FA967B8CEA8740878A", "日本語①㈱")]
    [InlineData("x-sjis", "93FA967B8CEA", "日本語")]
    [InlineData("windows-31j", "EEE0ED95", "髙﨑")]
    [InlineData("euc-jp", "C6FCCBDCB8EC", "日本語")]
    [InlineData("iso-2022-jp", "1B2442467C4B5C386C1B28422074657874", "日本語 text")]
    [InlineData("iso-2022-jp", "1B244234413B7A1B284936451B2842", "漢字ｶﾅ")]
    [InlineData("utf-7", "2B4150772D626572202B2D262D2B5A65566E4C412D", "über +&-日本")]
    [InlineData("utf-16", "FFFE47007200FC00DF0065002000E5652C67", "Grüße 日本")]
    [InlineData("utf-16le", "47007200FC00DF006500", "Grüße")]
    [InlineData("utf-16be", "0047007200FC00DF0065", "Grüße")]
    [InlineData("utf-16", "480065006C006C006F0020007700690064006500200077006F0072006C006400", "Hello wide world")]
    [InlineData("utf-32", "FFFE00004700000072000000FC000000DF00000065000000", "Grüße")]
    public void DecodeText_KnownCharset_GivesTheText(string label, string hex, string expected) => Assert.Equal(expected, Text(label, hex));

    [Theory]
    [InlineData("x-unknown", "C3BC", "ü")]
    [InlineData("x-unknown", "FC", "ü")]
    [InlineData("", "C3BC", "ü")]
    [InlineData("default", "FC", "ü")]
    [InlineData("us-ascii", "47C3BC", "Gü")]
    [InlineData("us-ascii", "47FC", "Gü")]
    [InlineData("iso-8859-1", "47C3BCC39F65", "Güße")]
    [InlineData("windows-1251", "D09FD180D0B8D0B2D0B5D182", "Привет")]
    [InlineData("shift_jis", "E697A5E69CACE8AA9EE697A5E69CACE8AA9E", "日本語日本語")]
    [InlineData("gb2312", "E4BDA0E5A5BDE4BDA0E5A5BDE4BDA0E5A5BD", "你好你好你好")]
    [InlineData("utf-8", "47FC6E", "Gün")]
    [InlineData("utf-8", "C3BC20FC20C3BC", "ü ü ü")]
    [InlineData("utf-8", "C3BC2093C3BC94", "ü “ü”")]
    [InlineData("utf-8", "68C3BC20E697", "hü \uFFFD")]
    [InlineData("utf-8", "EDA0BDEDB882", "😂")]
    [InlineData("utf-8", "EFBBBF61", "a")]
    [InlineData("iso-8859-1", "EFBBBFC3BC", "ü")]
    [InlineData("us-ascii", "FFFE47007200FC00", "Grü")]
    [InlineData("utf-8", "480065006C006C006F002000", "Hello ")]
    [InlineData("utf-16", "706C61696E", "plain")]
    [InlineData("utf-32", "706C61696E", "plain")]
    [InlineData("us-ascii", "1B2442467C4B5C1B2842", "日本")]
    [InlineData("iso-2022-jp", "1B24422D211B2842", "①")]
    [InlineData("iso-2022-jp", "1B2442467C4B5C", "日本")]
    [InlineData("iso-2022-jp", "1B2849362B1B2842", "ｶｫ")]
    [InlineData("utf-8", "610062", "ab")]
    [InlineData("utf-8", "61C28562", "a\nb")]
    public void DecodeText_WrongLabel_IsRecovered(string label, string hex, string expected) => Assert.Equal(expected, Text(label, hex));

    [Fact]
    public void DecodeText_UnknownLabel_IsNamed()
    {
        var message = RawMail.WithBody("text/plain; charset=x-martian", [0xFC]);
        Assert.Equal("ü", message.Text);
        Assert.Contains("charset-unknown: x-martian", message.Warnings);
    }

    [Fact]
    public void DecodeText_EveryLabelWithEveryByte_NeverThrows()
    {
        var bytes = Enumerable.Range(0, 512).Select(i => (byte)i).Concat(Enumerable.Range(0, 256).Select(i => (byte)(i * 167))).ToArray();
        string[] labels = ["utf-7", "utf-16", "utf-32", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "gb18030", "big5", "euc-jp", "shift_jis", "ks_c_5601-1987", "johab", "iso-8859-16", "cp037", "1200", "99999", "-"];
        foreach (var label in labels)
        {
            var text = RawMail.WithBody($"text/plain; charset={label}", bytes).Text;
            Assert.True(Encoding.UTF8.GetByteCount(text) > 0 && !text.Contains('\0'), label);
        }
    }

    private static string Text(string label, string hex) => RawMail.WithBody($"text/plain; charset={label}", Convert.FromHexString(hex)).Text;
}
