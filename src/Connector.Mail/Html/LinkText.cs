using System.Text;

namespace Connector.Mail.Html;

/// <summary>Follows one link and says what to show of its target.</summary>
internal sealed class LinkText
{
    private const int MaxTarget = 2000;

    private readonly StringBuilder _text = new();
    private string? _target;

    public void Begin(string? href)
    {
        _text.Clear();
        _target = href?.Trim() is { Length: > 0 and <= MaxTarget } target && IsWorthShowing(target) ? target : null;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        if (_target is not null && _text.Length < MaxTarget) _text.Append(text);
    }

    /// <summary>The target, when it tells more than the text; a link without text is a picture or a counter and shows nothing.</summary>
    public string? End()
    {
        var target = _target;
        _target = null;
        if (target is null) return null;
        var text = Bare(_text.ToString());
        return text.Length == 0 || text.Equals(Bare(target), StringComparison.OrdinalIgnoreCase) ? null : Shown(target);
    }

    private static bool IsWorthShowing(string target) =>
        target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("ftp", StringComparison.OrdinalIgnoreCase) || target.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static string Shown(string target) =>
        (target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? WithoutQuery(target)[7..] : target).Replace(' ', '+').ReplaceLineEndings("");

    private static string Bare(string link)
    {
        var bare = link.Trim().Trim('<', '>', '[', ']', '(', ')');
        if (bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) bare = WithoutQuery(bare)[7..];
        foreach (var lead in (ReadOnlySpan<string>)["https://", "http://", "www."])
            if (bare.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) bare = bare[lead.Length..];
        return bare.TrimEnd('/', ' ');
    }

    private static string WithoutQuery(string target) => target.IndexOf('?', StringComparison.Ordinal) is > 0 and var query ? target[..query] : target;
}
