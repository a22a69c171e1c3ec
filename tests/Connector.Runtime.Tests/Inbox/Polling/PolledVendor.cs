using Connector.Contracts;

namespace Connector.Runtime.Tests.Inbox.Polling;

/// <summary>A vendor that is polled: answers by script, the last word for ever, and notes when and from where it was asked.</summary>
internal sealed class PolledVendor(TimeProvider time, TimeSpan every, params Func<string?, EventPage>[] script) : IAdapter, IPollEvents
{
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public TimeSpan PollEvery => every;

    /// <summary>In seconds.</summary>
    public List<double> Asked { get; } = [];

    public List<string?> Cursors { get; } = [];

    /// <summary>Called with the number of polls so far, before each is answered.</summary>
    public Action<int> OnPoll { get; set; } = _ => { };

    public static Func<string?, EventPage> Nothing => cursor => new([], cursor, false);

    public static Func<string?, EventPage> Events(string cursor, bool more, params string[] ids) => _ => new([.. ids.Select(Event)], cursor, more);

    public static Func<string?, EventPage> Fails(AdapterException failure) => _ => throw failure;

    public ValueTask<EventPage> PollAsync(string? cursor, CancellationToken cancellation)
    {
        Asked.Add((time.GetUtcNow() - _start).TotalSeconds);
        Cursors.Add(cursor);
        OnPoll(Asked.Count);
        return ValueTask.FromResult(script[Math.Min(Asked.Count, script.Length) - 1](cursor));
    }

    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static VendorEvent Event(string id) =>
        new(id, "w1", "changed", DateTimeOffset.UnixEpoch, new WorkObservation { ExternalId = "w1", State = WorkState.Queued, Rank = 1, At = DateTimeOffset.UnixEpoch });
}
