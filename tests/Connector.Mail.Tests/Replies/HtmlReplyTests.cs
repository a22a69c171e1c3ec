namespace Connector.Mail.Tests.Replies;

public sealed class HtmlReplyTests
{
    [Theory]
    [InlineData("<div dir=ltr>Yes.</div><div class=gmail_extra><br><div class=gmail_quote>On Tue Bob wrote:<br><blockquote class=gmail_quote style='margin:0 0 0 .8ex'>Shall we?</blockquote></div></div>", "html-gmail-quote")]
    [InlineData("<div dir=ltr>Yes.</div><br><div class='gmail_quote gmail_quote_container'><div dir=ltr class=gmail_attr>вт<br></div><blockquote class=gmail_quote>Shall we?</blockquote></div>", "html-gmail-quote")]
    [InlineData("<p>Yes.</p><div id=appendonsend></div><hr tabindex=-1 style='display:inline-block'><div id=divRplyFwdMsg><b>From:</b> Bob<br><b>Sent:</b> x</div><div>Shall we?</div>", "html-outlook-header")]
    [InlineData("<div>Yes.</div><div id=x_x_divRplyFwdMsg><b>From:</b> Bob</div><div>Shall we?</div>", "html-outlook-header")]
    [InlineData("<div class=WordSection1><p class=MsoNormal>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> Bob</p></div></div><p>Shall we?</p></div>", "html-outlook-header")]
    [InlineData("<p>Yes.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in'><p>Bob</p></div><p>Shall we?</p>", "html-outlook-header")]
    [InlineData("<body>Yes.<div><br></div><blockquote type=cite><div>On 5 May 2020, at 10:00, Bob wrote:</div><div>Shall we?</div></blockquote></body>", "html-cite-blockquote")]
    [InlineData("<p>Yes.</p><div class=moz-cite-prefix>Am 05.05.2020 um 10:00 schrieb Bob:<br></div><blockquote type=cite cite='mid:1'><p>Shall we?</p></blockquote>", "html-thunderbird-quote")]
    [InlineData("<div>Yes.</div><div id=yahoo_quoted_123 class=yahoo_quoted><div>On Tuesday</div><div>Shall we?</div></div>", "html-yahoo-quote")]
    [InlineData("<div>Yes.</div><div class=protonmail_quote>On Tuesday, Bob wrote:<br><blockquote class=protonmail_quote type=cite>Shall we?</blockquote></div>", "html-proton-quote")]
    [InlineData("<div>Yes.</div><hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__><b>From: </b>Bob</div><div>Shall we?</div>", "html-zimbra-divider")]
    [InlineData("<div>Yes.</div><hr id=stopSpelling>Date: Tue<br>From: Bob<br><div>Shall we?</div>", "html-hotmail-rule")]
    [InlineData("<div>Yes.</div><div name=quote style='border-left:2px solid #C3D9E5'><div>Gesendet: Di</div>Shall we?</div>", "html-web-mail-quote")]
    [InlineData("<div>Yes.</div><div class=zmail_extra><div>---- On Tue ----</div><blockquote>Shall we?</blockquote></div>", "html-zoho-quote")]
    [InlineData("<div>Yes.</div><div name=messageReplySection>On Tue, Bob:<blockquote>Shall we?</blockquote></div>", "html-spark-quote")]
    [InlineData("<div>Yes.</div><p class=airmail_on>On 5 May</p><blockquote type=cite class=clean_bq>Shall we?</blockquote>", "html-airmail-quote")]
    [InlineData("<div>Yes.</div><div class=missive_quote>Shall we?</div>", "html-missive-quote")]
    [InlineData("<div>Yes.</div><blockquote class=front-blockquote>Shall we?</blockquote>", "html-front-quote")]
    [InlineData("<div>Yes.</div><div class=cm_quote>Shall we?</div>", "html-newton-quote")]
    [InlineData("<div>Yes.</div><div id=isReplyContent>Shall we?</div>", "html-netease-quote")]
    [InlineData("<div>Yes.</div><span id=OLK_SRC_BODY_SECTION><div>From: Bob</div><div>Shall we?</div></span>", "html-outlook-header")]
    public void Extract_QuoteOfMailProgram_IsCut(string html, string rule)
    {
        var parts = ReplyMail.Html(html);

        Assert.Equal("Yes.", parts.ReplyText);
        Assert.Contains(rule, parts.Rules);
        Assert.Contains("Shall we?", parts.QuotedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=gmail_signature>Ann<br>Example Ltd</div>")]
    [InlineData("<span>-- </span><br><div class=gmail_signature data-smartmail=gmail_signature>Ann<br>Example Ltd</div>")]
    [InlineData("<pre class=moz-signature>-- \nAnn</pre>")]
    [InlineData("<div id=AppleMailSignature>Ann<br>Example Ltd</div>")]
    [InlineData("<div id=x_Signature>Ann</div>")]
    [InlineData("<div id=ms-outlook-mobile-signature>Get Outlook for iOS</div>")]
    public void Extract_SignatureOfMailProgram_IsCut(string signature) =>
        Assert.Equal("Yes.", ReplyMail.Html($"<div>Yes.</div><div><br></div>{signature}").ReplyText);

    [Fact]
    public void Extract_AnswersInsideGmailQuote_AreKept()
    {
        var parts = ReplyMail.Html("<div class=gmail_quote><div class=gmail_attr>On Tue Bob wrote:</div><blockquote class=gmail_quote>Colour?</blockquote><div>Blue.</div><blockquote class=gmail_quote>Size?</blockquote><div>Large.</div></div>");

        Assert.Equal("Blue.\nLarge.", parts.ReplyText.Replace("\n\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Extract_GmailForward_IsContent()
    {
        var parts = ReplyMail.Html("<div>See this.</div><div class=gmail_quote>---------- Forwarded message ---------<br>From: Bob<br>Date: Tue<br>Subject: Order<br>To: Ann<br><br>It broke.</div>");

        Assert.Contains("It broke.", parts.ReplyText, StringComparison.Ordinal);
        Assert.Equal("", parts.QuotedText);
    }

    [Fact]
    public void Extract_BothBodies_HtmlMarkCutsPlainText()
    {
        var parts = ReplyMail.Both("Yes.\n\nBob, Tuesday\nShall we send it again?", "<p>Yes.</p><div class=gmail_quote>Bob, Tuesday<br>Shall we send it again?</div>");

        Assert.Equal("Yes.", parts.ReplyText);
        Assert.Contains("html-gmail-quote", parts.Rules);
    }

    [Fact]
    public void Extract_BothBodiesAgree_PlainTextIsShown()
    {
        var parts = ReplyMail.Both("*Yes*, see https://example.org/a\n\nOn Tue, 5 May 2020, Bob wrote:\n> Shall we?", "<b>Yes</b>, see <a href='https://example.org/a'>https://example.org/a</a><blockquote type=cite>On Tue, 5 May 2020, Bob wrote:<br>Shall we?</blockquote>");

        Assert.Equal("*Yes*, see https://example.org/a", parts.ReplyText);
    }

    [Fact]
    public void Extract_AnswerBelowInPlainTextAndHtml_IsKept()
    {
        var parts = ReplyMail.Both("On Tue, 5 May 2020, Bob wrote:\n> Shall we?\n\nYes.", "<div class=moz-cite-prefix>On Tue, 5 May 2020, Bob wrote:</div><blockquote type=cite>Shall we?</blockquote><p>Yes.</p>");

        Assert.Equal("Yes.", parts.ReplyText);
    }

    [Fact]
    public void Extract_EverythingInsideQuote_KeepsWholeText() =>
        Assert.Contains("Yes.", ReplyMail.Html("<div class=yahoo_quoted>Yes.</div>").ReplyText, StringComparison.Ordinal);

    [Fact]
    public void Extract_WordBlockquoteIndent_IsNoQuote() =>
        Assert.Contains("indented", ReplyMail.Html("<p>One</p><blockquote style='margin:0 0 0 40px;border:none;padding:0px'>indented</blockquote><p>Two</p>").ReplyText, StringComparison.Ordinal);
}
