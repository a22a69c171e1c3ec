namespace Connector.Runtime.Plugins.Http;

/// <summary>On whose behalf a vendor is called.</summary>
public enum CallPriority
{
    /// <summary>Sweeps, polls, catalogues, reconciliation: what nobody waits for.</summary>
    Sweep,

    /// <summary>An agent's act, or somebody who waits for the answer.</summary>
    Agent,
}

/// <summary>The priority of all calls made from here on down; the host sets it around what it does. What nobody vouches for is a sweep's.</summary>
public static class AmbientPriority
{
    private static readonly AsyncLocal<CallPriority> Ambient = new();
    private static readonly IDisposable Nothing = new Unchanged();

    public static CallPriority Current => Ambient.Value;

    /// <summary>Until disposed, and for all that is started meanwhile.</summary>
    public static IDisposable Of(CallPriority priority)
    {
        if (Ambient.Value == priority) return Nothing;
        var before = new Before(Ambient.Value);
        Ambient.Value = priority;
        return before;
    }

    private sealed class Before(CallPriority priority) : IDisposable
    {
        public void Dispose() => Ambient.Value = priority;
    }

    private sealed class Unchanged : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
