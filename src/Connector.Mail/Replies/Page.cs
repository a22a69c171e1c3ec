using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>Why a line is not part of the reply.</summary>
internal enum Cut
{
    None,
    Quote,
    Signature,
}

/// <summary>The lines of a mail and what has been decided about each. Only the first <see cref="MaxLines"/> are looked at.</summary>
internal sealed class Page
{
    private const int MaxLines = 1000;

    private readonly Cut[] _cuts;
    private readonly bool?[] _mayEndAttribution;
    private readonly List<string> _rules = [];

    public Page(IReadOnlyList<TextLine> lines)
    {
        Lines = lines;
        Count = Math.Min(lines.Count, MaxLines);
        End = Count;
        _cuts = new Cut[lines.Count];
        _mayEndAttribution = new bool?[Count];
    }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>How many lines are considered.</summary>
    public int Count { get; }

    /// <summary>Where forwarded content begins; nothing is cut from there on.</summary>
    public int End { get; private set; }

    public IReadOnlyList<string> Rules => _rules;

    public string this[int line] => Lines[line].Text;

    public Cut CutOf(int line) => _cuts[line];

    public bool IsBlank(int line) => string.IsNullOrWhiteSpace(Lines[line].Text);

    public bool IsMarkedQuote(int line) => Lines[line].Mark is { IsSignature: false };

    /// <summary>Asked of each line up to six times, so kept.</summary>
    public bool MayEndAttribution(int line) => _mayEndAttribution[line] ??= Attribution.MayEnd(this[line]);

    public void Take(int from, int end, Cut cut, string rule)
    {
        if (!_rules.Contains(rule)) _rules.Add(rule);
        for (var i = from; i < end; i++)
            if (_cuts[i] == Cut.None) _cuts[i] = cut;
    }

    public void TakeRest(int from, string rule)
    {
        Take(from, Lines.Count, Cut.Quote, rule);
        End = Math.Min(End, from);
    }

    public void KeepRest(int from) => End = from;

    /// <summary>The next line with something on it, or the count.</summary>
    public int NextFilled(int line)
    {
        var next = line + 1;
        while (next < Count && IsBlank(next)) next++;
        return next;
    }

    public int PreviousFilled(int line)
    {
        var previous = line - 1;
        while (previous >= 0 && IsBlank(previous)) previous--;
        return previous;
    }
}
