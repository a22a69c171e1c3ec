using System.Text.Json.Nodes;

using Connector.Mail.Tests.Writing;

namespace Connector.Mail.Tests.Golden;

/// <summary>Golden mails read by Python's <c>email</c> package as well: where the two differ, README.md says why ours is right.</summary>
public sealed class PythonComparisonTests
{
    [Fact]
    public void Read_GoldenMails_DiffersFromPythonOnlyWhereTheReadmeSays()
    {
        var golden = GoldenMail.Names.Select(GoldenMail.Load).ToList();
        var python = PythonReader.Read([.. golden.Select(g => KeyValuePair.Create(FileName(g.Name), g.Bytes))]);
        var differences = golden.SelectMany(g => Differences(MailReader.Read(g.Bytes), python[FileName(g.Name)]).Select(field => $"{g.Name} {field}"));
        var unexplained = differences.Except(Explained()).ToList();
        Assert.True(unexplained.Count == 0, $"{unexplained.Count} not in README.md:\n{string.Join('\n', unexplained)}");
    }

    private static string FileName(string name) => name.Replace('/', '~') + ".eml";

    /// <summary>Rows of README.md: <c>| field | traits, separated by blanks | why |</c>.</summary>
    private static HashSet<string> Explained() =>
        [.. File.ReadLines(Path.Combine(GoldenMail.Folder, "..", "README.md"))
            .SkipWhile(line => !line.StartsWith("## Where Python", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(cells => cells[2].Split(' ').Select(trait => $"{trait} {cells[1]}"))];

    private static IEnumerable<string> Differences(MailMessage ours, JsonNode answer)
    {
        if (answer["read"] is not { } read) return ["exception"];
        return new (string Field, string Ours, string Python)[]
        {
            ("subject", Folded(ours.Subject), Folded(Text(read["subject"]))),
            ("from", People(ours.From), People(read["from"])),
            ("to", People(ours.To), People(read["to"])),
            ("cc", People(ours.Cc), People(read["cc"])),
            ("date", ours.Date?.ToString("yyyy-MM-ddTHH:mm:sszzz") ?? "", WithOffset(Text(read["date"]))),
            ("messageId", ours.MessageId ?? "", Text(read["messageId"]).Trim('<', '>', ' ')),
            ("references", string.Join(' ', ours.References), string.Join(' ', Strings(read["references"]).Select(id => id.Trim('<', '>')))),
            ("text", Folded(ours.AllParts().FirstOrDefault(IsText)?.DecodeText() ?? ""), Folded(FirstText(read["parts"]!.AsArray()))),
            ("names", string.Join('|', ours.AllParts().Where(p => p.Children.Count == 0).Select(p => p.FileName).OfType<string>()), string.Join('|', read["parts"]!.AsArray().Select(p => Text(p!["name"])).Where(n => n.Length > 0))),
        }.Where(f => f.Ours != f.Python).Select(f => f.Field);
    }

    private static bool IsText(MailPart part) => part.IsText && part.Children.Count == 0;

    private static string FirstText(JsonArray parts)
    {
        var part = parts.FirstOrDefault(p => Text(p!["type"]).StartsWith("text/", StringComparison.Ordinal));
        return part is null ? "" : Text(part["text"]);
    }

    /// <summary>Python says nothing of the offset where the mail says none is known.</summary>
    private static string WithOffset(string date) => date.Length == 19 ? date + "+00:00" : date;

    private static string People(IEnumerable<MailAddress> people) => string.Join("; ", people.Where(p => p.Address.Length > 0).Select(p => $"{p.Name?.Replace(" ", "")}|{p.Address.Replace("\"", "")}"));

    private static string People(JsonNode? people) => string.Join("; ", people!.AsArray().Where(p => Text(p![1]) is not ("" or "<>")).Select(p => $"{Text(p![0]).Replace(" ", "")}|{Text(p[1]).Replace("\"", "")}"));

    private static string Folded(string text) => text.Change("[\\s\u00a0]+", _ => " ").Trim();

    private static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(Text);

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
