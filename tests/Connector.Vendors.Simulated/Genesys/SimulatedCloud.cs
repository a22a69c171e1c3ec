namespace Connector.Vendors.Simulated.Genesys;

/// <summary>The organisation: who and what there is, and its conversations. What the API asks and what people do at their desks goes through the same few moves.</summary>
public sealed partial class SimulatedCloud
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, SimulatedConversation> _conversations = new(StringComparer.Ordinal);
    private readonly List<string> _changes = [];
    private DateTimeOffset _now;
    private int _ids;

    public SimulatedCloud(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _now = _time.GetUtcNow();
    }

    public List<SimulatedQueue> Queues { get; } =
    [
        new("11111111-1111-4111-8111-111111111111", "Support"),
        new("22222222-2222-4222-8222-222222222222", "Billing"),
    ];

    public List<SimulatedUser> Users { get; } =
    [
        new("aaaaaaaa-0000-4000-8000-000000000001", "Ann Example", "ann@example.org"),
        new("aaaaaaaa-0000-4000-8000-000000000002", "Bob Example", "bob@example.org"),
    ];

    public List<SimulatedCode> Codes { get; } =
    [
        new("dddddddd-0000-4000-8000-000000000001", "Issue resolved"),
        new("dddddddd-0000-4000-8000-000000000002", "Task created"),
        new("dddddddd-0000-4000-8000-000000000003", "Closed due to customer inactivity"),
        new("dddddddd-0000-4000-8000-000000000009", "Agent did not choose"),
    ];

    /// <summary>The code the vendor's timeout sets.</summary>
    public string TimeoutCode { get; set; } = "dddddddd-0000-4000-8000-000000000009";

    /// <summary>Permissions the client does not have.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>Whether a parked leg can be handed over.</summary>
    public bool ParkedCanBeTransferred { get; set; } = true;

    /// <summary>How many reads do not show a wrap-up that was taken.</summary>
    public int WrapUpHiddenFor { get; set; }

    /// <summary>How long a conversation is not found by a search.</summary>
    public TimeSpan SearchLag { get; set; }

    /// <summary>The vendor's own clock: no two facts have one instant.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate) return _now > _time.GetUtcNow() ? _now : _time.GetUtcNow();
        }
    }

    /// <summary>Conversations in the order in which they changed, as often as they did.</summary>
    public IReadOnlyList<string> Changes
    {
        get
        {
            lock (_gate) return [.. _changes];
        }
    }

    public IReadOnlyList<SimulatedConversation> Conversations
    {
        get
        {
            lock (_gate) return [.. _conversations.Values.OrderBy(c => c.Start)];
        }
    }

    public SimulatedConversation Conversation(string id)
    {
        lock (_gate) return _conversations[id];
    }

    /// <summary>A conversation as the vendor would answer it now.</summary>
    public string Json(string id)
    {
        lock (_gate) return _conversations[id].Email().ToJsonString();
    }

    /// <summary>The conversations that carry our mark of an interaction.</summary>
    public IReadOnlyList<SimulatedConversation> Of(string interaction) =>
        [.. Conversations.Where(c => c.Customer.Attributes.GetValueOrDefault("connectorInteraction") == interaction)];

    /// <summary>A conversation that is not of our making.</summary>
    public SimulatedConversation Begin(string queue)
    {
        lock (_gate) return Begin(queue, new Dictionary<string, string>());
    }

    /// <summary>A call that was thought lost has its effect after all: another of the same making.</summary>
    public SimulatedConversation Again(string id, string queue)
    {
        lock (_gate) return Begin(queue, new Dictionary<string, string>(_conversations[id].Customer.Attributes));
    }

    /// <summary>The vendor forgets it.</summary>
    public void Drop(string id)
    {
        lock (_gate) _conversations.Remove(id);
    }

    internal T Locked<T>(Func<T> act)
    {
        lock (_gate) return act();
    }

    internal SimulatedConversation? Find(string id) => _conversations.GetValueOrDefault(id);

    internal string NewId() => $"6a1f0c52-1c3e-4d0b-9a57-{++_ids:x12}";

    internal DateTimeOffset Tick()
    {
        var real = _time.GetUtcNow();
        _now = _now.AddMilliseconds(1) > real ? _now.AddMilliseconds(1) : real;
        return _now = new(_now.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    internal void Changed(SimulatedConversation conversation) => _changes.Add(conversation.Id);
}

/// <summary>A queue; every user is a member of every queue unless it names some.</summary>
public sealed class SimulatedQueue(string id, string name)
{
    public string Id => id;

    public string Name { get; set; } = name;

    public string? WrapupPrompt { get; set; } = "MANDATORY";

    public long? TimeoutMs { get; set; }

    public bool ManualAssignment { get; set; } = true;

    /// <summary>Ids of the users who are members; null: all.</summary>
    public HashSet<string>? Members { get; set; }

    /// <summary>Ids of the codes attached; null: all.</summary>
    public HashSet<string>? Codes { get; set; }
}

/// <summary>A user.</summary>
public sealed record SimulatedUser(string Id, string Name, string? Email)
{
    public bool Joined { get; set; } = true;

    public string Status { get; set; } = "IDLE";
}

/// <summary>A wrap-up code.</summary>
public sealed class SimulatedCode(string id, string name)
{
    public string Id => id;

    public string Name { get; set; } = name;

    public DateTimeOffset Modified { get; set; } = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);
}
