namespace Connector.Vendors.Simulated.Genesys;

/// <summary>The conversation endpoints.</summary>
internal sealed partial class SimulatedApi
{
    private IEnumerable<Endpoint> ConversationEndpoints() =>
    [
        new("POST", $"^{Emails}$", "conversation:email:create", Create),
        new("GET", $"^{Emails}/([^/]+)$", "conversation:communication:view", (_, ids) => On(ids, c => Reply.Ok(c.Email()))),
        new("PATCH", $"^{Emails}/([^/]+)$", "conversation:communication:disconnect", Change),
        new("GET", "^/api/v2/conversations/([^/]+)$", "conversation:communication:view", (_, ids) => On(ids, c => Reply.Ok(c.Whole()))),
        new("POST", $"^{Emails}/([^/]+)/inboundmessages$", "conversation:email:create", AddMail),
        new("POST", "^/api/v2/conversations/([^/]+)/assign$", "conversation:email:assign", Assign),
        new("POST", $"^{Emails}/([^/]+)/participants/([^/]+)/replace$", "conversation:communication:blindTransfer", Replace),
        new("PATCH", $"^{Emails}/([^/]+)/participants/([^/]+)/parkingstate$", "conversation:email:park", Park),
        new("PATCH", $"^{Emails}/([^/]+)/participants/([^/]+)/attributes$", "conversation:email:create", SetAttributes),
        new("PATCH", $"^{Emails}/([^/]+)/participants/([^/]+)$", "conversation:participant:wrapup", ChangeLeg),
        new("POST", $"^{Emails}/([^/]+)/participants/([^/]+)/communications/([^/]+)/wrapup$", "conversation:participant:wrapup", WrapUp),
        new("GET", $"^{Emails}/([^/]+)/participants/([^/]+)/wrapup$", "conversation:communication:view", (_, ids) => OnLeg(ids, ReadWrapUp)),
    ];

    private Reply Create(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "provider*", "direction*", "queueId*", "skillIds", "attributes", "toAddress", "fromAddress", "fromName", "subject");
        if (refused is not null) return refused;
        if (!cloud.Queues.Any(q => q.Id == body!.Text("queueId"))) return Reply.Error(400, "email.error.invalid.queue");
        return Reply.Ok(cloud.Begin(body!.Text("queueId")!, body.Map("attributes")).Email());
    }

    private Reply Change(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "state*");
        if (refused is not null) return refused;
        if (body!.Text("state") != "disconnected") return Reply.Error(400, "invalid.value");
        return On(ids, c =>
        {
            cloud.End(c, "client");
            return Reply.Ok(c.Whole());
        });
    }

    private Reply AddMail(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "provider*", "queueId", "attributes", "fromAddress", "subject");
        return refused ?? On(ids, c =>
        {
            c.LaterMails++;
            foreach (var (name, value) in body!.Map("attributes")) c.Customer.Attributes[name] = value;
            cloud.Changed(c);
            return Reply.Ok(c.Email());
        });
    }

    private Reply Assign(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "id*");
        return refused ?? On(ids, c =>
        {
            if (c.Waiting is not { } waiting) return Reply.Error(400, "invalid.status");
            if (!cloud.Queues.Any(q => q.Id == waiting.Queue && q.ManualAssignment)) return Reply.Error(400, "feature.not.enabled");
            if (!cloud.Users.Any(u => u.Id == body!.Text("id"))) return Reply.Error(400, "invalid.id");
            cloud.Alert(c, body!.Text("id")!, waiting.Queue!);
            cloud.Connect(c, c.Alerting!);
            return Reply.Accepted;
        });
    }

    private Reply Replace(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "transferType*", "queueId", "userId");
        if (refused is not null) return refused;
        var (queue, user) = (body!.Text("queueId"), body.Text("userId"));
        return OnLeg(ids, (c, leg) =>
        {
            if (queue is null == user is null) return Reply.Error(400, "conversations.error.transfer.destination.required");
            if (!leg.IsLive || leg.State == "parked" && !cloud.ParkedCanBeTransferred) return Reply.Error(400, "conversations.error.transfer.not.connected");
            if (queue is not null && !cloud.Queues.Any(q => q.Id == queue)) return Reply.Error(400, "conversations.error.queue.not.found");
            if (user is not null && (user == leg.User || !cloud.Users.Any(u => u.Id == user))) return Reply.Error(400, "conversations.error.transfer.same.party");
            cloud.Replace(c, leg, queue, user);
            return Reply.Accepted;
        });
    }

    private Reply Park(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "state*");
        return refused ?? OnLeg(ids, (c, leg) =>
        {
            if (!leg.IsAgent || leg.State is not ("connected" or "parked")) return Reply.Error(400, "invalid.status");
            cloud.Parked(c, leg, body!.Text("state") == "parked");
            return Reply.NoContent;
        });
    }

    private Reply SetAttributes(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "attributes*");
        return refused ?? OnLeg(ids, (c, leg) =>
        {
            foreach (var (name, value) in body!.Map("attributes")) leg.Attributes[name] = value;
            return Reply.Accepted;
        });
    }

    private Reply ChangeLeg(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "wrapup", "wrapupSkipped");
        return refused ?? OnLeg(ids, (c, leg) =>
        {
            if (body!.Has("wrapupSkipped")) cloud.Skip(c, leg);
            return body.Part("wrapup")?["code"]?.ToString() is { } code ? SetCode(c, leg, code, body.Part("wrapup")!["notes"]?.ToString()) : Reply.Accepted;
        });
    }

    private Reply WrapUp(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "code*", "notes");
        return refused ?? OnLeg(ids, (c, leg) => leg.Communication == ids[2] ? SetCode(c, leg, body!.Text("code")!, body.Text("notes")) : Reply.NotFound);
    }

    private Reply SetCode(SimulatedConversation conversation, SimulatedLeg leg, string code, string? notes)
    {
        if (!leg.IsAgent) return Reply.Error(400, "invalid.status");
        if (!cloud.Codes.Any(c => c.Id == code)) return Reply.Error(400, "invalid.value");
        cloud.SetCode(conversation, leg, code, notes, cloud.WrapUpHiddenFor);
        return Reply.Accepted;
    }

    private static Reply ReadWrapUp(SimulatedConversation conversation, SimulatedLeg leg)
    {
        var shown = leg.Wrapup();
        shown?.Remove("name");
        if (leg.HiddenFor > 0) leg.HiddenFor--;
        return Reply.Ok(shown ?? []);
    }

    private Reply On(string[] ids, Func<SimulatedConversation, Reply> act) => cloud.Find(ids[0]) is { } conversation ? act(conversation) : Reply.NotFound;

    private Reply OnLeg(string[] ids, Func<SimulatedConversation, SimulatedLeg, Reply> act) =>
        On(ids, c => c.Legs.Find(l => l.Id == ids[1]) is { } leg ? act(c, leg) : Reply.NotFound);
}
