using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Seeding;

/// <summary>A text or a list of texts.</summary>
internal sealed class OneOrMany : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return [reader.GetString()!];
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("a text or a list of texts was expected");
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? throw new JsonException("a text was expected"));
        return texts;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}

/// <summary>An instant, or an object of instants.</summary>
internal sealed class SeedTimesConverter : JsonConverter<SeedTimes>
{
    public override SeedTimes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new SeedTimes { Created = reader.GetDateTimeOffset() };
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("an instant or an object of instants was expected");
        var times = new SeedTimes();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var at = reader.TokenType == JsonTokenType.Null ? (DateTimeOffset?)null : reader.GetDateTimeOffset();
            times = With(times, name, at);
        }
        return times;
    }

    public override void Write(Utf8JsonWriter writer, SeedTimes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, at) in new[] { ("created", value.Created), ("updated", value.Updated), ("resolved", value.Resolved), ("closed", value.Closed), ("held", value.Held) })
            if (at is { } known) writer.WriteString(name, known);
        writer.WriteEndObject();
    }

    private static SeedTimes With(SeedTimes times, string name, DateTimeOffset? at) => name switch
    {
        "created" => times with { Created = at },
        "updated" => times with { Updated = at },
        "resolved" => times with { Resolved = at },
        "closed" => times with { Closed = at },
        "held" => times with { Held = at },
        _ => throw new JsonException($"'{name}' is none of created, updated, resolved, closed, held"),
    };
}
