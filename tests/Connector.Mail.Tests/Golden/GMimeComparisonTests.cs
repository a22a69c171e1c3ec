namespace Connector.Mail.Tests.Golden;

/// <summary>Golden mails read by the GMime library as well: where the two differ, README.md says why ours is right.</summary>
public sealed class GMimeComparisonTests
{
    [Fact]
    public void Read_GoldenMails_DiffersFromGMimeOnlyWhereTheReadmeSays()
    {
        if (!GMime.IsInstalled) Assert.Skip("libgmime-3.0 not found: install libgmime-3.0-0");
        GMime.g_mime_init();
        Comparison.AssertExplained("## Where GMime differs", GoldenMail.Names.Select(name => (name, GMimeReader.Read(GoldenMail.Load(name).Bytes))));
    }
}
