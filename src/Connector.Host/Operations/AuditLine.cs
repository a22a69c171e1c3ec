namespace Connector.Host.Operations;

/// <summary>What an administrator's act did to what.</summary>
internal sealed record AuditLine(string Action, string Target, string? Before, string? After);
