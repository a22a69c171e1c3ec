namespace Connector.Runtime.Clock;

/// <summary>The clock cannot be moved as asked; the message says why.</summary>
public sealed class ClockRefusedException(string message) : InvalidOperationException(message);
