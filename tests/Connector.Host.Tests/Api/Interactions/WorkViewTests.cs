using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Interactions;

public sealed class WorkViewTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    [Trait("Requirement", "R044")]
    public async Task WorkView_OfActiveMail_HasReadingReplyAndNotesAndNotesStayInside()
    {
        var id = await host.WorkAsync(from: "Dora <dora@customer.example>");
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        await ann.PostAsync($"interactions/{id}/note", new { text = "a secret of ours" });
        await ann.PostAsync($"interactions/{id}/reply", new { text = "We look into it." });
        await host.App.DrainAsync(default);

        var view = (await ann.GetAsync($"interactions/{id}/work-view")).Json;

        Assert.Equal(["interaction", "reading", "reply", "notes"], view.AsObject().Select(p => p.Key));
        Assert.Equal(["It has not come.", "We look into it."], view["reading"]!["messages"]!.AsArray().Select(m => ((string)m!["text"]!).Trim()));
        Assert.Equal("dora@customer.example", (string?)view["reply"]!["to"]![0]!["address"]);
        Assert.Equal("a secret of ours", (string?)view["notes"]!["items"]![0]!["text"]);
        Assert.DoesNotContain("a secret of ours", view["reading"]!["messages"]!.ToJsonString());
        foreach (var sent in Directory.EnumerateFiles(Path.Combine(host.App.Folder.Root, "outgoing")))
            Assert.DoesNotContain("a secret of ours", await File.ReadAllTextAsync(sent));
    }

    [Fact]
    [Trait("Requirement", "R137")]
    [Trait("Requirement", "R141")]
    public async Task WorkView_AfterThreeExchanges_ShowsTheWholeThreadInOrder()
    {
        var id = await host.WorkAsync(from: "Emil <emil@customer.example>");
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        for (var i = 1; i <= 3; i++)
        {
            var sent = await ann.PostAsync($"interactions/{id}/reply", new { text = $"answer {i}" });
            var ours = (await ann.GetAsync($"messages/{sent.Json["messageId"]}")).Json;
            await host.MailAsync("Emil <emil@customer.example>", $"Re: {ours["subject"]}", $"question {i}", $"In-Reply-To: <{ours["messageId"]}>");
        }

        var texts = (await ann.GetAsync($"interactions/{id}/work-view")).Json["reading"]!["messages"]!.AsArray().Select(m => ((string)m!["replyText"]!).Trim());

        Assert.Equal(["It has not come.", "answer 1", "question 1", "answer 2", "question 2", "answer 3", "question 3"], texts);
    }
}
