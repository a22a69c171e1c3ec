using Connector.Mail.Tests.Golden;

using FsCheck.Fluent;

namespace Connector.Mail.Tests.Writing;

/// <summary>What we write, GMime reads as our own reader does.</summary>
public sealed class GMimeReadsTests
{
    private const int Mails = 300;

    [Fact]
    public void Write_ThreeHundredMails_GMimeReadsTheSameFields()
    {
        if (!GMime.IsInstalled) Assert.Skip("libgmime-3.0 not found: install libgmime-3.0-0");
        GMime.g_mime_init();
        var differences = MailGenerator.Mail.Sample(Mails).SelectMany(Differences).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");
    }

    private static IEnumerable<string> Differences(OutgoingMail mail)
    {
        var bytes = MailWriter.Write(mail);
        var (ours, theirs) = (Comparison.Ours(MailReader.Read(bytes)), GMimeReader.Read(bytes)!);
        return ours.Where(field => field.Value != theirs[field.Key]).Select(field => $"{field.Key}\n ours {field.Value}\n GMime {theirs[field.Key]}");
    }
}
