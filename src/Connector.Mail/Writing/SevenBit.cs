namespace Connector.Mail.Writing;

/// <summary>Whether bytes may travel as they are: ASCII without NUL, CRLF only as pairs, no line over the hard limit.</summary>
internal static class SevenBit
{
    public static bool IsClean(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0) || bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)) return false;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if ((end < 0 ? bytes.Length : end) > HeaderField.HardLimit) return false;
            if (end < 0) return true;
            if (!bytes[end..].StartsWith("\r\n"u8)) return false;
            bytes = bytes[(end + 2)..];
        }
        return true;
    }
}
