using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Seeding;

/// <summary>A described state, for QA: what a store is to hold. Keys name records within the file. Properties are settable, so that generated code leaves the
/// defaults of absent ones alone.</summary>
public sealed record SeedFile
{
    public DateTimeOffset? Now { get; set; }
    public IReadOnlyList<SeedContact> Contacts { get; set => field = value ?? []; } = [];
    public IReadOnlyList<SeedAgent> Agents { get; set => field = value ?? []; } = [];
    public IReadOnlyList<SeedThread> Threads { get; set => field = value ?? []; } = [];
    public IReadOnlyList<SeedCase> Cases { get; set => field = value ?? []; } = [];
    public IReadOnlyList<SeedInteraction> Interactions { get; set => field = value ?? []; } = [];
    public IReadOnlyList<SeedMessage> Messages { get; set => field = value ?? []; } = [];
}

/// <summary><paramref name="Type"/>: <c>contact</c> (default) or <c>consumer</c>.</summary>
public sealed record SeedContact(string Id, string Address, string? Name = null, string? Type = null);

/// <summary><paramref name="Role"/>: a role by name, <c>Agent</c> by default.</summary>
public sealed record SeedAgent(string Id, string Email, string? Role = null, string? Name = null);

/// <summary>People are addresses (<c>Anna &lt;anna@example.net&gt;</c>), contact ids or agent ids.</summary>
public sealed record SeedThread(string Key, string Channel, string? ThreadId = null, string? Requester = null)
{
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Cc { get; set => field = value ?? []; } = [];

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Followers { get; set => field = value ?? []; } = [];

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Former { get; set => field = value ?? []; } = [];
    public string? Subject { get; set; }
}

public sealed record SeedCase(string Key)
{
    /// <summary>A text of digits or a number; the next one when absent.</summary>
    public JsonElement? Number { get; set; }
    public string? Thread { get; set; }
    public string? Channel { get; set; }
    public string? State { get; set; }
    public SeedTimes? At { get; set; }
    public string? Assignee { get; set; }
    public string? Subject { get; set; }
    public string? Description { get; set; }
    public string? MergedInto { get; set; }
    public string? FollowUpOf { get; set; }
}

public sealed record SeedInteraction(string Key, string Thread)
{
    public string? Case { get; set; }
    public string? Channel { get; set; }
    public string? State { get; set; }
    public string? Owner { get; set; }
    public string? Direction { get; set; }
    public string? RefersTo { get; set; }
    public SeedTimes? At { get; set; }
}

public sealed record SeedMessage(string Key, string Thread)
{
    public string? Interaction { get; set; }

    /// <summary>As it stands in the mail; brackets may be left out.</summary>
    public string? MessageId { get; set; }

    /// <summary>Instead of a given id: one of ours, signed for that person.</summary>
    public SeedSign? Sign { get; set; }
    public string? From { get; set; }

    /// <summary>One address or a list of them.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> To { get; set => field = value ?? []; } = [];

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Cc { get; set => field = value ?? []; } = [];
    public string? Direction { get; set; }
    public string? Visibility { get; set; }
    public DateTimeOffset? At { get; set; }
    public string? Subject { get; set; }
    public string? Text { get; set; }
}

public sealed record SeedSign(string? Recipient = null);

/// <summary>One instant, or several by name; a single one is <c>created</c>.</summary>
[JsonConverter(typeof(SeedTimesConverter))]
public sealed record SeedTimes
{
    public DateTimeOffset? Created { get; set; }
    public DateTimeOffset? Updated { get; set; }
    public DateTimeOffset? Resolved { get; set; }
    public DateTimeOffset? Closed { get; set; }
    public DateTimeOffset? Held { get; set; }
}

/// <summary>What a seeded record can be found by.</summary>
public sealed record SeededKey(string? Id = null, string? ThreadId = null, string? Number = null, string? MessageId = null, string? ReplyTo = null);

public sealed record Seeded(IReadOnlyDictionary<string, SeededKey> Keys);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SeedFile))]
[JsonSerializable(typeof(Seeded))]
public sealed partial class SeedJson : JsonSerializerContext;
