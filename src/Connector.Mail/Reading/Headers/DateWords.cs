using System.Collections.Frozen;

namespace Connector.Mail.Reading.Headers;

/// <summary>Zone names of RFC 5322 and those met beside it; month names of the languages that mailers write by mistake.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> Zones = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0,
        ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300, ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
        ["AST"] = -240, ["ADT"] = -180, ["HST"] = -600, ["AKST"] = -540, ["AKDT"] = -480, ["BRT"] = -180, ["ART"] = -180,
        ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["MET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MEST"] = 120, ["MESZ"] = 120, ["EET"] = 120, ["SAST"] = 120,
        ["EEST"] = 180, ["MSK"] = 180, ["MSD"] = 240, ["IST"] = 330, ["SGT"] = 480, ["HKT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540,
        ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ZoneLookup = Zones.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>First letters that no other month has in any of these languages, twelve groups of them.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "jän", "ene", "gen", "sty", "янв", "led", "ocak", "tammi"], ["feb", "fév", "fev", "lut", "фев", "úno", "şub", "helmi"],
        ["mar", "mär", "mrt", "mrz", "mrc", "мар", "bře", "maalis"], ["apr", "avr", "abr", "kwi", "апр", "dub", "nis", "huhti"],
        ["may", "mai", "mag", "mei", "maj", "май", "мая", "kvě", "touko"], ["jun", "juin", "giu", "cze", "июн", "črn", "haz", "kesä"],
        ["jul", "juil", "lug", "lip", "июл", "čvc", "tem", "heinä"], ["aug", "aoû", "aou", "ago", "sie", "авг", "srp", "ağu", "elo"],
        ["sep", "set", "wrz", "сен", "zář", "eyl", "syys"], ["oct", "okt", "ott", "out", "paź", "окт", "říj", "eki", "loka"],
        ["nov", "lis", "ноя", "kas", "marras"], ["dec", "dez", "déc", "dic", "gru", "дек", "pro", "ara", "joulu"],
    ];

    public static TimeSpan? Zone(ReadOnlySpan<char> word)
    {
        if (ZoneLookup.TryGetValue(word, out var minutes)) return TimeSpan.FromMinutes(minutes);
        // Military letters were defined the wrong way round; RFC 5322 reads them as "unknown".
        return word.Length == 1 && char.IsAsciiLetter(word[0]) && word[0] is not ('T' or 't') ? TimeSpan.Zero : null;
    }

    /// <summary>1 to 12, or 0 when the word names no month.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("marras", StringComparison.OrdinalIgnoreCase)) return 11;
        for (var i = 0; i < Months.Length; i++)
            foreach (var start in Months[i])
                if (word.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }
}
