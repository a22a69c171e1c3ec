using Connector.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.Benchmarks.Harness;

/// <summary>A data folder of its own, on the disk that is measured.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Options = new() { Folder = Directory.CreateDirectory(Path.Combine(Place, $"bench-{Guid.NewGuid():N}")).FullName };

    /// <summary>CONNECTOR_BENCH_FOLDER, else the folder of temporary files.</summary>
    public static string Place => Environment.GetEnvironmentVariable("CONNECTOR_BENCH_FOLDER") ?? Path.GetTempPath();

    public StoreOptions Options { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Options.Folder, recursive: true);
    }
}
