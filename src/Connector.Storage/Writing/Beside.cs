using Connector.Engine.Door;

namespace Connector.Storage.Writing;

/// <summary>
/// Rows of the store's own that are stored with what an act came to, in its transaction or not at all: its audit lines, the record of the request's
/// idempotency key. Asked before the commit, again after a conflict, so it does nothing but make rows.
/// </summary>
public delegate IEnumerable<object> Beside<in T>(T cameTo, IFresh fresh);
