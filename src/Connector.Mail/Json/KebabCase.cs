using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Mail.Json;

/// <summary>Enum values as <c>kebab-case</c> words.</summary>
public sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) where T : struct, Enum;
