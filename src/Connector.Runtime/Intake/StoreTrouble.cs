using Connector.Storage;

namespace Connector.Runtime.Intake;

/// <summary>The store's own trouble (disk full, database down, file damaged, closed) would hit every mail: intake waits and quarantines nothing.</summary>
internal static class StoreTrouble
{
    public static bool Is(Exception e) => e is (StoreException and not StoreConflictException) or ObjectDisposedException;
}
