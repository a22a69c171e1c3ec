using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary>An adapter and its vendor, as a contract test needs them. One for each test; started unless the test says otherwise.</summary>
public abstract class AdapterRig : IAsyncDisposable
{
    public abstract IAdapter Adapter { get; }

    /// <summary>A queue the vendor knows.</summary>
    public abstract string Queue { get; }

    /// <summary>An agent the vendor knows, free for work once <see cref="AvailableAsync"/> was called.</summary>
    public abstract string Agent { get; }

    /// <summary>Makes <see cref="Agent"/> take work, at the vendor.</summary>
    public abstract ValueTask AvailableAsync();

    /// <summary>Makes <see cref="Agent"/> own the work, at the vendor.</summary>
    public abstract ValueTask OwnAsync(string externalId);

    /// <summary>Moves business time and does what is due then.</summary>
    public abstract ValueTask AdvanceAsync(TimeSpan time);

    public RouteWork Work(string interaction = "i-1", int round = 1) => new()
    {
        InteractionId = interaction,
        Round = round,
        Queue = Queue,
        ChannelType = ChannelType.Email,
        Subject = "Where is my order",
        From = "anna@example.org",
        WaitingSince = TestAdapterHost.Start,
    };

    public CallMark Mark(string key = "k-1", int attempt = 1) => new(key, "c-1", attempt);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Adapter.DisposeAsync();
    }
}
