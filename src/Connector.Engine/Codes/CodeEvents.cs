using Connector.Engine.Door;

namespace Connector.Engine.Codes;

public abstract record CodeEvent(string Key) : DomainEvent;

public sealed record CodeAdded(string Key, string Label, string Description) : CodeEvent(Key);

public sealed record CodeImported(string Key, string Label, string Instance, string VendorId, bool Offered) : CodeEvent(Key);

public sealed record CodeRestored(string Key, string Label, string Description) : CodeEvent(Key);

public sealed record CodeRenamed(string Key, string Label, string Description) : CodeEvent(Key);

public sealed record CodeTranslated(string Key, string Language, string? Label) : CodeEvent(Key);

public sealed record CodeRetired(string Key) : CodeEvent(Key);
