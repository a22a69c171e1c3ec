using System.Globalization;

namespace Connector.Mail.Reading.Headers;

/// <summary>Dates of all sorts: RFC 5322 and its obsolete forms, ISO 8601, ctime, other languages' month names.</summary>
internal static class DateField
{
    private const int LongestLooked = 200;

    public static DateTimeOffset? Read(string? value, WarningLog log)
    {
        if (value is null) return null;
        var text = value.Length <= LongestLooked ? value : value[..LongestLooked];
        text = AddressText.WithoutComments(EncodedWords.Decode(text, log)).ToString();
        var date = DateTokens.Read(text).ToDate();
        if (date is null) log.Add(Warning.DateUnusable, value);
        return date;
    }

    /// <summary>The instant, or null when the numbers name none.</summary>
    internal static DateTimeOffset? Of(int year, int month, int day, int hour, int minute, int second, TimeSpan offset)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour > 24 || minute > 59 || second > 60) return null;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var ticks = local.Ticks + new TimeSpan(hour, minute, Math.Min(second, 59)).Ticks;
        if (ticks > DateTime.MaxValue.Ticks || ticks - offset.Ticks < 0 || ticks - offset.Ticks > DateTime.MaxValue.Ticks) return null;
        return new DateTimeOffset(new DateTime(ticks, DateTimeKind.Unspecified), offset);
    }

    internal static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };

    internal static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
