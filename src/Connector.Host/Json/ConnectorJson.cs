using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Json;

/// <summary>How everything is written as JSON, by the command line and over HTTP alike: camelCase, enums by name, absent values as null.</summary>
internal static class ConnectorJson
{
    public static readonly JsonSerializerOptions Options = Apply(new(JsonSerializerDefaults.Web));

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        return options;
    }

    /// <summary>One line.</summary>
    public static string Line(object? value) => JsonSerializer.Serialize(value, Options);

    /// <summary>One line, written piece by piece and without its end.</summary>
    public static void Write(Stream to, object value)
    {
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = Options.Encoder });
        JsonSerializer.Serialize(writer, value, Options);
    }

    /// <summary>One document, for eyes too.</summary>
    public static string Document(object? value) => JsonSerializer.Serialize(value, Indented);
}
