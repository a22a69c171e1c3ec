namespace Connector.Runtime.Inbox.Polling;

/// <summary>How polling stands on one host.</summary>
/// <param name="Every">The adapter's interval.</param>
/// <param name="Elsewhere">Another host polls this instance.</param>
/// <param name="Failures">Polls that failed one after the other.</param>
/// <param name="Trouble">Why the last one did.</param>
public sealed record PollStanding(TimeSpan Every, bool Elsewhere, int Failures, string? Trouble);
