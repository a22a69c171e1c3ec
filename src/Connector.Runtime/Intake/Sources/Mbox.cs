using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Runtime.Intake.Sources;

/// <summary>
/// Splits an mbox at its <c>From </c> lines: at the start or after an empty line, with a time of day in them, so that a sentence of a mail is none.
/// <c>&gt;From </c> in a body loses one mark.
/// </summary>
internal static partial class Mbox
{
    private const int LongestSeparator = 1000;

    public static bool IsMbox(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0) return false;
        return new LineReader(file).Next() is { } first && IsSeparator(first.Span);
    }

    public static IEnumerable<SourcedMail> Read(string path, long kept)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        using var mail = new CappedBytes(kept);
        var lines = new LineReader(file);
        var (n, pending) = (0, ReadOnlyMemory<byte>.Empty);
        string? broken = null;
        while (Next(lines, ref broken) is { } line)
        {
            var isFirst = n == 0;
            if ((isFirst || IsEmpty(pending.Span)) && IsSeparator(line.Span))
            {
                if (!isFirst) yield return Taken(path, n, mail);
                (n, pending) = (n + 1, ReadOnlyMemory<byte>.Empty);
                continue;
            }
            // The empty line before the next separator belongs to the mbox, so that each line is written when the next one is known.
            mail.Write(pending.Span);
            pending = Unmarked(line.Span).ToArray();
        }
        if (!IsEmpty(pending.Span)) mail.Write(pending.Span);
        yield return Taken(path, n, mail);
        if (broken is not null) yield return SourcedMail.Broken($"{path}#{n + 1}", broken);
    }

    private static ReadOnlyMemory<byte>? Next(LineReader lines, ref string? broken)
    {
        try
        {
            return lines.Next();
        }
        catch (IOException e)
        {
            broken = e.Message;
            return null;
        }
    }

    private static SourcedMail Taken(string path, int n, CappedBytes mail)
    {
        var taken = new SourcedMail($"{path}#{n}", mail.ToArray(), mail.Length);
        mail.Clear();
        return taken;
    }

    private static bool IsEmpty(ReadOnlySpan<byte> line) => line.SequenceEqual("\n"u8) || line.SequenceEqual("\r\n"u8);

    private static bool IsSeparator(ReadOnlySpan<byte> line) =>
        line.StartsWith("From "u8) && line.Length < LongestSeparator && TimeOfDay().IsMatch(Encoding.Latin1.GetString(line));

    private static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> line)
    {
        var marks = line.IndexOfAnyExcept((byte)'>');
        return marks > 0 && line[marks..].StartsWith("From "u8) ? line[1..] : line;
    }

    [GeneratedRegex(@"^From .*\b\d{1,2}:\d{2}(:\d{2})?\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay();
}
