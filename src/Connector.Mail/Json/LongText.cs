using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Mail.Json;

/// <summary>Writes a text piece by piece: in one piece the writer would set aside room for every character as an escape.</summary>
public sealed class LongText : JsonConverter<string?>
{
    private const int Piece = 16 * 1024;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null || value.Length <= Piece)
        {
            writer.WriteStringValue(value);
            return;
        }
        for (var at = 0; at < value.Length; at += Piece)
        {
            writer.WriteStringValueSegment(value.AsSpan(at, Math.Min(Piece, value.Length - at)), isFinalSegment: at + Piece >= value.Length);
            writer.Flush();
        }
    }
}
