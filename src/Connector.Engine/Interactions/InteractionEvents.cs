using Connector.Engine.Door;

namespace Connector.Engine.Interactions;

public abstract record InteractionEvent(long InteractionId) : DomainEvent;

public sealed record InteractionOpened(Interaction Initial) : InteractionEvent(Initial.Id);

/// <summary>It waits in a queue; the router is to be asked. Raises the round.</summary>
public sealed record InteractionQueued(long InteractionId, string Queue, string? AssignTo = null) : InteractionEvent(InteractionId);

public sealed record InteractionAssigned(long InteractionId, string Agent) : InteractionEvent(InteractionId);

public sealed record InteractionHeld(long InteractionId, DateTimeOffset InactivityDue) : InteractionEvent(InteractionId);

public sealed record InteractionResumed(long InteractionId) : InteractionEvent(InteractionId);

public sealed record CustomerMessageJoined(long InteractionId) : InteractionEvent(InteractionId);

public sealed record AgentMessageSent(long InteractionId) : InteractionEvent(InteractionId);

public sealed record ClocksRestarted(long InteractionId, DateTimeOffset InactivityDue) : InteractionEvent(InteractionId);

public sealed record NoteAdded(long InteractionId) : InteractionEvent(InteractionId);

public sealed record WrapUpOpened(long InteractionId, DateTimeOffset TimeoutDue, DateTimeOffset SafetyDue) : InteractionEvent(InteractionId);

public sealed record WrapUpCancelled(long InteractionId) : InteractionEvent(InteractionId);

public sealed record InteractionCompleted(long InteractionId, string Code, CodeSource Source, string Notes = "", bool Late = false) : InteractionEvent(InteractionId);

public sealed record InteractionAbandoned(long InteractionId, string NoCodeReason) : InteractionEvent(InteractionId);

/// <summary>Ownership and capacity are given up; the interaction waits again.</summary>
public sealed record OwnerReleased(long InteractionId, string Cause, string? Queue = null) : InteractionEvent(InteractionId);

/// <summary>The vendor has put it back into a queue: the same routing goes on there.</summary>
public sealed record InteractionReturned(long InteractionId, string Queue) : InteractionEvent(InteractionId);

/// <summary>An agent's choice came after a code that a timer had given, and stands in its place. Nothing else changes.</summary>
public sealed record CodeCorrected(long InteractionId, string Code, string Notes) : InteractionEvent(InteractionId);

public sealed record CaseLinked(long InteractionId, long CaseId) : InteractionEvent(InteractionId);
