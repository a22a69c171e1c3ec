using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary>Documents in memory, with the promises of <see cref="IInstanceState"/>: all or nothing, versions checked, event ids unique.</summary>
public sealed class MemoryInstanceState : IInstanceState
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Kind, string Id), InstanceDocument> _documents = [];
    private readonly List<VendorEvent> _events = [];
    private readonly HashSet<string> _eventIds = [];

    /// <summary>Commits to refuse before the next one is taken, as if another host were faster.</summary>
    public int ConflictsToCome { get; set; }

    /// <summary>Thrown by the next commits, as if the store were down.</summary>
    public Exception? Failure { get; set; }

    public int Commits { get; private set; }

    public IReadOnlyList<VendorEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    public IReadOnlyList<InstanceDocument> DueAt(DateTimeOffset now)
    {
        lock (_lock)
            return [.. _documents.Values.Where(d => d.DueAt <= now).OrderBy(d => d.DueAt)];
    }

    public ValueTask<InstanceDocument?> GetAsync(string kind, string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(_documents.GetValueOrDefault((kind, id)));
    }

    public ValueTask<IReadOnlyList<InstanceDocument>> ListAsync(string kind, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<InstanceDocument>>([.. _documents.Values.Where(d => d.Kind == kind).OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }

    public ValueTask CommitAsync(IReadOnlyCollection<DocumentChange> changes, IReadOnlyCollection<VendorEvent> events, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Refuse(changes);
            foreach (var change in changes)
                Apply(change);
            _events.AddRange(events.Where(e => _eventIds.Add(e.EventId)));
            Commits++;
        }

        return ValueTask.CompletedTask;
    }

    private void Refuse(IReadOnlyCollection<DocumentChange> changes)
    {
        if (Failure is { } failure)
            throw failure;
        if (ConflictsToCome > 0)
        {
            ConflictsToCome--;
            throw new ConflictException("another host was faster");
        }

        Assert.Equal(changes.Count, changes.Select(c => (c.Kind, c.Id)).Distinct().Count());
        foreach (var change in changes)
        {
            var version = _documents.GetValueOrDefault((change.Kind, change.Id))?.Version ?? 0;
            if (version != change.ExpectedVersion)
                throw new ConflictException($"{change.Kind} {change.Id} has version {version}, not {change.ExpectedVersion}");
        }
    }

    private void Apply(DocumentChange change)
    {
        if (change.Json is null)
            _documents.Remove((change.Kind, change.Id));
        else
            _documents[(change.Kind, change.Id)] = new(change.Kind, change.Id, change.ExpectedVersion + 1, change.Json, change.DueAt);
    }
}
