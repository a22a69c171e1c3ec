namespace Connector.Mail.Tests.Replies;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("On Tue, 5 May 2020 at 10:00, Bob Smith <bob@example.com> wrote:")]
    [InlineData("On May 5, 2020, at 10:00 AM, Bob Smith wrote:")]
    [InlineData("On 05/05/2020 10:00, Bob Smith wrote:")]
    [InlineData("On Wed, 2015-12-02 at 13:58 +0000, Tom Newsom wrote:")]
    [InlineData("At 6/16/2016 08:32 PM, you wrote:")]
    [InlineData("Bob Smith <bob@example.com> wrote:")]
    [InlineData("Bob Smith <bob@example.com> wrote on 05/05/2020 10:00:00 AM:")]
    [InlineData("---- On Tue, 22 Dec 2015 14:17:36 +0530 Bob<bob@example.com> wrote ----")]
    [InlineData("---- Bob Smith wrote ----")]
    [InlineData("Bob via Example Forum wrote:")]
    [InlineData("2014-10-17 20:02 GMT+02:00 Bob Smith <bob@example.com>:")]
    [InlineData("2012/10/12 Bob Smith <bob@example.com>")]
    [InlineData("* Bob Smith <bob@example.com> [2020-05-05 10:00]:")]
    [InlineData("Am 05.05.2020 um 10:00 schrieb Bob Schmidt:")]
    [InlineData("Am Di., 5. Mai 2020 um 10:00 Uhr schrieb Bob <bob@example.com>:")]
    [InlineData("Bob Schmidt <bob@example.com> schrieb am Di., 5. Mai 2020, 10:00:")]
    [InlineData("Am 5. Mai 2020 10:00:00 MESZ hat Bob <bob@example.com> geschrieben:")]
    [InlineData("Le mar. 5 mai 2020 à 10:00, Bob <bob@example.com> a écrit :")]
    [InlineData("Le 05/05/2020 à 10:00, Bob Dupont a écrit :")]
    [InlineData("El mar, 5 may 2020 a las 10:00, Bob (<bob@example.com>) escribió:")]
    [InlineData("El 05/05/2020 a las 10:00, Bob escribió:")]
    [InlineData("Em ter., 5 de mai. de 2020 às 10:00, Bob <bob@example.com> escreveu:")]
    [InlineData("Il giorno mar 5 mag 2020 alle ore 10:00 Bob <bob@example.com> ha scritto:")]
    [InlineData("Op di 5 mei 2020 om 10:00 schreef Bob <bob@example.com>:")]
    [InlineData("Op 5 mei 2020 om 10:00 heeft Bob <bob@example.com> het volgende geschreven:")]
    [InlineData("Den tis 5 maj 2020 kl 10:00 skrev Bob <bob@example.com>:")]
    [InlineData("Den 05-05-2020 kl. 10:00 skrev Bob:")]
    [InlineData("tir. 5. mai 2020 kl. 10:00 skrev Bob <bob@example.com>:")]
    [InlineData("ti 5. toukok. 2020 klo 10.00 Bob (bob@example.com) kirjoitti:")]
    [InlineData("W dniu 05.05.2020 o 10:00, Bob pisze:")]
    [InlineData("wt., 5 maj 2020 o 10:00 Bob <bob@example.com> napisał(a):")]
    [InlineData("Dnia 5 maja 2020 10:00 Bob <bob@example.com> napisał(a):")]
    [InlineData("Dne 5. 5. 2020 v 10:00 Bob napsal(a):")]
    [InlineData("út 5. 5. 2020 v 10:00 odesílatel Bob <bob@example.com> napsal:")]
    [InlineData("Dňa 5. 5. 2020 o 10:00 Bob napísal(a):")]
    [InlineData("вт, 5 мая 2020 г. в 10:00, Bob <bob@example.com>:")]
    [InlineData("5 мая 2020 г., 10:00, Bob <bob@example.com> написал(а):")]
    [InlineData("05.05.2020 10:00, Bob пишет:")]
    [InlineData("Вторник, 5 мая 2020, 10:00 +03:00 от Bob <bob@example.com>:")]
    [InlineData("05.05.2020, 10:00, \"Bob\" <bob@example.com>:")]
    [InlineData("вт, 5 трав. 2020 р. о 10:00 Bob <bob@example.com> пише:")]
    [InlineData("На вт, 5.05.2020 г. в 10:00 Bob <bob@example.com> написа:")]
    [InlineData("În mar., 5 mai 2020 la 10:00, Bob <bob@example.com> a scris:")]
    [InlineData("Bob <bob@example.com> ezt írta (időpont: 2020. máj. 5., K, 10:00):")]
    [InlineData("5 May 2020 Sal 10:00 tarihinde Bob <bob@example.com> şunu yazdı:")]
    [InlineData("Στις Τρί, 5 Μαΐ 2020 στις 10:00 π.μ., ο χρήστης Bob <bob@example.com> έγραψε:")]
    [InlineData("Vào Th 3, 5 thg 5, 2020 vào lúc 10:00 Bob <bob@example.com> đã viết:")]
    [InlineData("Pada tanggal Sel, 5 Mei 2020 pukul 10.00 Bob <bob@example.com> menulis:")]
    [InlineData("在 2020年5月5日，上午10:00，Bob <bob@example.com> 写道：")]
    [InlineData("Bob <bob@example.com> 于2020年5月5日周二 上午10:00写道：")]
    [InlineData("Bob <bob@example.com> 於 2020年5月5日 週二 上午10:00寫道：")]
    [InlineData("2020年5月5日(火) 10:00 Bob <bob@example.com>:")]
    [InlineData("2020/05/05 10:00、Bob <bob@example.com>のメール:")]
    [InlineData("2020년 5월 5일 (화) 오전 10:00, Bob <bob@example.com>님이 작성:")]
    [InlineData("‫בתאריך יום ג׳, 5 במאי 2020 ב-10:00 מאת ‪Bob‬‏ <‪bob@example.com‬‏>:‬")]
    [InlineData("El dt., 5 de maig 2020 a les 10:00, Bob (<bob@example.com>) va escriure:")]
    [InlineData("uto, 5. svi 2020. u 10:00 Bob <bob@example.com> napisao je:")]
    [InlineData("V V tor., 5. maj 2020 ob 10:00 je oseba Bob <bob@example.com> napisala:")]
    public void Extract_AttributionAboveUnquotedText_CutsFromThere(string attribution)
    {
        var parts = ReplyMail.Text($"Yes, please.\n\n{attribution}\n\nShall we send it\nagain tomorrow?\n");

        Assert.Equal("Yes, please.", parts.ReplyText);
        Assert.Contains("attribution-line", parts.Rules);
        Assert.StartsWith(attribution, parts.QuotedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On Tue, 5 May 2020 at 10:00,\nBob Smith\n<bob@example.com>\nwrote:")]
    [InlineData("On Mon, May 6,\n2013 at 9:00 AM, Bob <bob@example.com> wrote:")]
    [InlineData("On Friday, November 1, 2013 at\n10:00 AM,\nBob Smith via Example Forum\n<bob+long.address@example.com>\nwrote:")]
    [InlineData("On Tue, Jan 5, 2016 at 1:00 PM, Somebody With A Long Name <\nsome.long.address@example.com> wrote:")]
    [InlineData("Le mardi 5 mai 2020 à 10:00, Bob Dupont\n<bob@example.com> a écrit\n:")]
    [InlineData("5 May 2020 Sal 10:00 tarihinde Bob Smith\n<bob@example.com> şunu yazdı:")]
    [InlineData("W dniu wtorek, 5 maja 2020 10:00 użytkownik Bob Smith\n<bob@example.com> napisał:")]
    [InlineData("2014-10-17 20:02 GMT+02:00 Bob Smith via Forum\n<bob@example.com>:")]
    public void Extract_WrappedAttribution_CutsAllItsLines(string attribution) =>
        Assert.Equal("Yes, please.", ReplyMail.Text($"Yes, please.\n\n{attribution}\n\n> Shall we?\n").ReplyText);

    [Theory]
    [InlineData("On your remote host you can run:\n\n    telnet 127.0.0.1 52698\n\nThat should work.")]
    [InlineData("On Monday I will call you again.\nPlease keep order 4711 open.")]
    [InlineData("Here is what the manual wrote about 2019 models\nand it fits.")]
    [InlineData("Le 5 mai je serai absent, merci de noter :\n- lundi\n- mardi")]
    [InlineData("A note to all: on 5 May 2020 we move.\nPlease use the new address.")]
    [InlineData("The problems are as follows:\n1. the screen (since 12 May)\n2. the keyboard")]
    [InlineData("Write to bob@example.com or to ann@example.com, thanks!")]
    public void Extract_ProseThatLooksAlike_IsKept(string prose) =>
        Assert.Equal(prose, ReplyMail.Text(prose + "\n").ReplyText);

    [Fact]
    public void Extract_SentenceRunningIntoAttribution_KeepsSentence()
    {
        var parts = ReplyMail.Text("On Monday we saw it.\nThanks\nOn Tue, May 5, 2020 at 9:00 Bob <bob@example.com> wrote:\n> It broke.\n");

        Assert.Equal("On Monday we saw it.\nThanks", parts.ReplyText);
    }
}
