using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Mail.Json;

/// <summary>How parsed mail is written as JSON. Line by line with <see cref="Line"/>; add it to the resolver chain of a host's own context otherwise.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ParsedMail))]
public sealed partial class ParsedMailJson : JsonSerializerContext
{
    /// <summary>Letters of all languages as they are, not as escapes.</summary>
    public static readonly ParsedMailJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes one mail, piece by piece, so that a large one is nowhere held as JSON.</summary>
    public static void Write(Stream to, ParsedMail mail)
    {
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        JsonSerializer.Serialize(writer, mail, Readable.ParsedMail);
    }

    /// <summary>One JSON line, without a line end.</summary>
    public static string Line(ParsedMail mail) => JsonSerializer.Serialize(mail, Readable.ParsedMail);
}
