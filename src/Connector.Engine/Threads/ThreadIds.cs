namespace Connector.Engine.Threads;

/// <summary>Thread ids (domain section 2): ten random characters read as a base-32 number N, then N mod 1021 in two characters.</summary>
public static class ThreadIds
{
    public const int Length = 12;
    private const int Modulus = 1021;

    /// <summary>Draws until the id has a letter and a digit. <paramref name="bytes"/> gives random bytes.</summary>
    public static string New(Func<int, byte[]> bytes)
    {
        while (true)
        {
            var drawn = bytes(10);
            var number = 0L;
            foreach (var b in drawn) number = (number << 5) | (long)(b & 31);
            var id = string.Concat(drawn.Select(b => Base32.Alphabet[b & 31])) + Check(number);
            if (id.Any(char.IsAsciiDigit) && id.Any(char.IsAsciiLetter)) return id.ToUpperInvariant();
        }
    }

    /// <summary>Whether the text has the form and check characters of our own ids. Decides nothing but a warning.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (text.Length != Length) return false;
        var number = 0L;
        for (var i = 0; i < Length; i++)
        {
            var digit = Base32.Alphabet.IndexOf(char.ToLowerInvariant(text[i]));
            if (digit < 0) return false;
            if (i < 10) number = (number << 5) | (long)digit;
        }
        return text.ContainsAnyInRange('0', '9') && text.ContainsAnyExceptInRange('0', '9') && text[10..].Equals(Check(number), StringComparison.OrdinalIgnoreCase);
    }

    private static string Check(long number)
    {
        var rest = (int)(number % Modulus);
        return $"{Base32.Alphabet[rest >> 5]}{Base32.Alphabet[rest & 31]}";
    }
}
