using System.Text.Json.Nodes;

using Connector.Mail.Tests.Writing;

namespace Connector.Mail.Tests.Golden;

/// <summary>Golden mails read by Python's <c>email</c> package as well: where the two differ, README.md says why ours is right.</summary>
public sealed class PythonComparisonTests
{
    [Fact]
    public void Read_GoldenMails_DiffersFromPythonOnlyWhereTheReadmeSays()
    {
        var python = PythonReader.Read([.. GoldenMail.Names.Select(name => KeyValuePair.Create(FileName(name), GoldenMail.Load(name).Bytes))]);
        Comparison.AssertExplained("## Where Python's reader differs", GoldenMail.Names.Select(name => (name, Fields(python[FileName(name)]["read"]))));
    }

    private static string FileName(string name) => name.Replace('/', '~') + ".eml";

    private static Dictionary<string, string>? Fields(JsonNode? read) => read is null ? null : new(StringComparer.Ordinal)
    {
        ["subject"] = Comparison.Folded(Text(read["subject"])),
        ["from"] = People(read["from"]),
        ["to"] = People(read["to"]),
        ["cc"] = People(read["cc"]),
        ["date"] = WithOffset(Text(read["date"])),
        ["messageId"] = Text(read["messageId"]).Trim('<', '>', ' '),
        ["references"] = string.Join(' ', read["references"]!.AsArray().Select(id => Text(id).Trim('<', '>'))),
        ["text"] = Comparison.Folded(Text(read["parts"]!.AsArray().FirstOrDefault(p => Text(p!["type"]).StartsWith("text/", StringComparison.Ordinal))?["text"])),
        ["names"] = string.Join('|', read["parts"]!.AsArray().Select(p => Text(p!["name"])).Where(n => n.Length > 0)),
    };

    /// <summary>Python says nothing of the offset where the mail says none is known.</summary>
    private static string WithOffset(string date) => date.Length == 19 ? date + "+00:00" : date;

    private static string People(JsonNode? people) => Comparison.People(people!.AsArray().Select(p => ((string?)Text(p![0]), Text(p[1]))));

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
