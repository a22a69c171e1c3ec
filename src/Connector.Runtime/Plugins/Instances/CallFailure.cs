namespace Connector.Runtime.Plugins.Instances;

/// <summary>A call that failed. <paramref name="Kind"/> is the name of the error type, without Exception.</summary>
public sealed record CallFailure(DateTimeOffset At, string Kind, string Message);
