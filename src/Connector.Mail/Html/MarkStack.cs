namespace Connector.Mail.Html;

/// <summary>The marked elements open now, and the mark that holds for the text between them.</summary>
internal sealed class MarkStack
{
    private readonly List<(HtmlElement Element, TextMark Mark, bool Ended)> _open = [];
    private TextMark? _rest;

    public TextMark? Push(HtmlElement element, TextMark mark)
    {
        if (mark.Reach == MarkReach.Rest) _rest ??= mark;
        _open.Add((element, mark, Ended: false));
        return Current;
    }

    /// <summary>Whether closing this element can change the mark.</summary>
    public bool Concerns(HtmlElement element) =>
        _open.Count > 0 && (ReferenceEquals(_open[^1].Element, element) || element.Name == "blockquote");

    public TextMark? Pop(HtmlElement element)
    {
        if (ReferenceEquals(_open[^1].Element, element)) _open.RemoveAt(_open.Count - 1);
        if (element.Name == "blockquote" && _open.Count > 0 && _open[^1].Mark.Reach == MarkReach.UntilQuotationEnds)
            _open[^1] = _open[^1] with { Ended = true };
        return Current;
    }

    // A quotation outweighs the signature inside it, which belongs to somebody else.
    private TextMark? Current
    {
        get
        {
            if (_rest is not null) return _rest;
            TextMark? signature = null;
            foreach (var (_, mark, ended) in _open)
            {
                if (ended) continue;
                if (!mark.IsSignature) return mark;
                signature ??= mark;
            }
            return signature;
        }
    }
}
