namespace Connector.Plugins.Awa.Rules;

/// <summary>What can happen to a work item.</summary>
internal abstract record WorkInput;

/// <summary>The router found somebody.</summary>
internal sealed record Offered(string Agent, DateTimeOffset ExpiresAt) : WorkInput;

/// <summary>The agent takes the offer.</summary>
internal sealed record Accepted(string Agent) : WorkInput;

/// <summary>The agent declines the offer.</summary>
internal sealed record Rejected(string Agent, DateTimeOffset AgainAt) : WorkInput;

/// <summary>Nobody answered the offer in time.</summary>
internal sealed record OfferExpired(DateTimeOffset AgainAt) : WorkInput;

/// <summary>The offer is taken back: the agent went away.</summary>
internal sealed record OfferWithdrawn : WorkInput;

/// <summary>Given to an agent without asking.</summary>
internal sealed record Assigned(string Agent) : WorkInput;

/// <summary>Parked with its owner.</summary>
internal sealed record Held : WorkInput;

/// <summary>Given back to its owner.</summary>
internal sealed record Resumed : WorkInput;

/// <summary>The interaction is closed.</summary>
internal sealed record Ended : WorkInput;

/// <summary>Taken out of the queue.</summary>
internal sealed record Canceled(string Reason) : WorkInput;

/// <summary>A wait may be over: for the preferred agent, or before those who declined are asked again.</summary>
internal sealed record LookedAgain : WorkInput;
