using Connector.Storage.Model;

namespace Connector.Storage.Stores;

internal static class Instants
{
    public static DateTimeOffset? Of(long? microseconds) => microseconds is { } known ? UtcMicroseconds.ToInstant(known) : null;
}
