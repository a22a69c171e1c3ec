using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>One scenario: a world, mails and acts in order, and what must be so.</summary>
internal sealed record ScenarioFile
{
    /// <summary>Requirement numbers it proves; a trait names the same in the test of the folder.</summary>
    public IReadOnlyList<string> Proves { get; init; } = [];

    /// <summary>The seed file in <c>worlds</c>.</summary>
    public string World { get; init; } = "lamp";

    /// <summary>Laid over the seed: lists are replaced, objects merged.</summary>
    public JsonObject? Seed { get; init; }

    /// <summary>Laid over the settings of all scenarios.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>What instances said they can do when a host last ran: instance -> capabilities.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Records as they must stand in the end: kind -> key or template -> subset.</summary>
    public JsonObject? Then { get; init; }

    public static ScenarioFile Read(string path) =>
        JsonSerializer.Deserialize<ScenarioFile>(File.ReadAllText(path), ScenarioJson.Options) ?? throw new InvalidDataException(path);
}

/// <summary>One thing that happens: a mail, or an act of an agent.</summary>
internal sealed record Step
{
    /// <summary>Later steps name it in templates.</summary>
    public string Key { get; init; } = "";

    /// <summary>Business time: an instant, or since the seed's (<c>13d</c>, <c>2h</c>, <c>5m</c>).</summary>
    public string At { get; init; } = "1m";

    /// <summary>Where the mail comes in; several: the same mail through all of them at once.</summary>
    public IReadOnlyList<string> Channels { get; init; } = ["support"];

    /// <summary>So many workers take each copy at once.</summary>
    public int Workers { get; init; } = 1;
    public ScenarioMail? Mail { get; init; }

    /// <summary>The whole mail as text, instead of <see cref="Mail"/>.</summary>
    public string? Raw { get; init; }

    public ScenarioAct? Act { get; init; }

    /// <summary>A subset of the decision, of the refusal (<c>refused</c>) or of the result of an act.</summary>
    public JsonObject? Expect { get; init; }

    /// <summary>What every further copy is answered.</summary>
    public JsonObject? ExpectOthers { get; init; }
}

/// <summary>Fields of a mail; what is absent is left out of it.</summary>
internal sealed record ScenarioMail
{
    public string From { get; init; } = "Anna Lind <anna@customer.example>";
    public IReadOnlyList<string> To { get; init; } = ["support@example.org"];
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>So many further made-up people in Cc.</summary>
    public int CcCount { get; init; }
    public string Subject { get; init; } = "Re: Lamp does not turn on";
    public string Text { get; init; } = "It is still dark.";
    public string? MessageId { get; init; }

    /// <summary>As it stands in the field, brackets and all; a bare id gets its brackets.</summary>
    public string? InReplyTo { get; init; }
    public string? References { get; init; }
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>What an agent does.</summary>
internal sealed record ScenarioAct
{
    public required string Do { get; init; }
    public string By { get; init; } = "ann";

    /// <summary>A template of the record acted on.</summary>
    public string On { get; init; } = "{{i1.id}}";
    public string Text { get; init; } = "We look into it.";
    /// <summary>A template of the mail that is moved.</summary>
    public string? Mail { get; init; }
    public string? Target { get; init; }
    public string? Address { get; init; }
    public string? Role { get; init; }
}

internal static class ScenarioJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
