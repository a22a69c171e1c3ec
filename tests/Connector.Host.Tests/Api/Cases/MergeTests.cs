using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Cases;

public sealed class MergeTests(HostFixture host) : IClassFixture<HostFixture>
{
    private async Task<string> MakeAsync(ApiCaller ann)
    {
        var id = await host.WorkAsync();
        return (string)(await ann.PostAsync($"interactions/{id}/create-case", new { subject = "Lamp broken" })).Json["caseId"]!;
    }

    [Fact]
    [Trait("Requirement", "R081")]
    [Trait("Requirement", "X06")]
    public async Task Merge_AndUndo_AnswerTheNewStateAndWhatIsAllowedThen()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var (target, one, two) = (await MakeAsync(ann), await MakeAsync(ann), await MakeAsync(ann));

        var merged = await ann.PostAsync($"cases/{target}/merge", new { sources = new[] { one, two } });
        Assert.Equal((HttpStatusCode.OK, "Open"), (merged.Status, (string?)merged.Json["state"]));
        Assert.Contains("Merge", merged.Allowed);
        Assert.Equal(3, (await ann.GetAsync($"cases/{target}")).Json["discussion"]!.AsArray().Count(m => (string?)m!["kind"] == "Mail"));
        var source = await ann.GetAsync($"cases/{one}");
        Assert.Equal(("Closed", "Merged", target), ((string?)source.Json["state"], (string?)source.Json["closeReason"], (string?)source.Json["mergedInto"]));
        Assert.Equal(["UndoMerge"], source.Allowed);

        Assert.Equal("CaseMerged", (await ann.PostAsync($"cases/{one}/reopen")).Rule);
        Assert.Equal("MergeIntoItself", (await ann.PostAsync($"cases/{target}/merge", new { sources = new[] { target } })).Rule);
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.PostAsync($"cases/{target}/merge", new { sources = Array.Empty<string>() })).Status);

        var undone = await ann.PostAsync($"cases/{one}/undo-merge");
        Assert.Equal("Open", (string?)undone.Json["state"]);
        Assert.Contains("Resolve", undone.Allowed);
        Assert.Equal("Closed", (string?)(await ann.GetAsync($"cases/{two}")).Json["state"]);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public async Task Close_AsDuplicate_LinksTheOriginal()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var (original, copy) = (await MakeAsync(ann), await MakeAsync(ann));

        var closed = await ann.PostAsync($"cases/{copy}/close", new { duplicateOf = original });

        Assert.Equal(("Closed", "Duplicate", original), ((string?)closed.Json["state"], (string?)closed.Json["closeReason"], (string?)closed.Json["duplicateOf"]));
        Assert.Equal("DuplicateOfDuplicate", (await ann.PostAsync($"cases/{original}/close", new { duplicateOf = copy })).Rule);
    }

    [Fact]
    [Trait("Requirement", "R015")]
    [Trait("Requirement", "X07")]
    public async Task PendResumeAssignSpam_GoThroughTheStates()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var id = await MakeAsync(ann);

        Assert.Equal("ReasonRequired", (await ann.PostAsync($"cases/{id}/pend")).Rule);
        Assert.Equal("Pending", (string?)(await ann.PostAsync($"cases/{id}/pend", new { reason = "parts" })).Json["state"]);
        Assert.Equal("Open", (string?)(await ann.PostAsync($"cases/{id}/resume")).Json["state"]);
        Assert.Equal("ben", (string?)(await ann.PostAsync($"cases/{id}/assign", new { agent = "ben" })).Json["assignee"]);
        Assert.Equal("UnknownAgent", (await ann.PostAsync($"cases/{id}/assign", new { agent = "nobody" })).Rule);
        Assert.Equal("Spam", (string?)(await ann.PostAsync($"cases/{id}/spam")).Json["disposition"]);
    }
}
