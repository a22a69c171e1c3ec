using Connector.Mail.Tests.Writing;

namespace Connector.Mail.Tests.Golden;

/// <summary>What two readers make of a mail, field by field in a form that ignores mere notation, and the table of README.md that explains where they differ.</summary>
internal static class Comparison
{
    public static Dictionary<string, string> Ours(MailMessage mail) => new(StringComparer.Ordinal)
    {
        ["subject"] = Folded(mail.Subject),
        ["from"] = People(mail.From.Select(p => (p.Name, p.Address))),
        ["to"] = People(mail.To.Select(p => (p.Name, p.Address))),
        ["cc"] = People(mail.Cc.Select(p => (p.Name, p.Address))),
        ["date"] = mail.Date?.ToString("yyyy-MM-ddTHH:mm:sszzz") ?? "",
        ["messageId"] = mail.MessageId ?? "",
        ["references"] = string.Join(' ', mail.References),
        ["text"] = Folded(mail.AllParts().FirstOrDefault(p => p.IsText && p.Children.Count == 0)?.DecodeText() ?? ""),
        ["names"] = string.Join('|', mail.AllParts().Where(p => p.Children.Count == 0).Select(p => p.FileName).OfType<string>()),
    };

    public static string People(IEnumerable<(string? Name, string Address)> people) => string.Join("; ", people
        .Where(p => p.Address is not ("" or "<>"))
        .Select(p => $"{p.Name?.Change("\\s+", _ => "")}|{p.Address.Replace("\"", "")}"));

    public static string Folded(string text) => text.Change("[\\s\u00a0]+", _ => " ").Trim();

    /// <summary>Fails on each difference that the table under <paramref name="heading"/> does not explain: rows of <c>| field | traits | why |</c>.</summary>
    public static void AssertExplained(string heading, IEnumerable<(string Name, Dictionary<string, string>? Other)> readings)
    {
        var explained = Explained(heading);
        var unexplained = readings.SelectMany(r => Fields(r.Name, r.Other).Select(field => $"{r.Name} {field}")).Where(d => !explained.Contains(d)).ToList();
        Assert.True(unexplained.Count == 0, $"{unexplained.Count} not in README.md:\n{string.Join('\n', unexplained)}");
    }

    private static IEnumerable<string> Fields(string name, Dictionary<string, string>? other)
    {
        if (other is null) return ["exception"];
        var ours = Ours(MailReader.Read(GoldenMail.Load(name).Bytes));
        return other.Where(field => ours[field.Key] != field.Value).Select(field => field.Key);
    }

    private static HashSet<string> Explained(string heading) =>
        [.. File.ReadLines(Path.Combine(GoldenMail.Folder, "..", "README.md"))
            .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(cells => cells[2].Split(' ').Select(trait => $"{trait} {cells[1]}"))];
}
