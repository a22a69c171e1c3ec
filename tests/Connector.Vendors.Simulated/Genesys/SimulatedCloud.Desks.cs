namespace Connector.Vendors.Simulated.Genesys;

/// <summary>What people do at their desks, and what the vendor does by itself. Each answers false where it cannot be done.</summary>
public sealed partial class SimulatedCloud
{
    /// <summary>Waiting work is offered to a user.</summary>
    public bool Offer(string conversation, string user) => At(conversation, c => c is { Waiting: { } waiting, Alerting: null, Owner: null }, c => Alert(c, user, c.Waiting!.Queue!));

    /// <summary>The user takes what is offered, or straight from the queue.</summary>
    public bool Accept(string conversation, string user) => At(
        conversation,
        c => c.Owner is null && (c.Alerting?.User == user || c is { Alerting: null, Waiting: not null }),
        c =>
        {
            if (c.Alerting is null) Alert(c, user, c.Waiting!.Queue!);
            Connect(c, c.Alerting!);
        });

    /// <summary>The user does not take what is offered: it waits in its queue again.</summary>
    public bool Decline(string conversation) => At(conversation, c => c.Alerting is not null, c => NotTaken(c, c.Alerting!));

    public bool Park(string conversation) => At(conversation, c => c.Owner is { State: "connected" }, c => Parked(c, c.Owner!, parked: true));

    public bool Resume(string conversation) => At(conversation, c => c.Owner is { State: "parked" }, c => Parked(c, c.Owner!, parked: false));

    public bool TransferToQueue(string conversation, string queue) => At(conversation, c => c.Owner is not null, c => Replace(c, c.Owner!, queue, null));

    public bool TransferToUser(string conversation, string user) => At(conversation, c => c.Owner is { } owner && owner.User != user, c => Replace(c, c.Owner!, null, user));

    /// <summary>The agent ends the conversation; the code is still owed.</summary>
    public bool EndByAgent(string conversation) => At(conversation, c => c.Owner is not null, c => End(c, "client"));

    /// <summary>The agent who had it last chooses a code.</summary>
    public bool Choose(string conversation, string code, string? notes = null) => At(conversation, c => c is { Owner: null, LastOwner: { StartAcwTime: not null } }, c => SetCode(c, c.LastOwner!, code, notes, 0));

    /// <summary>The time for wrapping up is over: the vendor sets its own code, unless the agent chose one.</summary>
    public bool TimeOut(string conversation) => At(
        conversation,
        c => c.LastOwner is { StartAcwTime: not null, Code: null, WrapupSkipped: false },
        c =>
        {
            var leg = c.LastOwner!;
            _now = Max(_now, leg.StartAcwTime!.Value.AddMilliseconds(leg.WrapupTimeoutMs ?? 0));
            SetCode(c, leg, TimeoutCode, null, 0);
        });

    /// <summary>The customer gives up while nobody has it.</summary>
    public bool Abandon(string conversation) => At(conversation, c => c.Owner is null && c.Live.Any(), c => End(c, "peer"));

    private bool At(string id, Func<SimulatedConversation, bool> when, Action<SimulatedConversation> act)
    {
        lock (_gate)
        {
            if (Find(id) is not { } conversation || !when(conversation)) return false;
            act(conversation);
            return true;
        }
    }

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
