using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Json;

namespace Connector.Runtime.Intake;

/// <summary>What became of one mail: the line that <c>ingest</c> and the HTTP intake answer.</summary>
public sealed record IngestLine(string Source, MailMessage Mail, Classification Class, Bounce? Bounce, MailDecision Decision)
{
    /// <summary>Under which everything it led to is found in logs and activity.</summary>
    public string Correlation { get; init; } = "";

    /// <summary>One line of JSON, without a line end. Bodies are decoded now.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new IngestDocument(Source, ParsedMessage.Of(Mail), Class.Class, Class.Reason, Bounce, Decision), IngestJson.Readable.IngestDocument);
}

internal sealed record IngestDocument(
    string Source,
    ParsedMessage Message,
    [property: JsonConverter(typeof(KebabCase<MailClass>))] MailClass Class,
    string ClassReason,
    Bounce? Bounce,
    MailDecision Decision);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IngestDocument))]
internal sealed partial class IngestJson : JsonSerializerContext
{
    /// <summary>Letters of all languages as they are; the JSON is never put into HTML.</summary>
    public static readonly IngestJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
