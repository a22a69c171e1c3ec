using System.Text.Json.Nodes;

namespace Connector.Vendors.Simulated.Genesys;

/// <summary>A conversation of the simulated organisation.</summary>
public sealed class SimulatedConversation(string id, DateTimeOffset start)
{
    public string Id => id;

    public DateTimeOffset Start => start;

    public List<SimulatedLeg> Legs { get; } = [];

    public List<SimulatedTransfer> Transfers { get; } = [];

    public int LaterMails { get; set; }

    /// <summary>Everything written to a leg's wrap-up, in order.</summary>
    public List<string> CodesWritten { get; } = [];

    public IEnumerable<SimulatedLeg> Live => Legs.Where(l => l.IsLive);

    public SimulatedLeg? Owner => Legs.LastOrDefault(l => l is { IsAgent: true, State: "connected" or "parked" });

    public SimulatedLeg? Alerting => Legs.LastOrDefault(l => l.IsAgent && l.State == "alerting");

    public SimulatedLeg? Waiting => Legs.LastOrDefault(l => l.Purpose == "acd" && l.IsLive);

    public SimulatedLeg Customer => Legs.First(l => l.Purpose == "customer");

    public SimulatedLeg? LastOwner => Legs.LastOrDefault(l => l.IsAgent && l.ConnectedTime is not null);

    internal JsonObject Email() => new()
    {
        ["id"] = Id,
        ["participants"] = new JsonArray([.. Legs.Select(l => l.Json())]),
        ["recentTransfers"] = new JsonArray([.. Transfers.TakeLast(20).Select(t => t.Json())]),
    };

    internal JsonObject Whole() => new()
    {
        ["id"] = Id,
        ["startTime"] = Start.ToString("O"),
        ["participants"] = new JsonArray([.. Legs.Select(l => (JsonNode)new JsonObject { ["id"] = l.Id, ["purpose"] = l.Purpose, ["emails"] = new JsonArray(new JsonObject { ["id"] = l.Communication }) })]),
    };
}

/// <summary>A leg: what the vendor calls a participant.</summary>
public sealed class SimulatedLeg
{
    public required string Id { get; init; }
    public required string Communication { get; init; }
    public required string Purpose { get; init; }
    public required DateTimeOffset StartTime { get; init; }
    public string? User { get; init; }
    public string? Queue { get; init; }
    public string State { get; set; } = "connected";
    public string? DisconnectType { get; set; }
    public DateTimeOffset? ConnectedTime { get; set; }
    public DateTimeOffset? EndTime { get; set; }
    public DateTimeOffset? ParkTime { get; set; }
    public DateTimeOffset? ResumeTime { get; set; }
    public DateTimeOffset? StartAcwTime { get; set; }
    public DateTimeOffset? EndAcwTime { get; set; }
    public bool WrapupRequired { get; init; }
    public string? WrapupPrompt { get; init; }
    public long? WrapupTimeoutMs { get; init; }
    public bool WrapupSkipped { get; set; }
    public string? Code { get; set; }
    public string? CodeName { get; set; }
    public string? Notes { get; set; }

    /// <summary>Reads that do not show the code yet.</summary>
    public int HiddenFor { get; set; }

    public Dictionary<string, string> Attributes { get; } = [];

    public bool IsAgent => Purpose == "agent";

    public bool IsLive => State != "disconnected";

    internal JsonObject? Wrapup() => Code is null || HiddenFor > 0 ? null : Bare(new() { ["code"] = Code, ["name"] = CodeName, ["notes"] = Notes });

    internal JsonNode Json() => Bare(new()
    {
        ["id"] = Id,
        ["purpose"] = Purpose,
        ["state"] = State,
        ["direction"] = "inbound",
        ["disconnectType"] = DisconnectType,
        ["startTime"] = Time(StartTime),
        ["connectedTime"] = Time(ConnectedTime),
        ["endTime"] = Time(EndTime),
        ["user"] = User is null ? null : new JsonObject { ["id"] = User },
        ["queue"] = Queue is null ? null : new JsonObject { ["id"] = Queue },
        ["attributes"] = new JsonObject(Attributes.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
        ["wrapupRequired"] = IsAgent ? WrapupRequired : null,
        ["wrapupPrompt"] = WrapupPrompt,
        ["wrapupTimeoutMs"] = WrapupTimeoutMs,
        ["wrapupSkipped"] = WrapupSkipped ? true : null,
        ["wrapup"] = Wrapup(),
        ["startAcwTime"] = Time(StartAcwTime),
        ["endAcwTime"] = HiddenFor > 0 ? null : Time(EndAcwTime),
        ["parkTime"] = Time(ParkTime),
        ["resumeTime"] = Time(ResumeTime),
    });

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");

    private static JsonObject Bare(JsonObject json)
    {
        foreach (var name in json.Where(p => p.Value is null).Select(p => p.Key).ToArray()) json.Remove(name);
        return json;
    }
}

/// <summary>One of a conversation's transfers.</summary>
public sealed class SimulatedTransfer
{
    public required string Id { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string? Queue { get; init; }
    public required string? User { get; init; }
    public required string SourceQueue { get; init; }
    public string State { get; set; } = "Pending";

    internal JsonNode Json()
    {
        var destination = new JsonObject();
        if (User is not null) destination["userId"] = User;
        return new JsonObject { ["id"] = Id, ["state"] = State, ["dateIssued"] = IssuedAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"), ["destination"] = destination, ["transferType"] = "Unattended" };
    }
}
