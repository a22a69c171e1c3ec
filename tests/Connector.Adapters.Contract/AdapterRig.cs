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

    /// <summary>Another queue the vendor knows.</summary>
    public virtual string OtherQueue => throw Lacks(nameof(OtherQueue));

    /// <summary>Another agent the vendor knows.</summary>
    public virtual string OtherAgent => throw Lacks(nameof(OtherAgent));

    /// <summary>A wrap-up code the vendor knows.</summary>
    public virtual string Code => throw Lacks(nameof(Code));

    /// <summary>Another one.</summary>
    public virtual string OtherCode => throw Lacks(nameof(OtherCode));

    /// <summary>Makes <see cref="OtherAgent"/> own work that was handed over, at the vendor.</summary>
    public virtual ValueTask OtherOwnsAsync(string externalId) => throw Lacks(nameof(OtherOwnsAsync));

    /// <summary>The owner ends the conversation at the vendor, and owes a code.</summary>
    public virtual ValueTask EndAtVendorAsync(string externalId) => throw Lacks(nameof(EndAtVendorAsync));

    /// <summary>The agent who ended it chooses <see cref="Code"/> at the vendor.</summary>
    public virtual ValueTask ChooseAtVendorAsync(string externalId) => throw Lacks(nameof(ChooseAtVendorAsync));

    /// <summary>How many later mails the vendor has; null where it cannot be told.</summary>
    public virtual int? LaterMails(string externalId) => null;

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

    /// <summary>Work in <see cref="Queue"/>.</summary>
    public async ValueTask<WorkRef> RoutedAsync() => new("i-1", (await ((IRouteWork)Adapter).RouteAsync(Work(), Mark(), TestContext.Current.CancellationToken)).ExternalId, null);

    /// <summary>Work that <see cref="Agent"/> owns.</summary>
    public async ValueTask<WorkRef> OwnedAsync()
    {
        var work = await RoutedAsync();
        await AvailableAsync();
        await OwnAsync(work.ExternalId);
        return work with { Agent = Agent };
    }

    public ValueTask<WorkObservation?> SeenAsync(WorkRef work) => ((IReadItem)Adapter).ReadAsync(work.ExternalId, TestContext.Current.CancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Adapter.DisposeAsync();
    }

    private static NotSupportedException Lacks(string member) => new($"the rig of a plugin with this capability gives {member}");
}
