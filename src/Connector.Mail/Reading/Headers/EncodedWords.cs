using System.Text;
using Connector.Mail.Reading.Charsets;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Headers;

/// <summary>RFC 2047 as it is really sent: words glued to text, split inside a character, quoted, empty, doubled, cut off.</summary>
internal static class EncodedWords
{
    private const int MostRounds = 2;

    public static string Decode(string value, WarningLog log)
    {
        for (var round = 0; round < MostRounds && value.Contains("=?", StringComparison.Ordinal); round++)
        {
            var decoded = DecodeOnce(value, log);
            if (round > 0 && decoded != value) log.Add(Warning.EncodedWord, "encoded twice");
            value = decoded;
        }
        return Clean(value);
    }

    private static string DecodeOnce(string value, WarningLog log)
    {
        var text = new StringBuilder(value.Length);
        using var bytes = new PooledWriter(256);
        var run = new WordRun(text, bytes, log);
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOf("=?");
            if (start < 0) break;
            if (!EncodedWord.TryRead(rest[start..], out var word, out var length, out var whole))
            {
                run.Text(rest[..(start + 2)]);
                rest = rest[(start + 2)..];
                continue;
            }
            if (!whole) log.Add(Warning.EncodedWord, "cut off");
            run.Text(rest[..start]);
            run.Word(word);
            rest = rest[(start + length)..];
        }
        run.Text(rest);
        run.End();
        return text.ToString();
    }

    /// <summary>A header is one line: what an encoded word smuggles in is taken out.</summary>
    private static string Clean(string value)
    {
        if (value.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 && !value.Contains('\x7F')) return value;
        return string.Create(value.Length, value, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }).Trim();
    }

    /// <summary>Bytes of neighbouring words in one charset are joined before they become characters: a character may be split between them.</summary>
    private ref struct WordRun(StringBuilder text, PooledWriter bytes, WarningLog log)
    {
        private string? charset;

        public void Text(ReadOnlySpan<char> between)
        {
            if (charset is not null && between.Trim().IsEmpty) return;
            End();
            text.Append(between);
        }

        public void Word(EncodedWord word)
        {
            if (charset is not null && !word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase)) End();
            charset = word.Charset.ToString();
            word.Decode(bytes);
        }

        public void End()
        {
            if (charset is null) return;
            text.Append(TextDecoding.Decode(bytes.Written, charset, log));
            bytes.Clear();
            charset = null;
        }
    }
}
