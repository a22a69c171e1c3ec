using Connector.Engine.Door;

namespace Connector.Engine.Transfers;

public abstract record TransferEvent(long TransferId) : DomainEvent;

public sealed record TransferRequested(Transfer Initial) : TransferEvent(Initial.Id);

/// <summary>Started at the vendor: there from Accepted on.</summary>
public sealed record TransferSeen(Transfer Initial) : TransferEvent(Initial.Id);

public sealed record TransferAccepted(long TransferId, DateTimeOffset? DueAt) : TransferEvent(TransferId);

public sealed record TransferRefused(long TransferId, string Reason) : TransferEvent(TransferId);

public sealed record TransferAssigned(long TransferId, string Agent) : TransferEvent(TransferId);

public sealed record TransferConfirmed(long TransferId) : TransferEvent(TransferId);

public sealed record TransferTimedOut(long TransferId, string Reason) : TransferEvent(TransferId);

/// <summary>The vendor may have taken it and has not answered: it stays, somebody is told, nothing is released.</summary>
public sealed record TransferUnanswered(long TransferId, string Reason) : TransferEvent(TransferId);
