namespace Connector.Runtime.Intake;

/// <summary>There is no channel of that id.</summary>
public sealed class UnknownChannelException(string channel) : ArgumentException($"There is no channel '{channel}'.");
