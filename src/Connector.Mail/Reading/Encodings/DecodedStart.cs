namespace Connector.Mail.Reading.Encodings;

/// <summary>Cuts decoded text at a bound: behind a line where one ends nearby, else behind a whole character of UTF-8.</summary>
internal static class DecodedStart
{
    private const int Nearby = 64 * 1024;

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length <= most) return text;
        text = text[..most];
        var from = Math.Max(0, most - Nearby);
        if (text[from..].LastIndexOf((byte)'\n') is var feed and > 0) return text[..(from + feed + 1)];
        var end = most;
        while (end > 0 && most - end < 4 && (text[end - 1] & 0xC0) == 0x80) end--;
        return end > 0 && text[end - 1] >= 0xC0 ? text[..(end - 1)] : text;
    }
}
