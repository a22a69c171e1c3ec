using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Engine.Threads;

/// <summary>How decisions are written and read. One is kept with every mail, so what is absent is left out and the generated writer is used.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MailDecision))]
public sealed partial class DecisionJson : JsonSerializerContext
{
    /// <summary>Texts of any script stay readable; the JSON is never put into HTML.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(MailDecision decision)
    {
        var text = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(text, Readable)) JsonSerializer.Serialize(writer, decision, Default.MailDecision);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public static MailDecision? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Default.MailDecision);
}
