namespace Connector.Storage.Statements;

/// <summary>Somebody else wrote first: load and decide again.</summary>
internal sealed class VersionConflictException(string message) : Exception(message);
