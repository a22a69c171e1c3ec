using System.Net;
using System.Text.Json.Nodes;
using Connector.EndToEnd.Tests.Kit;
using Connector.Mail;

namespace Connector.EndToEnd.Tests.Desk;

/// <summary>The day of two agents over HTTP, from the first key to the last code.</summary>
public sealed class AgentDayTests : IAsyncLifetime
{
    private readonly Workspace _work = new();
    private RunningHost _host = null!;
    private Api _ann = null!;
    private Api _ben = null!;

    public async ValueTask InitializeAsync()
    {
        _work.Settle("""
            { "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [{ "Id": "support" }],
              "Agents": [{ "Id": "ann", "Email": "ann@example.org" }, { "Id": "ben", "Email": "ben@example.org" }] } } } }
            """);
        _host = await _work.RunAsync();
        _ann = _host.With(await KeyAsync("ann"));
        _ben = _host.With(await KeyAsync("ben"));
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Mail_AnsweredByAnAgent_ComesBackByTokenAndClosesWithACode()
    {
        await PresentAsync(_ann, "ann");
        await MailAsync(new Letter("q1@customer.example", "anna@customer.example", "Mug", "My mug is broken."));
        var id = await AcceptedAsync(_ann);

        var replied = (await _ann.PostAsync($"interactions/{id}/reply", new { text = "A new one is on its way." })).With(HttpStatusCode.OK);
        Assert.Equal("OnHold", (string?)replied.Json["state"]);
        var ours = await SentAsync();
        Assert.Equal("anna@customer.example", Assert.Single(ours.To).Address);
        Assert.Contains("A new one is on its way.", ours.Text, StringComparison.Ordinal);

        var decision = await MailAsync(Letter.Answering(ours, "q2@customer.example", "anna@customer.example", "Thank you!"));
        Assert.Equal(("append", id, "address-token"), ((string?)decision["action"], (string?)decision["interactionId"], (string?)decision["matchedBy"]));
        Assert.Equal("WorkInProgress", (string?)(await _ann.GetAsync($"interactions/{id}")).Json["state"]);
        Assert.Contains("Ongoing", (await _ann.GetAsync("notifications")).With(HttpStatusCode.OK).Text, StringComparison.Ordinal);

        var closing = (await _ann.PostAsync($"interactions/{id}/close")).With(HttpStatusCode.OK);
        Assert.Equal("WrapUp", (string?)closing.Json["state"]);
        Assert.Contains("WrapUp", closing.Allowed);
        var closed = (await _ann.PostAsync($"interactions/{id}/wrap-up", new { code = "issue_resolved", notes = "sent a new mug" })).With(HttpStatusCode.OK).Json;
        Assert.Equal(("ClosedComplete", "issue_resolved", "Agent"), ((string?)closed["state"], (string?)closed["code"], (string?)closed["codeSource"]));
        var segment = Assert.Single((await _host.Admin.AllAsync("wrap-up-segments")));
        Assert.Equal((id, "ann", "sent a new mug"), ((string?)segment["interactionId"], (string?)segment["agent"], (string?)segment["notes"]));
        Assert.Equal("InteractionClosed", (await _ann.PostAsync($"interactions/{id}/note", new { text = "late" })).With(HttpStatusCode.Conflict).Rule);
    }

    [Fact]
    public async Task Mail_MadeACase_IsClosedAndItsAnswerGoesToTheCase()
    {
        await PresentAsync(_ann, "ann");
        await MailAsync(new Letter("c1@customer.example", "carla@customer.example", "Refund", "Please."));
        var id = await AcceptedAsync(_ann);
        (await _ann.PostAsync($"interactions/{id}/reply", new { text = "We look into it." })).With(HttpStatusCode.OK);
        var ours = await SentAsync();
        var made = (await _ann.PostAsync($"interactions/{id}/create-case", new { description = "Refund to be checked" })).With(HttpStatusCode.OK).Json;
        Assert.Equal(("ClosedComplete", "task_created", "CaseCreated"), ((string?)made["state"], (string?)made["code"], (string?)made["codeSource"]));
        var view = (await _ann.GetAsync($"cases/{made["caseId"]}")).With(HttpStatusCode.OK);
        Assert.Contains("Refund", view.Text, StringComparison.Ordinal);
        var decision = await MailAsync(Letter.Answering(ours, "c2@customer.example", "carla@customer.example", "Any news?"));
        Assert.Equal(((string?)made["caseId"], "reply-on-closed"), ((string?)decision["caseId"], (string?)decision["matchedBy"]));
    }

    [Fact]
    public async Task Offer_Rejected_GoesToTheNextAgent()
    {
        await PresentAsync(_ann, "ann");
        await MailAsync(new Letter("r1@customer.example", "rita@customer.example", "Lamp", "It flickers."));
        var offer = await OfferAsync(_ann);
        await PresentAsync(_ben, "ben");
        (await _ann.PostAsync($"offers/{offer["id"]}/reject", new { reason = "lunch" })).With(HttpStatusCode.NoContent);
        var next = await OfferAsync(_ben);
        Assert.Equal((string?)offer["interactionId"], (string?)next["interactionId"]);
        Assert.Equal("OfferGone", (await _ann.PostAsync($"offers/{offer["id"]}/accept")).With(HttpStatusCode.Conflict).Rule);
        var accepted = (await _ben.PostAsync($"offers/{next["id"]}/accept")).With(HttpStatusCode.OK).Json;
        Assert.Equal(("WorkInProgress", "ben"), ((string?)accepted["state"], (string?)accepted["owner"]));
    }

    private async Task<string> KeyAsync(string agent) =>
        (string)(await _work.CallAsync("keys", "add", "--role", "Agent", "--agent", agent, "--json")).With(0).Json["key"]!;

    private static async Task PresentAsync(Api desk, string agent) => (await desk.PutAsync($"agents/{agent}/presence", new { presence = "Available" })).With(HttpStatusCode.OK);

    private async Task<JsonNode> MailAsync(Letter letter) => (await _host.Admin.MailAsync(letter.Bytes)).With(HttpStatusCode.OK).Json["decision"]!;

    /// <summary>Long poll: one request that waits for the offer.</summary>
    private static async Task<JsonNode> OfferAsync(Api desk) => Assert.Single((await desk.GetAsync("offers?wait=30")).With(HttpStatusCode.OK).Json.AsArray())!;

    private static async Task<string> AcceptedAsync(Api desk) =>
        (string)(await desk.PostAsync($"offers/{(await OfferAsync(desk))["id"]}/accept")).With(HttpStatusCode.OK).Json["id"]!;

    private async Task<MailMessage> SentAsync()
    {
        var file = await Until.SomeAsync("the mail has left", () =>
            Task.FromResult(Directory.Exists(_work.Outgoing) ? Directory.GetFiles(_work.Outgoing, "*.eml").SingleOrDefault() : null));
        return MailReader.Read(await File.ReadAllBytesAsync(file));
    }
}
