using System.Globalization;

namespace Connector.Mail.Html;

/// <summary>Open lists and where their numbering stands.</summary>
internal sealed class ListStack
{
    private readonly Stack<int?> _next = new();

    public int Depth => _next.Count;

    public int Open(HtmlElement list)
    {
        _next.Push(list.Name == "ul" ? null : int.TryParse(list.Attribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? start : 1);
        return Depth;
    }

    public int Close()
    {
        _next.TryPop(out _);
        return Depth;
    }

    public string NextBullet()
    {
        if (!_next.TryPop(out var number)) return "- ";
        _next.Push(number + 1);
        return number is null ? "- " : number.Value.ToString(CultureInfo.InvariantCulture) + ". ";
    }
}
