using System.Buffers;

using Connector.Mail.Writing;

namespace Connector.Mail;

/// <summary>Turns an <see cref="OutgoingMail"/> into the bytes of a mail (RFC 5322, 2045-2047, 2231), CRLF throughout.</summary>
public static class MailWriter
{
    /// <exception cref="InvalidMailException">A value that is syntax cannot be written as it is.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var output = new ArrayBufferWriter<byte>(4096);
        MessageHeader.Write(mail, output);
        BodyTree.Of(mail).Write(output);
        return output.WrittenSpan.ToArray();
    }
}
