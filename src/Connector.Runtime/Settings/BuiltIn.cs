namespace Connector.Runtime.Settings;

/// <summary>What holds when nothing is said: the same as <c>appsettings.sample.json</c>, which a test compares.</summary>
public static class BuiltIn
{
    public const string Json = """
        {
          "Tenant": "default",
          "DefaultChannel": null,
          "Data": { "Folder": "connector-data", "ConnectionString": null },
          "Api": { "Url": "http://127.0.0.1:8420", "PublicUrl": null },
          "Clock": { "Virtual": false, "Start": null },
          "Seed": { "Enabled": false },
          "Entitlements": { "AiSummary": false, "AiReplyMatch": false },
          "Channels": {
            "support": {
              "Type": "Email",
              "Addresses": ["support@example.org"],
              "From": "Support <support@example.org>",
              "IntakeMode": "InteractionFirst",
              "Intake": { "Drop": "drop/support", "Maildir": null },
              "Route": { "Instance": "awa", "Queue": "support" },
              "ThreadIdPlace": "Subject",
              "MailboxGroup": "all",
              "Rules": {}
            }
          },
          "Plugins": { "AllowedHashes": null },
          "Mail": {
            "Limit": "25MB",
            "TrustedAuthServers": [],
            "Smtp": { "Host": null, "Port": 587, "User": null, "Password": "secret:env:SMTP_PASSWORD" },
            "Pickup": "outgoing"
          },
          "Instances": {
            "awa": {
              "Plugin": "Awa",
              "Enabled": true,
              "Options": {
                "Queues": [{ "Id": "support", "Skills": [] }],
                "Agents": [{ "Id": "ann", "Email": "ann@example.org", "Skills": [], "Capacity": { "Email": 3 } }]
              }
            }
          },
          "Rules": { "WrapUpTimeout": "2m" }
        }
        """;
}
