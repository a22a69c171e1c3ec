using Connector.Engine.Door;

namespace Connector.Storage.Writing;

/// <summary>How an input is handled.</summary>
/// <param name="Urgency">Who goes first.</param>
/// <param name="Lane">Inputs of one lane (a mailbox) are decided in the order in which they were handed over; null: of no lane.</param>
/// <param name="Beside">Storage's own rows to store with the outcome (an idempotency record, an audit entry); called before the commit, again after a conflict.</param>
public sealed record Handling(Urgency Urgency, string? Lane = null, Func<Outcome, IEnumerable<object>>? Beside = null);
