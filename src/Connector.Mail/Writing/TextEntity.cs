using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>A text body: plain 7bit where every line is short printable ASCII, else UTF-8 in quoted-printable.</summary>
internal sealed class TextEntity(string subtype, byte[] body, bool plain) : Entity
{
    private const int LongestPlainLine = 76;

    public static TextEntity Of(string subtype, string text)
    {
        var lines = text.Replace("\0", "", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        return new TextEntity(subtype, Encoding.UTF8.GetBytes(lines), lines.Split("\r\n").All(IsPlain));
    }

    public override void Write(IBufferWriter<byte> output)
    {
        Line(output, $"Content-Type: text/{subtype}; charset={(plain ? "us-ascii" : "utf-8")}");
        Line(output, $"Content-Transfer-Encoding: {(plain ? "7bit" : "quoted-printable")}\r\n");
        if (plain) output.Write(body);
        else QuotedPrintable.Write(body, output);
        if (!body.AsSpan().EndsWith("\r\n"u8)) Line(output, "");
    }

    /// <summary>A leading "From " is changed by mail stores, a trailing space by gateways.</summary>
    private static bool IsPlain(string line) =>
        line.Length <= LongestPlainLine && line.All(c => c is >= ' ' and < '\x7F' or '\t')
        && !line.StartsWith("From ", StringComparison.Ordinal) && !line.EndsWith(' ') && !line.EndsWith('\t');
}
