namespace Connector.Mail.Reading.Encodings;

internal static class Lines
{
    /// <summary>Takes one line off the front; its CRLF or LF is gone.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var feed = rest.IndexOf((byte)'\n');
        var line = feed < 0 ? rest : rest[..feed];
        rest = feed < 0 ? default : rest[(feed + 1)..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
