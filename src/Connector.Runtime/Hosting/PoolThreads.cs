namespace Connector.Runtime.Hosting;

/// <summary>
/// Whoever writes to or reads from SQLite keeps a thread of the pool until the disk has answered. On a machine of two cores, where the pool begins with two and
/// adds others only slowly, one would be left for everything else.
/// </summary>
internal static class PoolThreads
{
    private const int HeldByTheDisk = 2;

    /// <summary>So many more than there are cores begin at once when they have work.</summary>
    public static void MakeRoom()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + HeldByTheDisk), ports);
    }
}
