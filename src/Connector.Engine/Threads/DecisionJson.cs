using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Threads;

/// <summary>How decisions are written and read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MailDecision))]
public sealed partial class DecisionJson : JsonSerializerContext
{
    /// <summary>Texts of any script stay readable; the JSON is never put into HTML.</summary>
    public static readonly DecisionJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(MailDecision decision) => JsonSerializer.Serialize(decision, Readable.MailDecision);

    public static MailDecision? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Readable.MailDecision);
}
