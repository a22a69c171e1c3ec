using System.Collections.Frozen;

namespace Connector.Mail.Html;

/// <summary>The allow-lists. What is in none of them goes; of an element that is merely unknown the content stays.</summary>
internal static class AllowedHtml
{
    public static readonly FrozenSet<string> Elements = HtmlRules.Names(
        "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer "
        + "h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr");

    /// <summary>Dropped with their content: code, foreign markup (which parsers read by other rules), embedded and form matter.</summary>
    public static readonly FrozenSet<string> Dropped = HtmlRules.Names(
        "script style title template svg math iframe frame frameset object embed applet audio video canvas noembed noframes noscript xmp plaintext select option optgroup datalist "
        + "textarea input meta link base param source track keygen portal marquee");

    public static readonly FrozenSet<string> Attributes = HtmlRules.Names(
        "dir lang title align valign width height bgcolor color face size border cellpadding cellspacing colspan rowspan span start type alt nowrap reversed open datetime");

    public static readonly FrozenSet<string> StyleProperties = HtmlRules.Names(
        "color background background-color font font-family font-size font-style font-variant font-weight line-height letter-spacing word-spacing text-align text-decoration "
        + "text-indent text-transform vertical-align white-space word-break word-wrap overflow-wrap direction unicode-bidi "
        + "margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left "
        + "border border-top border-right border-bottom border-left border-color border-style border-width border-collapse border-spacing border-radius "
        + "border-top-color border-top-style border-top-width border-right-color border-right-style border-right-width "
        + "border-bottom-color border-bottom-style border-bottom-width border-left-color border-left-style border-left-width "
        + "width min-width max-width height min-height max-height display float clear list-style list-style-type table-layout empty-cells visibility");

    public static readonly FrozenSet<string> LinkSchemes = HtmlRules.Names("http https mailto tel ftp sms callto sip news");
}
