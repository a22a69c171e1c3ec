using System.Reflection;

using Connector.Mail.Tests.Golden;

namespace Connector.Mail.Tests;

/// <summary>The tables of keys that administrators search for, against what reading really says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Warnings_AllKeys_AreThoseOfTheReadme()
    {
        var keys = typeof(MailMessage).Assembly.GetType("Connector.Mail.Reading.Warning")!.GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(Keys("Reading/README.md", "## Warnings").Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ReplyRules_OfAllGoldenMails_AreThoseOfTheReadme()
    {
        var used = GoldenMail.Names.Select(name => MailReader.Read(GoldenMail.Load(name).Bytes)).SelectMany(Rules).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Keys("Replies/README.md", "# Replies").Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Rules(MailMessage mail)
    {
        _ = mail.ReplyText;
        return mail.Warnings.Where(w => w.StartsWith("reply-cut: ", StringComparison.Ordinal)).Select(w => w["reply-cut: ".Length..])
            .Select(rule => rule.StartsWith("html-", StringComparison.Ordinal) && rule != "html-signature" ? "html-…" : rule);
    }

    /// <summary>The words in code marks in the first column of the tables below a heading.</summary>
    private static IEnumerable<string> Keys(string readme, string heading) =>
        File.ReadLines(Path.Combine(GoldenMail.Folder, "..", "..", "..", "..", "src", "Connector.Mail", readme))
            .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, n) => n % 2 == 1));
}
