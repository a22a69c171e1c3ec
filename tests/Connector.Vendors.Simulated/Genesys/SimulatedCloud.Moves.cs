namespace Connector.Vendors.Simulated.Genesys;

/// <summary>What happens to a conversation, whoever asked for it. Called with the gate held.</summary>
public sealed partial class SimulatedCloud
{
    internal SimulatedConversation Begin(string queue, IReadOnlyDictionary<string, string> attributes)
    {
        var conversation = new SimulatedConversation(NewId(), Tick());
        var customer = Leg("customer", null, null, connected: true);
        foreach (var (name, value) in attributes) customer.Attributes[name] = value;
        conversation.Legs.Add(customer);
        conversation.Legs.Add(Leg("acd", null, queue, connected: true));
        _conversations.Add(conversation.Id, conversation);
        Changed(conversation);
        return conversation;
    }

    internal void Alert(SimulatedConversation conversation, string user, string queue)
    {
        conversation.Legs.Add(Leg("agent", user, queue, connected: false));
        Changed(conversation);
    }

    internal void Connect(SimulatedConversation conversation, SimulatedLeg agent)
    {
        (agent.State, agent.ConnectedTime) = ("connected", Tick());
        foreach (var waiting in conversation.Legs.Where(l => l.Purpose == "acd" && l.IsLive)) Disconnect(waiting, "transfer");
        foreach (var transfer in conversation.Transfers.Where(t => t.State == "Pending")) transfer.State = "Complete";
        Changed(conversation);
    }

    internal void Replace(SimulatedConversation conversation, SimulatedLeg leg, string? queue, string? user)
    {
        foreach (var open in conversation.Transfers.Where(t => t.State == "Pending")) open.State = "Canceled";
        Disconnect(leg, "transfer");
        conversation.Transfers.Add(new() { Id = NewId(), IssuedAt = Tick(), Queue = queue, User = user, SourceQueue = leg.Queue! });
        conversation.Legs.Add(queue is not null ? Leg("acd", null, queue, connected: true) : Leg("agent", user, leg.Queue, connected: false));
        Changed(conversation);
    }

    internal void NotTaken(SimulatedConversation conversation, SimulatedLeg alerting)
    {
        Disconnect(alerting, "transfer.noanswer");
        var transfer = conversation.Transfers.LastOrDefault(t => t.State == "Pending");
        if (transfer is { User: not null }) transfer.State = "Timeout";
        if (conversation.Waiting is null) conversation.Legs.Add(Leg("acd", null, transfer?.SourceQueue ?? alerting.Queue, connected: true));
        Changed(conversation);
    }

    internal void Parked(SimulatedConversation conversation, SimulatedLeg leg, bool parked)
    {
        leg.State = parked ? "parked" : "connected";
        if (parked) leg.ParkTime = Tick();
        else leg.ResumeTime = Tick();
        Changed(conversation);
    }

    internal void End(SimulatedConversation conversation, string reason)
    {
        foreach (var leg in conversation.Live.ToArray()) Disconnect(leg, leg.IsAgent ? reason : "peer");
        Changed(conversation);
    }

    internal void SetCode(SimulatedConversation conversation, SimulatedLeg leg, string code, string? notes, int hiddenFor)
    {
        (leg.Code, leg.CodeName, leg.Notes) = (code, Codes.Find(c => c.Id == code)?.Name, notes);
        (leg.EndAcwTime, leg.HiddenFor) = (Tick(), hiddenFor);
        conversation.CodesWritten.Add(code);
        Changed(conversation);
    }

    internal void Skip(SimulatedConversation conversation, SimulatedLeg leg)
    {
        (leg.WrapupSkipped, leg.EndAcwTime) = (true, Tick());
        Changed(conversation);
    }

    private void Disconnect(SimulatedLeg leg, string reason)
    {
        var owned = leg.IsAgent && leg.ConnectedTime is not null;
        (leg.State, leg.DisconnectType, leg.EndTime) = ("disconnected", reason, Tick());
        if (owned && leg.WrapupRequired) leg.StartAcwTime = leg.EndTime;
    }

    private SimulatedLeg Leg(string purpose, string? user, string? queue, bool connected)
    {
        var settings = purpose == "agent" ? Queues.Find(q => q.Id == queue) : null;
        var start = Tick();
        return new()
        {
            Id = NewId(),
            Communication = NewId(),
            Purpose = purpose,
            StartTime = start,
            ConnectedTime = connected ? start : null,
            State = connected ? "connected" : "alerting",
            User = user,
            Queue = queue,
            WrapupRequired = settings?.WrapupPrompt is not null and not "OPTIONAL",
            WrapupPrompt = settings?.WrapupPrompt?.ToLowerInvariant(),
            WrapupTimeoutMs = settings?.TimeoutMs,
        };
    }
}
