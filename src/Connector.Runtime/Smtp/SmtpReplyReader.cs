using System.Globalization;
using System.Text;

namespace Connector.Runtime.Smtp;

/// <summary>Reads replies of one or more lines. What is endless, or is no reply, ends the conversation.</summary>
internal sealed class SmtpReplyReader
{
    private const int LongestLine = 4096;
    private const int MostLines = 128;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>Bytes that came without being asked for.</summary>
    public bool HasUnread => end > start;

    public async Task<(SmtpReply Reply, IReadOnlyList<string> Lines)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        while (texts.Count < MostLines)
        {
            var line = await ReadLineAsync(stream, cancellationToken);
            var (code, more) = Head(line);
            texts.Add(line.Length > 4 ? line[4..] : "");
            if (!more) return (SmtpReply.Of(code, texts), texts);
        }
        throw new SmtpUnavailableException($"The mail server sent a reply of more than {MostLines} lines.");
    }

    private static (int Code, bool More) Head(string line)
    {
        if (line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= 200 and < 600 && (line.Length == 3 || line[3] is ' ' or '-'))
            return (code, line.Length > 3 && line[3] == '-');
        throw new SmtpUnavailableException("What the mail server sent is no SMTP reply.");
    }

    private async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0)
            await FillAsync(stream, cancellationToken);
        var line = buffer.AsSpan(start, length).TrimEnd((byte)'\r');
        start += length + 1;
        return string.Concat(Encoding.UTF8.GetString(line).Select(c => char.IsControl(c) ? ' ' : c));
    }

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) throw new SmtpUnavailableException($"The mail server sent a line of more than {LongestLine} bytes.");
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        if (read == 0) throw new EndOfStreamException();
        end += read;
    }
}
