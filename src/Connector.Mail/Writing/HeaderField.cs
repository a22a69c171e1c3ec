using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>One field under construction. It is folded between words only, never inside one, and never right after the colon (some readers lose such a field).</summary>
internal sealed class HeaderField(string name)
{
    public const int HardLimit = 998;
    private const int Preferred = 76;
    private const int ShortestUsefulWord = 32;

    private readonly StringBuilder text = new StringBuilder(name, 128).Append(':');
    private int column = name.Length + 1;
    private bool empty = true;

    /// <summary>Adds what must stay in one piece, a space before it.</summary>
    public HeaderField Add(string word)
    {
        var width = 1 + Encoding.UTF8.GetByteCount(word);
        if (!empty && column + width > Preferred) Fold();
        if (column + width > HardLimit) throw new InvalidMailException(name, $"a word of {word.Length} characters does not fit on a line");
        text.Append(' ').Append(word);
        column += width;
        empty = false;
        return this;
    }

    /// <summary>Adds right after the last word, without a space: a separator.</summary>
    public HeaderField Append(string separator)
    {
        text.Append(separator);
        column += separator.Length;
        return this;
    }

    /// <summary>Adds clean text: as it stands where that is plain ASCII, as encoded words from the first to the last word that needs them.</summary>
    public HeaderField AddText(string value)
    {
        var words = value.Split(' ');
        var first = Array.FindIndex(words, PlainWords.NeedsEncoding);
        var last = Array.FindLastIndex(words, PlainWords.NeedsEncoding);
        for (var i = 0; i < words.Length; i++)
        {
            if (i == first) AddEncoded(string.Join(' ', words[first..(last + 1)]));
            if (i < first || i > last) Add(words[i]);
        }
        return this;
    }

    /// <summary>Adds text as encoded words, the first one cut to the room left on this line.</summary>
    public HeaderField AddEncoded(string value)
    {
        var room = Preferred - column - 1;
        if (room < ShortestUsefulWord && !empty) room = EncodedWord.MaxLength;
        foreach (var word in EncodedWord.Encode(value, Math.Max(room, ShortestUsefulWord))) Add(word);
        return this;
    }

    public void WriteTo(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text.Append("\r\n").ToString(), output);

    private void Fold()
    {
        text.Append("\r\n");
        column = 0;
    }
}
