using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>The three parts of ISO 8859 that the framework lacks: their upper 96 characters.</summary>
internal static class SmallTables
{
    public static readonly Charset Nordic = Of("iso-8859-10", "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");
    public static readonly Charset Celtic = Of("iso-8859-14", "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");
    public static readonly Charset Romanian = Of("iso-8859-16", "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ");

    private static Charset Of(string name, string upper) => new(name, CharsetKind.Single, bytes =>
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b < 0xA0 ? (char)b : upper[b - 0xA0]);
        return text.ToString();
    });
}
