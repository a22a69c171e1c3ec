using System.Buffers;
using System.Buffers.Text;

namespace Connector.Mail.Writing;

/// <summary>An attachment or inline image: base64 at 76 columns; a whole message stays as it is where it can.</summary>
internal sealed class FileEntity(OutgoingAttachment file, MediaType type, bool asItIs) : Entity
{
    private const int BytesPerLine = 57;

    public static Entity Of(OutgoingAttachment file)
    {
        var type = MediaType.Parse(file.ContentType);
        if (!type.IsComposite) return new FileEntity(file, type, asItIs: false);
        // Composite types may not be base64: one that is not clean 7bit goes as a file of bytes.
        return type.IsMessage && SevenBit.IsClean(file.Content.Span)
            ? new FileEntity(file, type, asItIs: true)
            : new FileEntity(file, MediaType.Bytes, asItIs: false);
    }

    public override void Write(IBufferWriter<byte> output)
    {
        WriteHeader(output);
        if (asItIs) output.Write(file.Content.Span);
        else WriteBase64(file.Content.Span, output);
    }

    private void WriteHeader(IBufferWriter<byte> output)
    {
        var name = FileName.Clean(file.Name);
        var contentType = new HeaderField("Content-Type").Add(type.Text);
        if (name.Length > 0) Parameter.AddFallback(contentType, "name", name);
        contentType.WriteTo(output);
        var disposition = new HeaderField("Content-Disposition").Add(file.Inline ? "inline" : "attachment");
        if (name.Length > 0) Parameter.Add(disposition, "filename", name);
        disposition.WriteTo(output);
        if (file.ContentId is { } id) new HeaderField("Content-ID").Add(MessageIds.Content(id)).WriteTo(output);
        Line(output, $"Content-Transfer-Encoding: {(asItIs ? "7bit" : "base64")}\r\n");
    }

    private static void WriteBase64(ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        for (; !content.IsEmpty; content = content[Math.Min(BytesPerLine, content.Length)..])
        {
            var line = output.GetSpan(80);
            Base64.EncodeToUtf8(content[..Math.Min(BytesPerLine, content.Length)], line, out _, out var written);
            "\r\n"u8.CopyTo(line[written..]);
            output.Advance(written + 2);
        }
    }
}
