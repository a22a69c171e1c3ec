namespace Connector.Storage;

/// <summary>A failure of the store, told by its consequence.</summary>
public abstract class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process owns the data folder.</summary>
public sealed class StoreInUseException(string message) : StoreException(message);

/// <summary>The folder or file cannot be used as it is; a person must act.</summary>
public sealed class StoreNotUsableException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The file is damaged or no database at all.</summary>
public sealed class StoreCorruptException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>Disk full, locked or connection lost: nothing was stored; the same call succeeds once the cause is gone.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The schema is older or newer than this program.</summary>
public sealed class StoreSchemaException(string message) : StoreException(message);

/// <summary>Others wrote first, again and again; nothing was stored.</summary>
public sealed class StoreConflictException(string message, Exception? inner = null) : StoreException(message, inner);
