using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Runtime.Inbox.Polling;
using Connector.Runtime.Plugins.Http;

namespace Connector.Runtime.Hosting;

/// <summary>Further figures of an instance on one host, told with its state.</summary>
public sealed record InstanceDetails(HttpStanding? Http, PollStanding? Poll)
{
    public static readonly InstanceDetails None = new(null, null);

    /// <summary>Null when there is nothing to tell.</summary>
    public static string? Write(InstanceDetails details) => details == None ? null : JsonSerializer.Serialize(details, InstanceDetailsJson.Default.InstanceDetails);

    public static InstanceDetails Read(string? json) => json is null ? None : JsonSerializer.Deserialize(json, InstanceDetailsJson.Default.InstanceDetails) ?? None;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InstanceDetails))]
internal sealed partial class InstanceDetailsJson : JsonSerializerContext;
