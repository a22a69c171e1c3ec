namespace Connector.Engine.Threads;

/// <summary>The 32 characters of thread ids, in lower case: no letter or digit that is taken for another.</summary>
public static class Base32
{
    public const string Alphabet = "abcdefghjklmnpqrstuvwxyz23456789";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text[at++] = Alphabet[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(text);
    }

    /// <summary>A number without leading zeros (the first character stands for zero).</summary>
    public static string Encode(int number)
    {
        var text = "";
        do
        {
            text = Alphabet[number & 31] + text;
            number >>= 5;
        } while (number > 0);
        return text;
    }

    public static bool TryDecode(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 6) return false;
        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(c));
            if (digit < 0) return false;
            number = (number << 5) | digit;
        }
        return true;
    }
}
