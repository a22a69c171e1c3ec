namespace Connector.Mail.Reading.Headers;

/// <summary>The meaning of each word and number of a date, whatever their order.</summary>
internal ref struct DateTokens
{
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private bool afternoon;
    private bool morning;
    private bool timed;
    private bool monthFirst;
    private int words;
    private TimeSpan? zone;

    public static DateTokens Read(ReadOnlySpan<char> text)
    {
        var tokens = new DateTokens { year = -1 };
        while (!text.IsEmpty)
        {
            var length = Length(text);
            if (length > 0) tokens.Take(text, ref length);
            text = text[Math.Max(length, 1)..];
        }
        return tokens;
    }

    public readonly DateTimeOffset? ToDate()
    {
        if (year < 0) return null;
        var h = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return DateField.Of(year, month, day, h, minute, second, zone ?? TimeSpan.Zero);
    }

    /// <summary>Length of the number or word that starts here; 0 for a sign between them.</summary>
    private static int Length(ReadOnlySpan<char> text)
    {
        var (at, digit) = (0, char.IsAsciiDigit(text[0]));
        if (!digit && !char.IsLetter(text[0])) return 0;
        while (at < text.Length && (digit ? char.IsAsciiDigit(text[at]) : char.IsLetter(text[at]))) at++;
        return at;
    }

    private void Take(ReadOnlySpan<char> text, ref int length)
    {
        if (char.IsAsciiDigit(text[0])) TakeNumber(text, ref length);
        else TakeWord(text[..length]);
        TakeSign(text[length..], ref length);
    }

    /// <summary>A sign and digits after the time, or after a zone word: an offset.</summary>
    private void TakeSign(ReadOnlySpan<char> rest, ref int length)
    {
        if (!timed) return;
        var blanks = rest.Length - rest.TrimStart().Length;
        if (rest.Length < blanks + 2 || rest[blanks] is not ('+' or '-' or '\u2212') || !char.IsAsciiDigit(rest[blanks + 1])) return;
        var digits = Length(rest[(blanks + 1)..]);
        var number = DateField.Number(rest.Slice(blanks + 1, digits));
        var used = blanks + 1 + digits;
        var (hours, minutes) = digits <= 2 ? (number, 0) : (number / 100, number % 100);
        if (digits <= 2 && used + 2 < rest.Length && rest[used] == ':' && Length(rest[(used + 1)..]) == 2)
        {
            minutes = DateField.Number(rest.Slice(used + 1, 2));
            used += 3;
        }
        length += used;
        if (digits > 4 || hours > 14 || minutes > 59 || hours == 14 && minutes > 0) return;
        var offset = new TimeSpan(hours, minutes, 0);
        zone = rest[blanks] == '+' ? offset : -offset;
    }

    private void TakeNumber(ReadOnlySpan<char> text, ref int length)
    {
        var number = DateField.Number(text[..length]);
        var next = length < text.Length ? text[length] : '\0';
        if (!timed && IsTime(text, length)) TakeTime(text, ref length, number);
        else if (length == 4 && next is '-' or '/' or '.' or '\u5E74' && year < 0 && day == 0) year = number;
        else if (length == 8 && year < 0 && day == 0) (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        else if (month == 0 && year >= 0 && length <= 2) month = number;
        else if (day == 0 && length <= 2) day = number;
        else if (month == 0 && day > 0 && length <= 2 && year < 0) TakeNumericMonth(number, text, length);
        else if (year < 0) year = DateField.FullYear(number, length);
    }

    /// <summary>12/31/2024 can only be read one way; where both can, a slash is American and a dot or dash is not.</summary>
    private void TakeNumericMonth(int number, ReadOnlySpan<char> text, int length)
    {
        var american = number > 12 || day <= 12 && length < text.Length && text[length] == '/';
        (month, day) = american ? (day, number) : (number, day);
    }

    /// <summary>14:07, 14時07, or 14.07.09 with dots, which a date with dots must not be taken for.</summary>
    private static bool IsTime(ReadOnlySpan<char> text, int length)
    {
        if (length > 2 || length + 1 >= text.Length || !char.IsAsciiDigit(text[length + 1])) return false;
        if (text[length] is ':' or '\u6642' or '\u65F6') return true;
        return text[length] == '.' && length + 5 < text.Length && text[length + 3] == '.' && char.IsAsciiDigit(text[length + 4])
            && (length + 6 >= text.Length || !char.IsAsciiDigit(text[length + 6]));
    }

    private void TakeTime(ReadOnlySpan<char> text, ref int length, int number)
    {
        (timed, hour) = (true, number);
        minute = Part(text, ref length);
        if (length < text.Length && text[length] is ':' or '.' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1])) second = Part(text, ref length);
        if (length + 1 < text.Length && text[length] is '.' or ',' && char.IsAsciiDigit(text[length + 1])) Part(text, ref length);
    }

    private static int Part(ReadOnlySpan<char> text, ref int length)
    {
        var digits = Length(text[(length + 1)..]);
        var number = DateField.Number(text.Slice(length + 1, digits));
        length += 1 + digits;
        return number;
    }

    private void TakeWord(ReadOnlySpan<char> word)
    {
        if (word.Equals("pm", StringComparison.OrdinalIgnoreCase)) afternoon = true;
        else if (word.Equals("am", StringComparison.OrdinalIgnoreCase)) morning = true;
        else if (timed && zone is null && DateWords.Zone(word) is { } offset) zone = offset;
        else if ((month == 0 || monthFirst) && DateWords.Month(word) is var named and > 0)
        {
            // "mar." may be a Tuesday: a month that came before everything else gives way to a later one.
            (month, monthFirst) = (named, words == 0 && day == 0 && year < 0);
        }
        words++;
    }
}
