using System.Buffers;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Connector.Mail.Html;

/// <summary>
/// Walks HTML once, token by token, and hands balanced events to a sink. No tree is built, so time and memory grow with the input only
/// and nesting is bounded: elements deeper than <see cref="MaxDepth"/> lose their tags and keep their text.
/// </summary>
internal sealed class HtmlReader(IHtmlSink sink)
{
    public const int MaxDepth = 200;

    // Stray end tags inside deep nesting are looked for all the way up; after this many steps they are only compared with the innermost element.
    private const int MaxSteps = 20_000_000;

    private static readonly SearchValues<char> Meaningful = SearchValues.Create("<&\r\0");

    private readonly List<HtmlElement> _open = new(32);
    private int _tooDeep;
    private int _steps;
    private SkippedElement _skipped;

    public static void Read(string html, IHtmlSink sink) => new HtmlReader(sink).Run(html);

    private void Run(string html)
    {
        using var source = new TextSource(new StringTextSource(html));
        var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile && !sink.IsFull; token = tokens.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } start)
            {
                tokens.State = HtmlRules.StateAfter(start.Name);
                OnStart(start);
            }
            else if (token.Type == HtmlTokenType.EndTag) OnEnd(token.Name);
            else if (token.Type == HtmlTokenType.Character && !_skipped.Active) sink.Text(token.Data);
            if (tokens.State == HtmlParseMode.PCData) TakePlain(source, html);
        }
        CloseDownTo(0);
    }

    // Text up to the next sign that means something needs no tokenizer, which takes it character by character.
    private void TakePlain(TextSource source, string html)
    {
        var rest = html.AsSpan(Math.Min(source.Index, html.Length));
        var length = rest.IndexOfAny(Meaningful);
        if (length < 0) length = rest.Length;
        if (length == 0) return;
        source.Index += length;
        if (!_skipped.Active) sink.Text(rest[..length]);
    }

    private void OnStart(HtmlTagToken tag)
    {
        if (_skipped.Swallows(tag)) return;
        CloseImplied(tag.Name);
        var isVoid = HtmlRules.Void.Contains(tag.Name);
        if (_open.Count >= MaxDepth && !isVoid)
        {
            _tooDeep++;
            return;
        }
        var element = new HtmlElement(tag.Name, tag, _open.Count > 0 ? _open[^1] : null);
        if (!sink.Open(element))
        {
            if (!isVoid) _skipped = new SkippedElement(tag);
        }
        else if (isVoid) sink.Close(element);
        else _open.Add(element);
    }

    private void OnEnd(string name)
    {
        if (_skipped.Active) { _skipped.End(name); return; }
        if (_tooDeep > 0) { _tooDeep--; return; }
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name) { CloseDownTo(i); return; }
            if (++_steps > MaxSteps) return;
            if (HtmlRules.BlocksEnd(_open[i].Name, name)) return;
        }
    }

    private void CloseImplied(string name)
    {
        if (!HtmlRules.ImpliedEnd.TryGetValue(name, out var ends)) return;
        for (var i = _open.Count - 1; i >= 0 && ++_steps < MaxSteps && !HtmlRules.StopsImpliedEnd(_open[i].Name, name); i--)
            if (ends.Contains(_open[i].Name)) { CloseDownTo(i); return; }
    }

    private void CloseDownTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            sink.Close(_open[i]);
            _open.RemoveAt(i);
        }
    }
}
