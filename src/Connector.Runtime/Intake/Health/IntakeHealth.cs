using System.Collections.Concurrent;

namespace Connector.Runtime.Intake.Health;

public enum IntakeState
{
    Starting,
    Running,

    /// <summary>The folder cannot be read; it is tried again each second.</summary>
    Unreadable,

    /// <summary>The store takes nothing; the mail stays where it is.</summary>
    StoreDown,
}

/// <summary>One source as it is now.</summary>
public sealed record IntakeSource(string Channel, string Path, IntakeState State, string? Reason, DateTimeOffset Since, long Taken, DateTimeOffset? LastTaken);

/// <summary>Where mail is taken in, and whether it is.</summary>
public sealed class IntakeHealth(TimeProvider machine)
{
    private readonly ConcurrentDictionary<string, SourceHealth> _sources = new(StringComparer.Ordinal);

    public IReadOnlyList<IntakeSource> Sources => [.. _sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Now)];

    internal SourceHealth Of(string channel, string path) =>
        _sources.GetOrAdd($"{channel} {path}", _ => new SourceHealth(machine, new(channel, path, IntakeState.Starting, null, machine.GetUtcNow(), 0, null)));
}

/// <summary>The state of one source; each change answers whether it is news.</summary>
internal sealed class SourceHealth(TimeProvider machine, IntakeSource first)
{
    private readonly Lock _gate = new();

    public IntakeSource Now { get; private set; } = first;

    public IntakeState State => Now.State;

    /// <summary>True when it is back after trouble.</summary>
    public bool Running()
    {
        var back = State is IntakeState.Unreadable or IntakeState.StoreDown;
        Change(IntakeState.Running, null);
        return back;
    }

    public bool Unreadable(string reason) => Change(IntakeState.Unreadable, reason);

    public bool StoreDown(string reason) => Change(IntakeState.StoreDown, reason);

    public void Took()
    {
        lock (_gate) Now = Now with { Taken = Now.Taken + 1, LastTaken = machine.GetUtcNow() };
    }

    private bool Change(IntakeState state, string? reason)
    {
        lock (_gate)
        {
            if (Now.State == state && Now.Reason == reason) return false;
            var isNews = Now.State != state;
            Now = Now with { State = state, Reason = reason, Since = isNews ? machine.GetUtcNow() : Now.Since };
            return isNews;
        }
    }
}
