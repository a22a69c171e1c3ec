using System.Collections.Frozen;

namespace Connector.Mail.Html;

/// <summary>Writes a document as lines of text: what each element means for the lines.</summary>
internal sealed class TextRenderer(Func<HtmlElement, TextMark?> mark) : IHtmlSink
{
    private const string Rule = "________________________________";

    private static readonly FrozenSet<string> Paragraphs = HtmlRules.Names("h1 h2 h3 h4 h5 h6 pre blockquote dl");

    private static readonly FrozenSet<string> Blocks = HtmlRules.Names(
        "address article aside body caption center dd details dialog div dt fieldset figcaption figure footer form header html legend main nav section summary table tbody tfoot thead tr");

    private readonly TextLines _lines = new();
    private readonly MarkStack _marks = new();
    private readonly ListStack _lists = new();
    private readonly LinkText _link = new();
    private int _verbatim;
    private bool _cellGap;

    public bool IsFull => _lines.IsFull;

    public IReadOnlyList<TextLine> Finish() => _lines.Finish();

    public bool Open(HtmlElement element)
    {
        if (HiddenElement.Is(element)) return false;
        if (mark(element) is { } found)
        {
            _lines.Break();
            _lines.Mark = _marks.Push(element, found);
        }
        Begin(element);
        if (KeepsSpace(element)) _verbatim++;
        return true;
    }

    public void Close(HtmlElement element)
    {
        if (KeepsSpace(element)) _verbatim--;
        End(element);
        if (!_marks.Concerns(element)) return;
        _lines.Break();
        _lines.Mark = _marks.Pop(element);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (_cellGap && !text.IsWhiteSpace())
        {
            _cellGap = false;
            if (!_lines.IsEmptyLine) _lines.AppendFolded(" | ");
        }
        _link.Add(text);
        if (_verbatim > 0) _lines.AppendVerbatim(text);
        else _lines.AppendFolded(text);
    }

    private void Begin(HtmlElement element)
    {
        switch (element.Name)
        {
            case "br": _lines.LineBreak(); break;
            case "hr": _lines.Break(); _lines.AppendFolded(Rule); _lines.Break(); break;
            case "p": Separate(element); break;
            case "a": _link.Begin(element.Attribute("href")); break;
            case "img": ShowImage(element); break;
            case "ul" or "ol": OpenList(element); break;
            case "li": _lines.Break(); _lines.Bullet(_lists.NextBullet()); break;
            case "td" or "th": _cellGap = !_lines.IsEmptyLine; break;
            case "blockquote" when IsQuotation(element): _lines.Paragraph(); _lines.QuoteDepth++; break;
            default: Edge(element); break;
        }
    }

    private void End(HtmlElement element)
    {
        switch (element.Name)
        {
            case "p": Separate(element); break;
            case "a" when _link.End() is { } target: _lines.Attach($" <{target}>"); break;
            case "ul" or "ol": CloseList(); break;
            case "li": _lines.Break(); _lines.Bullet(""); break;
            case "blockquote" when IsQuotation(element): _lines.Break(); _lines.QuoteDepth--; _lines.Paragraph(); break;
            case "td" or "th" or "br" or "hr": break;
            default: Edge(element); break;
        }
    }

    private void Edge(HtmlElement element)
    {
        if (Paragraphs.Contains(element.Name)) _lines.Paragraph();
        else if (Blocks.Contains(element.Name)) _lines.Break();
        if (element.Name == "tr") _cellGap = false;
    }

    private void OpenList(HtmlElement element)
    {
        if (_lists.Depth == 0) _lines.Paragraph();
        else _lines.Break();
        _lines.ListDepth = _lists.Open(element);
    }

    private void CloseList()
    {
        _lines.Break();
        _lines.ListDepth = _lists.Close();
        if (_lists.Depth == 0) _lines.Paragraph();
    }

    // Word and several web clients write one paragraph a line and set the margin to nothing.
    private void Separate(HtmlElement element)
    {
        var tight = element.Attribute("class")?.StartsWith("MsoNormal", StringComparison.OrdinalIgnoreCase) == true
            || element.Style.Replace(" ", "", StringComparison.Ordinal).Contains("margin:0", StringComparison.OrdinalIgnoreCase);
        if (tight) _lines.Break();
        else _lines.Paragraph();
    }

    private void ShowImage(HtmlElement element)
    {
        var text = element.Attribute("alt")?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 200 || Path.HasExtension(text)) return;
        Text(text);
    }

    // Some web clients indent by a borderless quotation.
    private static bool IsQuotation(HtmlElement element) =>
        element.Attribute("type") is not null || element.Attribute("class") is not null
        || !element.Style.Replace(" ", "", StringComparison.Ordinal).Contains("border:none", StringComparison.OrdinalIgnoreCase);

    private static bool KeepsSpace(HtmlElement element) =>
        element.Name == "pre" || element.Style.Replace(" ", "", StringComparison.Ordinal).Contains("white-space:pre", StringComparison.OrdinalIgnoreCase);
}
