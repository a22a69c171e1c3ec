using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Interactions;

public sealed class InteractionCommandTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task List_NewMail_ShowsRoutingAndAllowedActions()
    {
        var id = await host.MailAsync(subject: "Listed");
        var list = await (await host.AsAsync(AgentRole.Supervisor)).GetAsync("interactions?state=open");

        var item = list.Json["items"]!.AsArray().Single(i => (string)i!["id"]! == id)!;
        Assert.Equal("New", (string?)item["state"]);
        Assert.Equal("AWA", (string?)item["routing"]!["source"]);
        Assert.Equal("awa", (string?)item["routing"]!["instance"]);
        Assert.Equal("support", (string?)item["routing"]!["queue"]);
        Assert.Contains("Close", item["allowedActions"]!.AsArray().Select(a => (string)a!));
    }

    [Fact]
    public async Task Reply_ByOwner_AnswersNewStateAndActionsAndSendsMail()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");

        var answer = await ann.PostAsync($"interactions/{id}/reply", new { text = "It comes on Friday.", html = "<p>It comes on Friday.</p>" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("OnHold", (string?)answer.Json["state"]);
        Assert.Contains("Resume", answer.Allowed);
        Assert.StartsWith("m-", (string?)answer.Json["messageId"]);
        await host.App.DrainAsync(default);
        Assert.True(File.Exists(Path.Combine(host.App.Folder.Root, "outgoing", $"{answer.Json["messageId"]}.eml")));
    }

    [Fact]
    public async Task Reply_WithFiles_CarriesBase64AndUploadedOnes()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var upload = await ann.PostAsync("uploads", new ByteArrayContent("from upload"u8.ToArray()));

        var answer = await ann.PostAsync($"interactions/{id}/reply", new
        {
            text = "See the files.",
            attachments = new object[]
            {
                new { name = "a.txt", contentType = "text/plain", content = Convert.ToBase64String("inline"u8) },
                new { name = "b.bin", uploadId = (string)upload.Json["id"]! },
            },
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var message = await ann.GetAsync($"messages/{answer.Json["messageId"]}");
        Assert.Equal(["a.txt", "b.bin"], message.Json["attachments"]!.AsArray().Select(a => (string)a!["name"]!));
        var file = await ann.GetAsync($"messages/{answer.Json["messageId"]}/attachments/2");
        Assert.Equal("from upload", file.Text);
    }

    [Fact]
    public async Task Reply_WithWrongFiles_NamesEveryFault()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");

        var answer = await ann.PostAsync($"interactions/{id}/reply", new
        {
            text = "x",
            attachments = new object[] { new { name = "a", content = "no base64!" }, new { name = "", uploadId = "none" }, new { name = "c" } },
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("InvalidRequest", answer.Rule);
        Assert.Equal(["attachments[0].content", "attachments[1].name", "attachments[1].uploadId", "attachments[2]"], answer.Json["errors"]!.AsArray().Select(e => (string)e!["field"]!));
    }

    [Fact]
    public async Task Note_ByLightAgent_IsKeptAndSentToNobody()
    {
        var id = await host.WorkAsync();
        var light = await host.AsAsync(AgentRole.LightAgent, "lea");

        var answer = await light.PostAsync($"interactions/{id}/note", new { text = "I know this customer." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Note"], answer.Allowed);
        var depth = await host.App.Store.OutboxQueries.DepthAsync();
        Assert.DoesNotContain(depth, d => d.Destination == "mail");
    }

    [Fact]
    public async Task HoldResumeCloseWrapUp_ByOwner_GoTheWholeWay()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");

        Assert.Equal("OnHold", (string?)(await ann.PostAsync($"interactions/{id}/hold")).Json["state"]);
        Assert.Equal("WorkInProgress", (string?)(await ann.PostAsync($"interactions/{id}/resume")).Json["state"]);
        var closing = await ann.PostAsync($"interactions/{id}/close");
        Assert.Equal("WrapUp", (string?)closing.Json["state"]);
        Assert.Contains("WrapUp", closing.Allowed);
        var closed = await ann.PostAsync($"interactions/{id}/wrap-up", new { code = "issue_resolved", notes = "done" });
        Assert.Equal("ClosedComplete", (string?)closed.Json["state"]);
        Assert.Equal("Agent", (string?)closed.Json["codeSource"]);
        Assert.Empty(closed.Allowed);

        var segments = await ann.GetAsync($"wrap-up-segments?interaction={id}");
        var segment = Assert.Single(segments.Json["items"]!.AsArray())!;
        Assert.Equal("issue_resolved", (string?)segment["code"]);
        Assert.Equal("ann", (string?)segment["agent"]);
    }

    [Fact]
    public async Task Hold_Twice_SaysThatNothingHappened()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        await ann.PostAsync($"interactions/{id}/hold");

        var again = await ann.PostAsync($"interactions/{id}/hold");

        Assert.True(again.Status == HttpStatusCode.Conflict || again.Json["nothing"] is not null, again.Text);
    }

    [Fact]
    public async Task Preview_OfReply_ShowsWhoGetsItAndStoresNothing()
    {
        var id = await host.WorkAsync(from: "Carla <carla@customer.example>");
        var ann = await host.AsAsync(AgentRole.Agent, "ann");

        var preview = await ann.PostAsync($"interactions/{id}/preview", new { text = "Hello" });

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("carla@customer.example", (string?)preview.Json["to"]![0]!["address"]);
        Assert.Equal("support@example.org", (string?)preview.Json["from"]!["address"]);
        Assert.Equal("OnHold", (string?)preview.Json["stateAfter"]);
        Assert.True((bool)preview.Json["threadIdIsNew"]!);
        Assert.Equal("WorkInProgress", (string?)(await ann.GetAsync($"interactions/{id}")).Json["state"]);
    }

    [Fact]
    public async Task Transfer_OnBuiltInQueue_IsNotSupported()
    {
        var id = await host.WorkAsync();
        var answer = await (await host.AsAsync(AgentRole.Agent, "ann")).PostAsync($"interactions/{id}/transfer", new { queue = "sales" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("NotSupported", answer.Rule);
    }

    [Fact]
    public async Task List_Mine_ShowsOwnWorkAlone()
    {
        var mine = await host.WorkAsync("ann");
        var other = await host.WorkAsync("ben", "bert@customer.example");

        var list = await (await host.AsAsync(AgentRole.Agent, "ann")).GetAsync("interactions?mine=true&state=open&limit=200");

        var ids = list.Json["items"]!.AsArray().Select(i => (string)i!["id"]!).ToList();
        Assert.Contains(mine, ids);
        Assert.DoesNotContain(other, ids);
    }
}
