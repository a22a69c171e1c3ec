namespace Connector.Runtime.Plugins.Instances;

/// <summary>Where one configured instance stands.</summary>
public enum InstanceState
{
    /// <summary>Switched off, or stopped.</summary>
    Disabled,

    /// <summary>Its plugin was built for another contract.</summary>
    Incompatible,

    /// <summary>Could not be made or started.</summary>
    Failed,

    /// <summary>Being started.</summary>
    Starting,

    /// <summary>Works.</summary>
    Running,

    /// <summary>Running, but doing nothing it should.</summary>
    Idle,

    /// <summary>Running, its last call failed.</summary>
    Degraded,

    /// <summary>Stopped from calling by an administrator.</summary>
    Paused,

    /// <summary>Stopped from calling by the vendor: credentials refused, or a wait of hours.</summary>
    Parked,
}

/// <summary>State with its reason.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why; null when there is nothing to say.</param>
/// <param name="Since">Since when, in machine time.</param>
/// <param name="Until">Parked: when it calls again by itself. Failed: when a start is tried again. Null: a person must act.</param>
public sealed record InstanceStatus(InstanceState State, string? Reason, DateTimeOffset Since, DateTimeOffset? Until = null)
{
    /// <summary>Whether calls go to the adapter.</summary>
    public bool TakesCalls => State is InstanceState.Running or InstanceState.Idle or InstanceState.Degraded;
}
