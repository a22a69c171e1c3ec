using System.Buffers;
using System.Text;

namespace Connector.Mail.Reading.Headers;

/// <summary>The first charset a mail names that could have produced 8-bit header bytes: in a Content-Type, or in an encoded word.</summary>
internal static class DeclaredCharset
{
    private const int Looked = 64 * 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\"'; \t\r\n>"u8);

    public static string Find(ReadOnlySpan<byte> mail)
    {
        mail = mail[..Math.Min(mail.Length, Looked)];
        while (true)
        {
            var at = mail.IndexOf("harset="u8);
            if (at < 0) return "";
            mail = mail[(at + 7)..].TrimStart("\"' "u8);
            var length = mail.IndexOfAny(NameEnds);
            var name = Encoding.ASCII.GetString(length < 0 ? mail : mail[..length]);
            if (name.Length is > 0 and < 40 && !SaysNothing(name)) return name;
        }
    }

    /// <summary>The bytes were not valid UTF-8, and plain ASCII has no such bytes.</summary>
    private static bool SaysNothing(string name) =>
        name.Contains("utf", StringComparison.OrdinalIgnoreCase) || name.Contains("ascii", StringComparison.OrdinalIgnoreCase)
        || name.Contains("unknown", StringComparison.OrdinalIgnoreCase) || name.Equals("default", StringComparison.OrdinalIgnoreCase);
}
