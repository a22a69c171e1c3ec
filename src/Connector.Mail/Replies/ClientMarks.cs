using System.Collections.Frozen;
using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>The elements by which mail programs mark what they quote and sign.</summary>
internal static class ClientMarks
{
    private static readonly FrozenDictionary<string, TextMark> ByClass = Table(
        ("gmail_quote gmail_quote_container", new("html-gmail-quote", MarkReach.UntilQuotationEnds)),
        ("gmail_attr", new("html-gmail-quote")),
        ("protonmail_quote", new("html-proton-quote", MarkReach.UntilQuotationEnds)),
        ("tutanota_quote", new("html-tutanota-quote")),
        ("yahoo_quoted", new("html-yahoo-quote")),
        ("moz-cite-prefix moz-email-headers-table", new("html-thunderbird-quote")),
        ("airmail_on airmail_ext_on clean_bq", new("html-airmail-quote")),
        ("zmail_extra", new("html-zoho-quote")),
        ("front-blockquote", new("html-front-quote")),
        ("missive_quote", new("html-missive-quote")),
        ("cm_quote", new("html-newton-quote")),
        ("nylas-quote", new("html-nylas-quote", MarkReach.UntilQuotationEnds)),
        ("sh-quoted-content", new("html-superhuman-quote")),
        ("ntes-mailmaster-quote", new("html-netease-quote")),
        ("outlookmessageheader", new("html-outlook-header", MarkReach.Rest)),
        ("gmail_signature moz-signature moz-txt-sig protonmail_signature_block bloop_sign mailbox_signature front-signature sh-signature yahoo-signature applemailsignature",
            new("html-signature", IsSignature: true)));

    private static readonly FrozenDictionary<string, TextMark> ById = Table(
        ("divrplyfwdmsg appendonsend mail-editor-reference-message-container olk_src_body_section ms-outlook-mobile-body-separator-line", new("html-outlook-header", MarkReach.Rest)),
        ("stopspelling", new("html-hotmail-rule", MarkReach.Rest)),
        ("zwchr", new("html-zimbra-divider", MarkReach.Rest)),
        ("reply-intro replybody1", new("html-roundcube-quote")),
        ("isreplycontent", new("html-netease-quote")),
        ("edo-original", new("html-edison-quote")),
        ("qt", new("html-fastmail-quote")),
        ("signature applemailsignature ms-outlook-mobile-signature mac_outlook_signature composer_signature signature_old edo-signature protonmail_signature",
            new("html-signature", IsSignature: true)));

    private static readonly FrozenDictionary<string, TextMark> ByOther = Table(
        ("name=quote", new("html-web-mail-quote")),
        ("name=messagereplysection", new("html-spark-quote")),
        ("data-marker=__divider__", new("html-zimbra-divider", MarkReach.Rest)),
        ("data-marker=__quoted_text__", new("html-zimbra-quote")),
        ("name=messagesignaturesection data-smartmail=gmail_signature data-marker=__sig_pre__", new("html-signature", IsSignature: true)));

    private static readonly TextMark Cite = new("html-cite-blockquote");

    private static readonly TextMark Yahoo = new("html-yahoo-quote");

    private static readonly TextMark OutlookHeader = new("html-outlook-header", MarkReach.Rest);

    public static TextMark? Find(HtmlElement element)
    {
        if (element.Attributes.Count == 0) return null;
        var mark = FindByNames(element) ?? FindByShape(element);
        return element.Name == "blockquote" && mark is { Reach: MarkReach.UntilQuotationEnds } ? mark with { Reach = MarkReach.Element } : mark;
    }

    private static TextMark? FindByNames(HtmlElement element)
    {
        if (element.Attribute("class") is { Length: > 0 and < 500 } classes)
            foreach (var name in classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                if (ByClass.TryGetValue(Bare(name), out var byClass)) return byClass;
        if (element.Attribute("id") is { Length: > 0 and < 200 } id)
        {
            var bare = Bare(id);
            if (bare.StartsWith("yahoo_quoted", StringComparison.Ordinal)) return Yahoo;
            if (ById.TryGetValue(bare, out var byId)) return byId;
        }
        foreach (var name in (ReadOnlySpan<string>)["name", "data-marker", "data-smartmail"])
            if (element.Attribute(name) is { } value && ByOther.TryGetValue($"{name}={value.ToLowerInvariant()}", out var byOther)) return byOther;
        return null;
    }

    private static TextMark? FindByShape(HtmlElement element) => element.Name switch
    {
        "blockquote" when Is(element, "type", "cite") || Is(element, "class", "cite") => Cite,
        "hr" when Is(element, "tabindex", "-1") => OutlookHeader,
        "div" when IsOutlookHeader(element.Style) => OutlookHeader,
        _ => null,
    };

    // Word writes a thin line above the header of what it quotes; Windows Mail the same in other words.
    private static bool IsOutlookHeader(string style)
    {
        if (style.Length is < 20 or > 500 || !style.Contains("border-top", StringComparison.OrdinalIgnoreCase)) return false;
        var flat = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return flat.Contains("border-top:solid#e1e1e1", StringComparison.Ordinal)
            || flat.Contains("border-top:solid#b5c4df", StringComparison.Ordinal)
            || flat.Contains("border-top:1ptsolidrgb(225,225,225)", StringComparison.Ordinal)
            || flat.Contains("border-top:1ptsolidrgb(181,196,223)", StringComparison.Ordinal)
            || (flat.Contains("border-top:solid", StringComparison.Ordinal) && flat.Contains("padding:3.0pt0", StringComparison.Ordinal))
            || (flat.Contains("border-top-color:rgb(229,229,229)", StringComparison.Ordinal) && flat.Contains("border-top-style:solid", StringComparison.Ordinal));
    }

    private static bool Is(HtmlElement element, string name, string value) => value.Equals(element.Attribute(name), StringComparison.OrdinalIgnoreCase);

    // Exchange puts x_ before names when it passes mail on, once each time.
    private static string Bare(string name)
    {
        while (name.StartsWith("x_", StringComparison.OrdinalIgnoreCase)) name = name[2..];
        return name.ToLowerInvariant();
    }

    private static FrozenDictionary<string, TextMark> Table(params (string Names, TextMark Mark)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Mark))).ToFrozenDictionary(row => row.name, row => row.Mark, StringComparer.Ordinal);
}
