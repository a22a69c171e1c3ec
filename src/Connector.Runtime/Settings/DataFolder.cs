namespace Connector.Runtime.Settings;

/// <summary>Where things are in the data folder.</summary>
public sealed class DataFolder(string root)
{
    /// <summary>Absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Mails being read right now; tells after a crash which one it was.</summary>
    public string InFlight => Path.Combine(Root, "inflight");

    /// <summary>An absolute path as it is, a relative one inside this folder.</summary>
    public string Resolve(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Root));

    /// <summary>Whether the path, once resolved, lies in this folder.</summary>
    public bool Contains(string path) =>
        Resolve(path).StartsWith(Path.TrimEndingDirectorySeparator(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
