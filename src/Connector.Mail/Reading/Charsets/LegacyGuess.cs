using System.Buffers;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>
/// The charset of text that names none and is no UTF-8, where its characters leave no doubt: enough of them, all of them possible, and mostly
/// the commonest ones of one script. Western text, whose odd bytes stand alone among ASCII letters, is never taken for another.
/// </summary>
internal static class LegacyGuess
{
    private const int Looked = 4096;

    private const int FewestBytes = 8;

    private sealed record Candidate(Charset Charset, bool IsSingle, double Needed, SearchValues<char> Common);

    private static readonly SearchValues<char> Kana = SearchValues.Create([.. Enumerable.Range(0x3041, 0xBE).Select(c => (char)c)]);

    private static readonly SearchValues<char> Cyrillic = SearchValues.Create("оеаинтсрвл");

    private static readonly Candidate[] Candidates =
    [
        Of("windows-1251", true, 0.5, Cyrillic),
        Of("koi8-u", true, 0.5, Cyrillic),
        Of("shift_jis", false, 0.3, Kana),
        Of("euc-jp", false, 0.3, Kana),
        Of("euc-kr", false, 0.35, SearchValues.Create("이다는에의을를가고하지도로사한기자대리인어아나안녕세요시습니까있해주정보제그만서우여부과일수전원장상드문")),
        Of("gb18030", false, 0.25, SearchValues.Create("的一是不了在有我他这个们中来上大为和国地到以说时要就出会可也你对生能子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好请问谢收单货订，。！？：、")),
        Of("big5", false, 0.25, SearchValues.Create("的一是不了在有我他這個們中來上大為和國地到以說時要就出會可也你對生能子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好請問謝收單貨訂，。！？：、")),
    ];

    /// <summary>Null when there is any doubt.</summary>
    public static Charset? Of(ReadOnlySpan<byte> bytes)
    {
        var start = Start(bytes);
        var (high, amongLetters) = Count(start);
        if (high < FewestBytes) return null;
        Charset? best = null;
        var most = 0.0;
        foreach (var candidate in Candidates)
        {
            if (candidate.IsSingle && amongLetters * 10 > high) continue;
            var share = CommonShare(candidate.Charset.Decode(start), candidate.Common);
            if (share < candidate.Needed || share / candidate.Needed <= most) continue;
            (best, most) = (candidate.Charset, share / candidate.Needed);
        }
        return best;
    }

    private static Candidate Of(string name, bool isSingle, double needed, SearchValues<char> common) => new(CharsetNames.Find(name)!, isSingle, needed, common);

    /// <summary>The beginning, up to a byte that is a character by itself in all of these.</summary>
    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= Looked) return bytes;
        var end = bytes[..Looked].LastIndexOfAny("\r\n "u8);
        return bytes[..(end > 0 ? end : Looked)];
    }

    private static (int High, int AmongLetters) Count(ReadOnlySpan<byte> bytes)
    {
        var (high, among) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if ((i > 0 && char.IsAsciiLetter((char)bytes[i - 1])) || (i + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[i + 1]))) among++;
        }
        return (high, among);
    }

    /// <summary>Which part of the characters beyond ASCII are common ones; 0 when the text holds what its charset has not.</summary>
    private static double CommonShare(string text, SearchValues<char> common)
    {
        var (seen, known, broken) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c < 0x80) continue;
            seen++;
            if (common.Contains(c)) known++;
            else if (c is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF')) broken++;
        }
        return seen == 0 || broken * 50 > seen ? 0 : (double)known / seen;
    }
}
