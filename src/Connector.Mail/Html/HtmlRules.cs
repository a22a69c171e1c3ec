using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Connector.Mail.Html;

/// <summary>The part of the HTML parsing rules that mail needs: void elements, implied end tags, raw text, scopes.</summary>
internal static class HtmlRules
{
    public static readonly FrozenSet<string> Void = Names("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    public static readonly FrozenSet<string> Foreign = Names("svg math");

    public static readonly FrozenSet<string> BreaksOutOfForeign = Names("blockquote body br center dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li ol p pre span strong table ul b");

    /// <summary>A start tag of the key ends an open element of the value.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> ImpliedEnd = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Names("li"),
        ["dt"] = Names("dt dd"),
        ["dd"] = Names("dt dd"),
        ["tr"] = Names("tr caption colgroup"),
        ["td"] = Names("td th"),
        ["th"] = Names("td th"),
        ["tbody"] = Names("tbody thead tfoot tr"),
        ["thead"] = Names("tbody thead tfoot tr"),
        ["tfoot"] = Names("tbody thead tfoot tr"),
        ["option"] = Names("option"),
        ["a"] = Names("a"),
        ["p"] = Names("p"), ["div"] = Names("p"), ["ul"] = Names("p"), ["ol"] = Names("p"), ["dl"] = Names("p"), ["table"] = Names("p"),
        ["blockquote"] = Names("p"), ["pre"] = Names("p"), ["hr"] = Names("p"), ["center"] = Names("p"), ["form"] = Names("p"),
        ["h1"] = Names("p"), ["h2"] = Names("p"), ["h3"] = Names("p"), ["h4"] = Names("p"), ["h5"] = Names("p"), ["h6"] = Names("p"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Containers = Names("table td th div blockquote ul ol dl body");

    private static readonly FrozenSet<string> TableParts = Names("td th tr tbody thead tfoot");

    /// <summary>Where the search for an element to end stops.</summary>
    public static bool StopsImpliedEnd(string open, string start) =>
        open == "table" || (!TableParts.Contains(start) && Containers.Contains(open)) || (start is "td" or "th" && open == "tr");

    /// <summary>An end tag does not reach out of a table, nor, unless it is a table's own, out of a cell.</summary>
    public static bool BlocksEnd(string open, string end) =>
        end != "table" && (open == "table" || (open is "td" or "th" && !TableParts.Contains(end)));

    public static HtmlParseMode StateAfter(string name) => name switch
    {
        "title" or "textarea" => HtmlParseMode.RCData,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "script" => HtmlParseMode.Script,
        _ => HtmlParseMode.PCData,
    };

    public static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
