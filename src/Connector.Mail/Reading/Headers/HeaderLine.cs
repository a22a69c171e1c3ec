using System.Buffers;

namespace Connector.Mail.Reading.Headers;

/// <summary>What one line of a header block is: a field, a continuation, or something that is not a header.</summary>
internal static class HeaderLine
{
    private const int LongestName = 126;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/"u8);

    /// <summary>Length of the line that starts here, and where the next one starts. CRLF, LF and CR all end a header line.</summary>
    public static int Length(ReadOnlySpan<byte> rest, out int next)
    {
        var length = rest.IndexOfAny(LineEnds);
        if (length < 0)
        {
            next = rest.Length;
            return rest.Length;
        }
        next = length + 1;
        if (rest[length] == '\n') return length;
        // Some gateways write CR CR LF for one line end.
        if (next + 1 < rest.Length && rest[next] == '\r' && rest[next + 1] == '\n') next += 2;
        else if (next < rest.Length && rest[next] == '\n') next++;
        return length;
    }

    /// <summary>Length of the field name, or -1 when the line is not a field. <paramref name="value"/> is where the value starts.</summary>
    public static int NameLength(ReadOnlySpan<byte> line, out int value)
    {
        value = 0;
        var length = line.IndexOfAnyExcept(NameBytes);
        if (length is <= 0 or > LongestName) return -1;
        var colon = length;
        while (colon < line.Length && line[colon] is (byte)' ' or (byte)'\t') colon++;
        if (colon == line.Length || line[colon] != ':') return -1;
        value = colon + 1;
        return length;
    }

    public static bool IsContinuation(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] is (byte)' ' or (byte)'\t';

    public static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>True when the line is a field with a name that no text would start with.</summary>
    public static bool IsTelling(ReadOnlySpan<byte> line)
    {
        var length = NameLength(line, out _);
        if (length < 0) return false;
        Span<char> name = stackalloc char[length];
        for (var i = 0; i < length; i++) name[i] = (char)line[i];
        return KnownHeaders.IsTelling(name);
    }
}
