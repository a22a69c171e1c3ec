using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Seeding;

/// <summary>A described state, for QA: what a store is to hold. Keys name records within the file.</summary>
public sealed record SeedFile
{
    public DateTimeOffset? Now { get; init; }
    public IReadOnlyList<SeedContact> Contacts { get; init; } = [];
    public IReadOnlyList<SeedAgent> Agents { get; init; } = [];
    public IReadOnlyList<SeedThread> Threads { get; init; } = [];
    public IReadOnlyList<SeedCase> Cases { get; init; } = [];
    public IReadOnlyList<SeedInteraction> Interactions { get; init; } = [];
    public IReadOnlyList<SeedMessage> Messages { get; init; } = [];
}

/// <summary><paramref name="Type"/>: <c>contact</c> (default) or <c>consumer</c>.</summary>
public sealed record SeedContact(string Id, string Address, string? Name = null, string? Type = null);

/// <summary><paramref name="Role"/>: a role by name, <c>Agent</c> by default.</summary>
public sealed record SeedAgent(string Id, string Email, string? Role = null);

/// <summary>People are addresses (<c>Anna &lt;anna@example.net&gt;</c>), contact ids or agent ids.</summary>
public sealed record SeedThread(string Key, string Channel, string? ThreadId = null, string? Requester = null)
{
    public IReadOnlyList<string> Cc { get; init; } = [];
    public IReadOnlyList<string> Followers { get; init; } = [];
    public IReadOnlyList<string> Former { get; init; } = [];
    public string? Subject { get; init; }
}

public sealed record SeedCase(string Key)
{
    /// <summary>A text of digits or a number; the next one when absent.</summary>
    public JsonElement? Number { get; init; }
    public string? Thread { get; init; }
    public string? Channel { get; init; }
    public string? State { get; init; }
    public SeedTimes? At { get; init; }
    public string? Assignee { get; init; }
    public string? Subject { get; init; }
    public string? Description { get; init; }
    public string? MergedInto { get; init; }
    public string? FollowUpOf { get; init; }
}

public sealed record SeedInteraction(string Key, string Thread)
{
    public string? Case { get; init; }
    public string? Channel { get; init; }
    public string? State { get; init; }
    public string? Owner { get; init; }
    public string? Direction { get; init; }
    public string? RefersTo { get; init; }
    public SeedTimes? At { get; init; }
}

public sealed record SeedMessage(string Key, string Thread)
{
    public string? Interaction { get; init; }

    /// <summary>As it stands in the mail; brackets may be left out.</summary>
    public string? MessageId { get; init; }

    /// <summary>Instead of a given id: one of ours, signed for that person.</summary>
    public SeedSign? Sign { get; init; }
    public string? From { get; init; }

    /// <summary>One address or a list of them.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> To { get; init; } = [];

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Cc { get; init; } = [];
    public string? Direction { get; init; }
    public string? Visibility { get; init; }
    public DateTimeOffset? At { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }
}

public sealed record SeedSign(string? Recipient = null);

/// <summary>One instant, or several by name; a single one is <c>created</c>.</summary>
[JsonConverter(typeof(SeedTimesConverter))]
public sealed record SeedTimes
{
    public DateTimeOffset? Created { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public DateTimeOffset? Resolved { get; init; }
    public DateTimeOffset? Closed { get; init; }
    public DateTimeOffset? Held { get; init; }
}

/// <summary>What a seeded record can be found by.</summary>
public sealed record SeededKey(string? Id = null, string? ThreadId = null, string? Number = null, string? MessageId = null, string? ReplyTo = null);

public sealed record Seeded(IReadOnlyDictionary<string, SeededKey> Keys);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SeedFile))]
[JsonSerializable(typeof(Seeded))]
public sealed partial class SeedJson : JsonSerializerContext;
