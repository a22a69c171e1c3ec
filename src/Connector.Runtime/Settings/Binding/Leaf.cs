using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Runtime.Settings.Binding;

/// <summary>Single values: what they are in JSON, and as text where they come from the environment or the command line.</summary>
internal static class Leaf
{
    private static readonly string[] Instants =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static bool Reads(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double)
        || type == typeof(TimeSpan) || type == typeof(ByteSize) || type == typeof(DateTimeOffset);

    public static bool TryRead(Type type, JsonValue value, out object? read)
    {
        read = value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False when type == typeof(bool) => value.GetValueKind() == JsonValueKind.True,
            JsonValueKind.Number when type == typeof(int) || type == typeof(double) => OfText(type, value.ToString()),
            JsonValueKind.String => OfText(type, value.GetValue<string>()),
            _ => null,
        };
        return read is not null;
    }

    public static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(type));
        if (type == typeof(string)) return "a text";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(int)) return "a whole number";
        if (type == typeof(double)) return "a number";
        if (type == typeof(TimeSpan)) return "a period";
        if (type == typeof(ByteSize)) return "a size";
        if (type == typeof(DateTimeOffset)) return "an ISO 8601 instant";
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? "a list" : "an object";
    }

    public static string? Hint(Type type, string found) => type switch
    {
        { IsEnum: true } => Spelling.Nearest(found, Enum.GetNames(type)) is { } near ? $"did you mean {near}?" : null,
        _ when type == typeof(TimeSpan) => "write 30s, 2m, 12h, 5d or 00:02:00",
        _ when type == typeof(ByteSize) => "write 25MB, 512KB or 1GB",
        _ when type == typeof(DateTimeOffset) => "write 2026-01-31T09:00:00Z",
        _ => null,
    };

    private static object? OfText(Type type, string text)
    {
        if (type == typeof(string)) return text.Contains('\0') ? null : text;
        if (type.IsEnum) return Enum.GetNames(type).FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name) : null;
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : null;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (type == typeof(double)) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        if (type == typeof(TimeSpan)) return text == "0" ? TimeSpan.Zero : Period.TryParse(text, out var period) ? period : null;
        if (type == typeof(ByteSize)) return ByteSize.TryParse(text, out var size) ? size : null;
        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }
}
