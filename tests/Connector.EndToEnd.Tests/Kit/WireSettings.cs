using System.Text.Json;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>Settings of a host whose work goes to a vendor over the wire.</summary>
internal static class WireSettings
{
    public static string Of(string vendor, string? connection, string repeat) => $$"""
        { "Data": { "ConnectionString": {{JsonSerializer.Serialize(connection)}} },
          "Plugins": { "Folders": [{{JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, "sample-plugins"))}}] },
          "Channels": { "support": { "Type": "Email", "Addresses": ["support@example.org"], "From": "Support <support@example.org>",
            "Intake": { "Drop": "drop/support" }, "Route": { "Instance": "wire", "Queue": "support" } } },
          "Instances": { "wire": { "Plugin": "Wire", "Options": { "Url": "{{vendor}}", "Repeat": "{{repeat}}", "Lag": "00:00:00.5" } } } }
        """;
}
