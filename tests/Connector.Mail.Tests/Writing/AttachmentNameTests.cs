using System.Text;

namespace Connector.Mail.Tests.Writing;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("report.pdf", "filename=\"report.pdf\"")]
    [InlineData("my; \"best\" report.pdf", "filename=\"my; \\\"best\\\" report.pdf\"")]
    [InlineData("=?x?Q?a?=", "filename*=utf-8''%3D%3Fx%3FQ%3Fa%3F%3D")]
    [InlineData("Größe.pdf", "filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf")]
    [InlineData("../../etc/passwd", "filename=\"passwd\"")]
    [InlineData("C:\\Users\\anna\\scan.pdf", "filename=\"scan.pdf\"")]
    [InlineData("a\r\nb.txt", "filename=\"a b.txt\"")]
    public void Write_AttachmentName_StandsInTheDisposition(string name, string expected) =>
        Assert.Contains($"Content-Disposition: attachment; {expected}\r\n", Written(name));

    [Theory]
    [InlineData("Größe 100%.pdf", "Gr__e 100_.pdf")]
    [InlineData("注文.xlsx", "__.xlsx")]
    public void Write_NameBeyondAscii_HasAReadableFallback(string name, string fallback) =>
        Assert.Contains($"name=\"{fallback}\"", Written(name));

    [Fact]
    public void Write_LongName_IsCutIntoPiecesThatJoinAgain()
    {
        var name = string.Concat(Enumerable.Repeat("Füße und Größe 😀 ", 15)) + "end.pdf";
        var pieces = Written(name).Find(@"filename\*(\d+)\*=([^;\r]+)").ToList();
        Assert.Equal(Enumerable.Range(0, pieces.Count), pieces.Select(p => int.Parse(p.Groups[1].Value)));
        Assert.Equal("utf-8''" + name[..251].TrimEnd() + ".pdf", Uri.UnescapeDataString(string.Concat(pieces.Select(p => p.Groups[2].Value))));
    }

    [Fact]
    public void Write_NoName_HasNoParameter()
    {
        var written = Written("");
        Assert.Contains("Content-Disposition: attachment\r\n", written);
        Assert.DoesNotContain("name=", written);
    }

    private static string Written(string name) => new WrittenMail(Outgoing.Plain with { Attachments = [Outgoing.File(name)] }).Body;
}
