using System.Buffers;

namespace Connector.Runtime.Smtp;

/// <summary>A message made ready for DATA: what it asks of the server, and its bytes with every line ended by CRLF and leading dots doubled.</summary>
internal sealed class SmtpContent
{
    private SmtpContent(ReadOnlyMemory<byte> stuffed, bool eightBit, bool utf8Header) => (Stuffed, NeedsEightBit, NeedsUtf8) = (stuffed, eightBit, utf8Header);

    public ReadOnlyMemory<byte> Stuffed { get; }

    /// <summary>Bytes beyond ASCII anywhere.</summary>
    public bool NeedsEightBit { get; }

    /// <summary>Bytes beyond ASCII in the header.</summary>
    public bool NeedsUtf8 { get; }

    public static SmtpContent Of(ReadOnlySpan<byte> message)
    {
        var stuffed = new ArrayBufferWriter<byte>(message.Length + 256);
        Stuff(message, stuffed);
        var bytes = stuffed.WrittenMemory;
        var header = bytes.Span.IndexOf("\r\n\r\n"u8) is var end and >= 0 ? bytes.Span[..end] : bytes.Span;
        return new SmtpContent(bytes, Beyond(bytes.Span), Beyond(header));
    }

    /// <summary>Lone CR and LF become CRLF as well: a server that takes them for line ends could be made to see a second mail in the first.</summary>
    private static void Stuff(ReadOnlySpan<byte> message, ArrayBufferWriter<byte> output)
    {
        while (!message.IsEmpty)
        {
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? message : message[..end];
            if (line.StartsWith("."u8)) output.Write("."u8);
            output.Write(line);
            output.Write("\r\n"u8);
            if (end < 0) return;
            message = message[(end + (message[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }
    }

    private static bool Beyond(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);
}
