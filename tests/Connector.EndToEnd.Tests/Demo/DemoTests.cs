using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_EmptyFolder_EndsAsDocumented()
    {
        await using var work = new Workspace();
        var ending = (await work.CallAsync("demo", "--json")).With(0).Json;
        Assert.Equal(
            [("ClosedComplete", "issue_resolved", "Timeout", false), ("ClosedComplete", "customer_inactivity", "Inactivity", false), ("ClosedComplete", "task_created", "CaseCreated", true)],
            ending["interactions"]!.AsArray().Select(i => ((string)i!["state"]!, (string)i["code"]!, (string)i["source"]!, i["case"] is not null)));
        Assert.Equal((1, 2), ((int)ending["quarantined"]!, (int)ending["mailsSent"]!));
        Assert.Equal(2, Directory.GetFiles((string)ending["folder"]!, "*.eml", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Demo_Afterwards_ItsFolderCanBeLookedAt()
    {
        await using var work = new Workspace();
        var story = (await work.CallAsync("demo")).With(0);
        Assert.Contains("issue_resolved", story.Out, StringComparison.Ordinal);
        var hint = story.Out.Split('\n').Single(l => l.StartsWith("Look closer:", StringComparison.Ordinal));
        var arguments = hint.Split("connector ", 2)[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Anna Lindqvist", (await work.CallAsync(arguments)).With(0).Out, StringComparison.Ordinal);
    }
}
