using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Cases;

public sealed class CaseTests(HostFixture host) : IClassFixture<HostFixture>
{
    private async Task<(string Interaction, string Case, string Number)> MakeAsync(ApiCaller ann)
    {
        var id = await host.WorkAsync();
        await ann.PostAsync($"interactions/{id}/note", new { text = "needs a technician" });
        var made = await ann.PostAsync($"interactions/{id}/create-case", new { subject = "Lamp broken", description = "Flickers." });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal("ClosedComplete", (string?)made.Json["state"]);
        Assert.Equal("task_created", (string?)made.Json["code"]);
        return (id, (string)made.Json["caseId"]!, (string)made.Json["caseNumber"]!);
    }

    [Fact]
    [Trait("Requirement", "R016")]
    [Trait("Requirement", "R140")]
    public async Task Get_CaseMadeOfInteraction_HasFiveSectionsAndTheWholeHistory()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var (interaction, id, number) = await MakeAsync(ann);

        var file = (await ann.GetAsync($"cases/{id}")).Json;

        Assert.Equal(number, (string?)(await ann.GetAsync($"cases/{number}")).Json["number"]);
        Assert.Equal("Open", (string?)file["state"]);
        Assert.Equal("ann", (string?)file["assignee"]);
        foreach (var section in (string[])["discussion", "documents", "assignments", "deadlines", "history"]) Assert.NotNull(file[section]?.AsArray());
        Assert.Equal(["Mail", "Note"], file["discussion"]!.AsArray().Select(m => (string)m!["kind"]!));
        Assert.Contains(file["history"]!.AsArray(), a => (string?)a!["interactionId"] == interaction);
        Assert.Contains(file["assignments"]!.AsArray(), a => (string?)a!["agent"] == "ann");
        var allowed = file["allowedActions"]!.AsArray().Select(a => (string)a!).ToList();
        Assert.Superset(new HashSet<string> { "Resolve", "Close" }, allowed.ToHashSet());
        Assert.DoesNotContain("Reopen", allowed);
    }

    [Fact]
    [Trait("Requirement", "R199")]
    [Trait("Requirement", "R200")]
    public async Task Disposition_OfTheList_IsSetOnEmailAndCase()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var email = await host.WorkAsync();
        Assert.Equal("UnknownDisposition", (await ann.PostAsync($"interactions/{email}/disposition", new { disposition = "mine" })).Rule);
        var set = await ann.PostAsync($"interactions/{email}/disposition", new { disposition = "waiting" });
        Assert.Equal(("waiting", "WorkInProgress"), ((string?)set.Json["disposition"], (string?)set.Json["state"]));
        Assert.Contains("Disposition", set.Allowed);

        var (_, id, _) = await MakeAsync(ann);
        var answered = await ann.PostAsync($"cases/{id}/disposition", new { disposition = "answered" });
        Assert.Equal(("answered", "Resolved"), ((string?)answered.Json["disposition"], (string?)answered.Json["state"]));
        var list = (await ann.GetAsync("dispositions")).Json.AsArray();
        Assert.Equal([("answered", "Final"), ("spam", "Spam"), ("waiting", "NonFinal")], list.Select(d => ((string)d!["key"]!, (string)d["category"]!)));
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task ValidateNotifications_NoRules_HasNoFaults()
    {
        var admin = await host.AsAsync(AgentRole.Administrator);
        var check = (await admin.GetAsync("admin/notifications/validate")).Json;
        Assert.True((bool)check["valid"]!);
        Assert.Empty(check["faults"]!.AsArray());
    }

    [Fact]
    public async Task Commands_OnCase_AnswerTheNewStateAndWhatIsAllowedThen()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var (_, id, _) = await MakeAsync(ann);

        var resolved = await ann.PostAsync($"cases/{id}/resolve");
        Assert.Equal("Resolved", (string?)resolved.Json["state"]);
        Assert.Equal("ReasonRequired", (await ann.PostAsync($"cases/{id}/close")).Rule);
        var closed = await ann.PostAsync($"cases/{id}/close", new { reason = "answered" });
        Assert.Equal("Closed", (string?)closed.Json["state"]);
        Assert.Superset(new HashSet<string> { "Reopen", "FollowUp" }, closed.Allowed.ToHashSet());
        Assert.DoesNotContain("Resolve", closed.Allowed);
        var follow = await ann.PostAsync($"cases/{id}/follow-up", new { subject = "Again" });
        Assert.Equal(HttpStatusCode.Created, follow.Status);
        Assert.Equal(id, (string?)follow.Json["followUpOf"]);
        var reopened = await ann.PostAsync($"cases/{id}/reopen");
        Assert.Equal("Open", (string?)reopened.Json["state"]);
    }

    [Fact]
    public async Task AllowedActions_OfLightAgent_AreNone()
    {
        var (_, id, _) = await MakeAsync(await host.AsAsync(AgentRole.Agent, "ann"));
        var light = await host.AsAsync(AgentRole.LightAgent, "lea");

        Assert.Empty((await light.GetAsync($"cases/{id}")).Allowed);
        Assert.Equal("Forbidden", (await light.PostAsync($"cases/{id}/resolve")).Rule);
    }
}
