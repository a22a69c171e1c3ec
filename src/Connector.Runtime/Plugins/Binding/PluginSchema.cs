using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Connector.Runtime.Settings;

namespace Connector.Runtime.Plugins.Binding;

/// <summary>JSON Schema of a type of options: types, defaults, descriptions, ranges, and which are secret.</summary>
public static class PluginSchema
{
    private static readonly JsonSerializerOptions Json = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(), new PeriodJson() },
    };

    /// <summary>The schema; keys are spelt as in the settings.</summary>
    public static JsonNode Of(Type optionsType)
    {
        var schema = Json.GetJsonSchemaAsNode(optionsType, new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        schema.AsObject().Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = node as JsonObject ?? [];
        var type = OptionShape.Bare(context.TypeInfo.Type);
        if (type == typeof(TimeSpan) || type.IsEnum)
            schema["type"] = "string";
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            Close(schema, context.TypeInfo);
        if (context.PropertyInfo is { AttributeProvider: PropertyInfo property })
            Describe(schema, property);
        if (type == typeof(TimeSpan))
            schema["format"] = "period";
        return schema;
    }

    private static void Close(JsonObject schema, JsonTypeInfo type)
    {
        schema["additionalProperties"] = false;
        var required = type.Properties.Where(p => p.AttributeProvider is PropertyInfo property && property.IsDefined(typeof(RequiredAttribute)));
        if (required.Select(p => (JsonNode)p.Name).ToArray() is { Length: > 0 } names)
            schema["required"] = new JsonArray(names);
    }

    private static void Describe(JsonObject schema, PropertyInfo property)
    {
        if (property.GetCustomAttribute<DescriptionAttribute>() is { } description)
            schema["description"] = description.Description;
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            schema["minimum"] = Limit(range.Minimum, range.OperandType);
            schema["maximum"] = Limit(range.Maximum, range.OperandType);
        }

        if (property.GetCustomAttribute<MinLengthAttribute>() is { } least)
            schema[schema["type"]?.ToString() == "array" ? "minItems" : "minLength"] = least.Length;
        if (OptionShape.IsSecret(property))
            (schema["writeOnly"], schema["pattern"]) = (true, "^secret:(env|file):.+");
        else if (!property.IsDefined(typeof(RequiredAttribute)) && Default(property) is { } value)
            schema["default"] = value;
    }

    private static JsonNode? Limit(object limit, Type type) =>
        type == typeof(TimeSpan) ? JsonValue.Create(Period.Format(Parsed(limit))) : JsonSerializer.SerializeToNode(limit);

    private static TimeSpan Parsed(object limit) => Period.Parse(limit.ToString()!);

    private static JsonNode? Default(PropertyInfo property)
    {
        if (property.DeclaringType?.GetConstructor(Type.EmptyTypes) is not { } constructor)
            return null;
        var value = property.GetValue(constructor.Invoke(null));
        return value is null ? null : JsonSerializer.SerializeToNode(value, property.PropertyType, Json);
    }

    private sealed class PeriodJson : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Period.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Period.Format(value));
    }
}
