using System.Text;

namespace Connector.Mail.Reading.Structure;

/// <summary>Whether a line is a delimiter of one boundary.</summary>
internal readonly ref struct Boundary(ReadOnlySpan<byte> name, bool loose = false)
{
    internal enum Match
    {
        No,
        Opens,
        Closes,
    }

    private readonly ReadOnlySpan<byte> name = name;

    public static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(name.TrimEnd());

    /// <param name="line">The line without its line end.</param>
    public Match Of(ReadOnlySpan<byte> line)
    {
        line = line[2..];
        if (!Starts(line)) return Match.No;
        var rest = line[name.Length..];
        if (rest.TrimEnd(" \t"u8).IsEmpty) return Match.Opens;
        if (rest.StartsWith("--"u8) && (loose || rest[2..].Trim(" \t-"u8).IsEmpty)) return Match.Closes;
        return loose && !char.IsAsciiLetterOrDigit((char)rest[0]) ? Match.Opens : Match.No;
    }

    private bool Starts(ReadOnlySpan<byte> line) =>
        line.StartsWith(name) || loose && line.Length >= name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
