using System.Buffers;
using System.Text;

namespace Connector.Mail.Html;

/// <summary>Collects text into lines: folds white space, joins blank lines, puts quotation and list prefixes in front.</summary>
internal sealed class TextLines
{
    private const int MaxPrefixDepth = 10;

    // Short lines under deep lists cost more than what they were made of.
    private const int MaxSize = 2_000_000;

    private const int SizeOfLine = 32;

    private static readonly SearchValues<char> Unseen = SearchValues.Create(" \t\u200c\u200d\u2007\u2003");

    // A blank that does not break, and what has no width.
    private static readonly SearchValues<char> Odd = SearchValues.Create("\u00a0\u200b\ufeff\u034f\u00ad\0");

    private readonly List<TextLine> _lines = [];
    private readonly StringBuilder _line = new();
    private TextMark? _lineMark;
    private string _bullet = "";
    private bool _space;
    private bool _blankWanted;
    private int _blankDepth;
    private int _size;

    public int QuoteDepth { get; set; }

    public int ListDepth { get; set; }

    public TextMark? Mark { get; set; }

    public bool IsFull => _size > MaxSize;

    public bool IsEmptyLine => _line.Length == 0;

    public void Bullet(string bullet) => _bullet = bullet;

    public void AppendFolded(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(" \t\n\r\f");
            var word = length < 0 ? text : text[..length];
            if (!word.IsEmpty) AppendWord(word);
            if (length < 0) return;
            _space = true;
            text = text[(length + 1)..];
        }
    }

    public void AppendVerbatim(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('\n'))
        {
            if (range.Start.Value > 0) LineBreak();
            var part = text[range].TrimEnd('\r');
            if (!part.IsEmpty) Add(part);
        }
    }

    /// <summary>Ends the line, an empty one as well.</summary>
    public void LineBreak()
    {
        if (_line.Length > 0) Flush();
        else AddBlank(QuoteDepth);
    }

    /// <summary>Ends the line if there is one.</summary>
    public void Break()
    {
        if (_line.Length > 0) Flush();
        _space = false;
    }

    public void Paragraph()
    {
        Break();
        _blankDepth = _blankWanted ? Math.Min(_blankDepth, QuoteDepth) : QuoteDepth;
        _blankWanted = true;
    }

    /// <summary>Puts text behind what was written last, even if that line has ended.</summary>
    public void Attach(string text)
    {
        if (_line.Length > 0) _line.Append(text);
        else if (_lines.Count > 0 && _lines[^1].Text.Length > 0) _lines[^1] = _lines[^1] with { Text = _lines[^1].Text + text };
        else Add(text.AsSpan().TrimStart());
    }

    public IReadOnlyList<TextLine> Finish()
    {
        Break();
        while (_lines.Count > 0 && _lines[^1].Text.Length == 0) _lines.RemoveAt(_lines.Count - 1);
        return _lines;
    }

    private void AppendWord(ReadOnlySpan<char> word)
    {
        if (_space && _line.Length > 0) _line.Append(' ');
        _space = false;
        Add(word);
    }

    private void Add(ReadOnlySpan<char> text)
    {
        if (_line.Length == 0) _lineMark = Mark;
        while (text.IndexOfAny(Odd) is >= 0 and var at)
        {
            _line.Append(text[..at]);
            if (text[at] == '\u00a0') _line.Append(' ');
            text = text[(at + 1)..];
        }
        _line.Append(text);
    }

    private void Flush()
    {
        var text = _line.ToString().TrimEnd();
        _line.Clear();
        _space = false;
        if (IsBlank(text)) { AddBlank(QuoteDepth); return; }
        if (_blankWanted) AddBlank(_blankDepth);
        AddLine(Prefix() + text, _lineMark);
    }

    private void AddBlank(int depth)
    {
        _blankWanted = false;
        if (_lines.Count > 0 && !IsBlankLine(_lines[^1].Text)) AddLine(QuotePrefix(depth).TrimEnd(), Mark);
    }

    private void AddLine(string text, TextMark? mark)
    {
        _lines.Add(new TextLine(text, mark));
        _size += text.Length + SizeOfLine;
    }

    private string Prefix()
    {
        var indent = Math.Min(ListDepth, MaxPrefixDepth) * 2;
        var lead = _bullet.Length > 0 ? new string(' ', Math.Max(indent - 2, 0)) + _bullet : new string(' ', indent);
        _bullet = "";
        return QuotePrefix(QuoteDepth) + lead;
    }

    private static string QuotePrefix(int depth) => depth == 0 ? "" : new string('>', Math.Min(depth, MaxPrefixDepth)) + ' ';

    // Mail programs fill preheaders with joiners; a line of nothing else is blank.
    private static bool IsBlank(string text) => text.AsSpan().IndexOfAnyExcept(Unseen) < 0;

    private static bool IsBlankLine(string text) => text.AsSpan().IndexOfAnyExcept(' ', '>') < 0;
}
