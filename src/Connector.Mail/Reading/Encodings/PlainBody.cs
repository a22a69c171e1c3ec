using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>A body without encoding. Its line ends depend on the way it came, so they become LF: the same mail has the same content everywhere.</summary>
internal static class PlainBody
{
    /// <summary>CRLF becomes LF; a CR alone stays.</summary>
    public static void Decode(ReadOnlySpan<byte> body, IBufferWriter<byte> to)
    {
        while (!body.IsEmpty)
        {
            var cr = body.IndexOf("\r\n"u8);
            if (cr < 0) break;
            to.Write(body[..cr]);
            body = body[(cr + 1)..];
        }
        to.Write(body);
    }
}
