using System.Collections.Frozen;

namespace Connector.Mail.Reading.Charsets;

/// <summary>Names without punctuation, to code pages; and the superset that senders of a charset really use.</summary>
internal static class CharsetAliases
{
    public static readonly FrozenSet<string> SayNothing = FrozenSet.Create(StringComparer.Ordinal,
        "", "default", "defaultcharset", "xunknown", "unknown", "unknown8bit", "xunknown8bit", "8bit", "7bit", "none", "null", "auto", "any", "binary", "charset", "ascii", "usascii", "us",
        "ansix341968", "ansix341986", "iso646us", "isoir6", "iso646", "646", "20127", "ansi", "xuserdefined", "userdefined", "text", "plain", "undefined", "english", "csascii", "cp367", "ibm367");

    public static readonly FrozenSet<int> DoubleByte = FrozenSet.Create(932, 936, 949, 950, 1361, 54936, 51932, 20932, 51949, 51936, 20936, 20949, 10001, 10002, 10003, 10008);

    public static readonly FrozenDictionary<string, int> CodePages = Build();

    /// <summary>What a label's senders mean: the vendors' supersets, as every browser reads them.</summary>
    public static int Superset(int page) => page switch
    {
        28591 => 1252,
        28599 => 1254,
        28601 => 874,
        936 or 20936 or 51936 => 54936,
        51949 or 20949 => 949,
        _ => page,
    };

    private static FrozenDictionary<string, int> Build()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(int page, string aliases)
        {
            foreach (var alias in aliases.Split(' ')) names[alias] = page;
        }
        for (var i = 1; i <= 15; i++)
            if (i is not (10 or 12 or 14)) Add(28590 + i, $"iso8859{i} iso88590{i} 8859{i} isoir8859{i} iso8859{i}windows xiso8859{i} iso8859{i}i iso8859{i}e isolatin{i}");
        Add(28591, "latin1 l1 iso885911987 isoir100 cp819 ibm819 iso88591windows31latin1 iso8859 iso latin iso1 iso88591l xroman8 westerneuropean western");
        Add(28592, "latin2 l2 isoir101");
        Add(28593, "latin3 l3 isoir109");
        Add(28594, "latin4 l4 isoir110");
        Add(28595, "cyrillic isoir144");
        Add(28596, "arabic isoir127 asmo708 ecma114");
        Add(28597, "greek greek8 isoir126 elot928 ecma118");
        Add(28598, "hebrew isoir138 logical visual");
        Add(28599, "latin5 l5 isoir148");
        Add(874, "iso885911 tis620 tis6200 tis62025330 xwindows874 dos874 thai");
        Add(28603, "latin7");
        Add(28605, "latin9 latin0 l9 csisolatin9");
        Add(1250, "xcp1250 windowseasteurope");
        Add(1251, "xcp1251 ansi1251 win1251 windowscyrillic");
        Add(1252, "xansi windowswestern xcp1252 cswindows1252 windows1252http");
        Add(20866, "koi8r koi8 koi cskoi8r koi8ru");
        Add(21866, "koi8u koi8uua");
        Add(10000, "macintosh mac macroman xmacroman csmacintosh xmacintosh");
        Add(10007, "xmaccyrillic maccyrillic xmacukrainian");
        Add(10029, "xmacce maccentraleurope xmaccentraleurroman");
        Add(10006, "xmacgreek");
        Add(10081, "xmacturkish");
        Add(10001, "xmacjapanese");
        Add(10079, "xmacicelandic");
        Add(932, "shiftjis sjis xsjis mskanji csshiftjis windows31j cswindows31j ms932 cp932 xmscp932 shiftjisms shiftjis2004 sjisms");
        Add(51932, "eucjp xeucjp xeuc cseucpkdfmtjapanese eucjpms ujis extendedunixcodepackedformatforjapanese cp51932");
        Add(54936, "gb18030 gb180302000 gb2312 gb231280 gbk xgbk gb gb231280 cngb cp936 ms936 windows936 euccn xeuccn csgb2312 csiso58gb231280 isoir58 chinese gbcs simplifiedchinese gb18030dbcs gb23121980");
        Add(950, "big5 big5hkscs cnbig5 csbig5 xxbig5 xbig5 chinesebig5 big5eten big5uao bigfive xwindows950 big5tw");
        Add(949, "ksc56011987 ksc5601 ksc56011989 ks_c_5601 euckr xeuckr cseuckr korean uhc ms949 windows949 xwindows949 isoir149 csksc56011987 ksc ksx1001 ksx1001 5601 eckr");
        Add(1361, "johab");
        Add(20127, "usasciis");
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
