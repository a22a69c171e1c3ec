using System.Diagnostics;
using Connector.Mail.Html;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Mail.Tests.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", "One\n\nTwo")]
    [InlineData("<p style='margin: 0'>One</p><p style='margin: 0'>Two</p>", "One\nTwo")]
    [InlineData("One<br>Two<br/><br>Three", "One\nTwo\n\nThree")]
    [InlineData("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo")]
    [InlineData("  many \n\t blanks&nbsp;here ", "many blanks here")]
    [InlineData("a <b>bold</b><i>er</i> word", "a bolder word")]
    [InlineData("&lt;tag&gt; &amp; &eacute;&#8364;&#x41;&copy", "<tag> & é€A©")]
    [InlineData("<ul><li>One<li>Two</ul>", "- One\n- Two")]
    [InlineData("<ol><li>One</li><li>Two<ul><li>Deep</li></ul></li></ol>", "1. One\n2. Two\n  - Deep")]
    [InlineData("<ol start=5><li>Five</ol>", "5. Five")]
    [InlineData("<table><tr><td>A</td><td>B</td></tr><tr><td>C<td>D</table>", "A | B\nC | D")]
    [InlineData("<table><tr><td><table><tr><td>In</td></tr></table></td></tr><tr><td></td><td>Out</td></tr></table>", "In\nOut")]
    [InlineData("<blockquote>One<br>Two<blockquote>Three</blockquote></blockquote>Four", "> One\n> Two\n>\n>> Three\n\nFour")]
    [InlineData("<pre>\n a\n   b</pre>", " a\n   b")]
    [InlineData("<a href='https://example.org/'>example.org</a>", "example.org")]
    [InlineData("<a href='https://example.org/a'>https://example.org/a</a>", "https://example.org/a")]
    [InlineData("<a href='https://example.org/a'>here</a>.", "here <https://example.org/a>.")]
    [InlineData("<a href='mailto:ann@example.org?subject=x'>Ann@example.org</a>", "Ann@example.org")]
    [InlineData("<a href='mailto:ann@example.org'>Ann</a>", "Ann <ann@example.org>")]
    [InlineData("<a href='https://example.org/t'><img src=x></a>Text", "Text")]
    [InlineData("<a href='javascript:alert(1)'>click</a>", "click")]
    [InlineData("<a href='#top'>up</a>", "up")]
    [InlineData("<img alt='A fine chart' src=x> <img alt=image001.png src=y>", "A fine chart")]
    [InlineData("One<hr>Two", "One\n________________________________\nTwo")]
    [InlineData("<h1>Title</h1>Text", "Title\n\nText")]
    [InlineData("<html><head><title>T</title><style>p{}</style></head><body>Text</body></html>", "Text")]
    [InlineData("<script>var a = '<p>';</script>Text", "Text")]
    [InlineData("<!-- note -->Text<!--[if mso]><p>mso</p><![endif]-->", "Text")]
    [InlineData("<![if !mso]>Text<![endif]>", "Text")]
    [InlineData("<div style='display:none'>hidden</div>Text", "Text")]
    [InlineData("<div style='max-height:0px;overflow:hidden'>preheader</div>Text", "Text")]
    [InlineData("<span style='mso-hide:all'>hidden</span><span hidden>too</span>Text", "Text")]
    [InlineData("<p>Mis<b>nested</p> text</b>", "Misnested\n\ntext")]
    [InlineData("<div>Unclosed <b>text", "Unclosed text")]
    [InlineData("Text</div></td></p>More", "TextMore")]
    [InlineData("<svg><text>no</text><p>Text", "Text")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("", "")]
    public void ToText_Html_IsReadable(string html, string expected) => Assert.Equal(expected, HtmlText.ToText(html));

    public static TheoryData<string> Enormous => new(
        string.Concat(Enumerable.Repeat("<a href='https://example.org/?a=1&amp;b=2'>link</a> ", 50_000)),
        string.Concat(Enumerable.Repeat("<div>", 250_000)),
        string.Concat(Enumerable.Repeat("<blockquote>a<br>", 50_000)),
        string.Concat(Enumerable.Repeat("<b>", 150)) + string.Concat(Enumerable.Repeat("</i>", 200_000)),
        string.Concat(Enumerable.Repeat("<table><tr><td>", 30_000)),
        string.Concat(Enumerable.Repeat("<ul><li>x", 30_000)),
        new string('<', 500_000),
        "<a " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">x</a>",
        string.Concat(Enumerable.Repeat("<!--", 100_000)),
        new string('a', 10_000_000));

    [Theory]
    [MemberData(nameof(Enormous), DisableDiscoveryEnumeration = true)]
    public void ToTextAndSanitize_Enormous_TakeBoundedTime(string html)
    {
        var start = Stopwatch.GetTimestamp();

        Assert.NotNull(HtmlText.ToText(html));
        Assert.NotNull(HtmlSanitizer.Sanitize(html, _ => true));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void ToText_AnyMixture_NeverThrows()
    {
        string[] pieces = ["<p>", "</p>", "<div style='display:none'>", "</div>", "<table>", "<td>", "</table>", "<a href=x>", "</a>", "<ul>", "<li>", "</ul>", "<pre>", "</pre>", "text", " ", "\n", "<br>", "&amp;", "&#0;", "<svg>", "</svg>", "<script>", "</script>", "<!--", "-->", "<blockquote>", "</blockquote>", "<", ">", "\"", "\0", "<textarea>", "<style>"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), html => HtmlText.ToText(html) is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
