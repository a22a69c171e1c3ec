using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Interactions;

/// <summary>What people see of a mail that lay in the wrong place, and of mail that somebody forged.</summary>
public sealed class MovedMailTests(HostFixture host) : IClassFixture<HostFixture>
{
    private async Task<(string Id, string ReplyTo)> AnsweredAsync(ApiCaller ann, string from)
    {
        var id = await host.WorkAsync(from: from);
        var sent = await ann.PostAsync($"interactions/{id}/reply", new { text = "We look into it." });
        var kept = await ann.GetAsync($"messages/{sent.Json["messageId"]}/raw");
        return (id, Connector.Mail.MailReader.Read(System.Text.Encoding.UTF8.GetBytes(kept.Text)).ReplyTo[0].Address);
    }

    [Fact]
    public async Task Move_ToWhereItBelongs_TheWrongOneTellsNobodyAnyMore()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var (wrong, replyTo) = await AnsweredAsync(ann, "lara@customer.example");
        var (right, _) = await AnsweredAsync(ann, "lara@customer.example");
        var line = await host.App.Intake.TakeAsync("support", Mails.Plain("lara@customer.example", "Re: Where is my order", "The other one.", $"Delivered-To: {replyTo}"), "test", default);
        Assert.Equal(wrong, line.Decision!.InteractionId);
        Assert.Contains((await ann.GetAsync("interactions?ongoing=true")).Json["items"]!.AsArray(), i => (string?)i!["id"] == wrong);

        var moved = await ann.PostAsync($"interactions/{wrong}/move-mail", new { messageId = line.Decision.MessageId, to = right });

        Assert.Equal(right, (string?)moved.Json["message"]!["interactionId"]);
        Assert.Equal("address-token", (string?)moved.Json["message"]!["decision"]!["matchedBy"]);
        Assert.DoesNotContain((await ann.GetAsync("interactions?ongoing=true")).Json["items"]!.AsArray(), i => (string?)i!["id"] == wrong);
        Assert.DoesNotContain((await ann.GetAsync("notifications")).Json["items"]!.AsArray(), n => (string?)n!["interactionId"] == wrong);
        var left = (await ann.GetAsync($"interactions/{wrong}/work-view")).Json;
        Assert.Equal("OnHold", (string?)left["interaction"]!["state"]);
        Assert.DoesNotContain(left["reading"]!["messages"]!.AsArray(), m => (string?)m!["id"] == line.Decision.MessageId);
        Assert.Single(left["reading"]!["activity"]!.AsArray(), a => (string?)a!["what"] == "MailMoved");
    }

    [Fact]
    [Trait("Requirement", "D-19")]
    public async Task KeyRotated_TheOneBeforeIsAcceptedAndOlderOnesAreForged()
    {
        var (ann, admin) = (await host.AsAsync(AgentRole.Agent, "ann"), host.AsAdmin());
        var (id, replyTo) = await AnsweredAsync(ann, "mona@customer.example");
        await admin.PostAsync("admin/signing-keys/rotate");
        Assert.Equal(id, await AnswerAsync(replyTo, "First"));
        await admin.PostAsync("admin/signing-keys/rotate");
        var forged = await AnswerAsync(replyTo, "Second");
        Assert.NotEqual(id, forged);
        var view = (await ann.GetAsync($"interactions/{forged}/work-view")).Json["reading"]!;
        Assert.Contains("ForgedToken", view["messages"]![0]!["flags"]!.AsArray().Select(f => (string?)f));
        Assert.Contains(view["activity"]!.AsArray(), a => (string?)a!["what"] == "ForgedToken");

        async Task<string> AnswerAsync(string to, string text) =>
            (await host.App.Intake.TakeAsync("support", Mails.Plain("mona@customer.example", text, text, $"Delivered-To: {to}"), "test", default)).Decision!.InteractionId!;
    }
}
