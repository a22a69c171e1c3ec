namespace Connector.Runtime.Hosting;

/// <summary>What a process wants of the store.</summary>
public enum AppMode
{
    /// <summary>The worker host: owns the data folder, takes mail, routes, sends, sweeps.</summary>
    Host,

    /// <summary>A command with no host running: owns the data folder for its own time, decides and commits; nothing leaves.</summary>
    Command,

    /// <summary>Looks only.</summary>
    ReadOnly,
}
