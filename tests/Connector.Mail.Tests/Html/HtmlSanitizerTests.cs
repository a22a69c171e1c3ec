using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Connector.Mail.Html;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Html;

public sealed class HtmlSanitizerTests
{
    private static string Clean(string html) => HtmlSanitizer.Sanitize(html, id => id == "part1@example.org");

    [Theory]
    [InlineData("<p>Hello <b>you</b></p>", "<p>Hello <b>you</b></p>")]
    [InlineData("<p onclick='x()' onmouseover=y>Hi</p>", "<p>Hi</p>")]
    [InlineData("<script>alert(1)</script>Hi", "Hi")]
    [InlineData("<style>p{background:url(http://x)}</style>Hi", "Hi")]
    [InlineData("<iframe src=http://x>in</iframe><object data=x>in</object><embed src=x>Hi", "Hi")]
    [InlineData("<form action=http://x><input name=a><button>Send</button></form>", "Send")]
    [InlineData("<base href=http://x><meta http-equiv=refresh content='0;url=http://x'><link rel=stylesheet href=x>Hi", "Hi")]
    [InlineData("<img src='http://t.example/p.gif' width=1 height=1>", "<img data-remote-src=\"http://t.example/p.gif\" width=\"1\" height=\"1\">")]
    [InlineData("<img srcset='http://t.example/p.gif 2x' alt=x>", "<img alt=\"x\">")]
    [InlineData("<img src='cid:part1@example.org'>", "<img src=\"cid:part1@example.org\">")]
    [InlineData("<img src='CID:part1%40example.org'>", "<img src=\"cid:part1@example.org\">")]
    [InlineData("<img src='cid:other@example.org'>", "<img>")]
    [InlineData("<img src='data:image/png;base64,AAAA'>", "<img src=\"data:image/png;base64,AAAA\">")]
    [InlineData("<img src='data:image/svg+xml;base64,AAAA'>", "<img>")]
    [InlineData("<img src='data:text/html,<script>'>", "<img>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href=' jAva&#10;script:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='&#1;javascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='data:text/html,x'>x</a>", "<a>x</a>")]
    [InlineData("<a href='vbscript:x'>x</a>", "<a>x</a>")]
    [InlineData("<a href='//evil.example'>x</a>", "<a>x</a>")]
    [InlineData("<a href='https://ok.example/?a=1&amp;b=\"2'>x</a>", "<a href=\"https://ok.example/?a=1&amp;b=&quot;2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<table background='http://x'><tr><td bgcolor=red>c</td></tr></table>", "<table><tr><td bgcolor=\"red\">c</td></tr></table>")]
    [InlineData("<p style='color:red;position:fixed;top:0;z-index:9'>x</p>", "<p style=\"color:red\">x</p>")]
    [InlineData("<p style='background:url(http://x);color:#fff'>x</p>", "<p style=\"color:#fff\">x</p>")]
    [InlineData("<p style='background-image:url(http://x)'>x</p>", "<p>x</p>")]
    [InlineData("<p style='width:expression(alert(1))'>x</p>", "<p>x</p>")]
    [InlineData("<p style='color:r\\65 d;margin:-500px;margin-left: -9em'>x</p>", "<p>x</p>")]
    [InlineData("<p style='color:rgb(1, 2, 3);background:/**/url(x)'>x</p>", "<p style=\"color:rgb(1, 2, 3)\">x</p>")]
    [InlineData("<p style='behavior:url(x);-moz-binding:url(x);transform:scale(9)'>x</p>", "<p>x</p>")]
    [InlineData("<p id=a class=b name=c data-x=d>x</p>", "<p>x</p>")]
    [InlineData("<svg><a xlink:href='javascript:alert(1)'>x</a></svg>Hi", "Hi")]
    [InlineData("<math><mi xlink:href='javascript:x'>x</mi></math>Hi", "Hi")]
    [InlineData("<!--[if IE]><script>x</script><![endif]-->Hi<!-- x -->", "Hi")]
    [InlineData("<b>unclosed", "<b>unclosed</b>")]
    [InlineData("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;")]
    [InlineData("<custom-tag onclick=x>kept text</custom-tag>", "kept text")]
    public void Sanitize_Html_KeepsOnlyWhatIsAllowed(string html, string expected) => Assert.Equal(expected, Clean(html));

    [Theory]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">")]
    [InlineData("<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">")]
    [InlineData("<title><a title=\"</title><img src=x onerror=alert(1)>\">")]
    [InlineData("<select><style></select><img src=x onerror=alert(1)></style>")]
    [InlineData("<p title='`><img src=x onerror=alert(1)>`'>")]
    [InlineData("<img src=\"x` `<script>alert(1)</script>\"` `>")]
    [InlineData("<table><caption><svg><desc><table><caption></caption></table><style><a title=\"</style><img src onerror=alert(1)>\">")]
    public void Sanitize_MutationTricks_StayHarmlessWhenParsedAgain(string html) => AssertHarmless(Clean(html));

    [Fact]
    public void Sanitize_AnyMixture_IsHarmlessAndStable()
    {
        string[] pieces = ["<p>", "</p>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<img src=x onerror=alert(1)>", "<a href=javascript:x>", "</a>", "<table>", "<td>", "</table>", "<b title=\"", "\">", "'", "<!--", "-->", "<noscript>", "</noscript>", "<template>", "text", "&lt;script&gt;", "<textarea>", "</textarea>", "<div style='position:fixed'>", "</div>", "<", "`", "<mtext>", "<foreignObject>", "<select>", "<plaintext>"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), html =>
        {
            var clean = Clean(html);
            AssertHarmless(clean);
            return Clean(clean) == clean;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static void AssertHarmless(string clean)
    {
        foreach (var element in new HtmlParser().ParseDocument(clean).Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, (string[])["script", "style", "svg", "math", "iframe", "object", "embed", "form", "input", "noscript", "template", "textarea", "select", "link", "meta", "base"]);
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal));
            Assert.False(element.GetAttribute("href")?.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) == true);
        }
    }
}
