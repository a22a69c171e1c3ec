using Connector.Engine.Threads;

namespace Connector.Storage.Writing;

/// <summary>Threads and those united with them: which ids belong together, and which one stands for all.</summary>
internal sealed class ThreadFamilies(IReadOnlyCollection<long> asked)
{
    private readonly HashSet<long> _members = [.. asked];
    private readonly Dictionary<long, long> _redirects = [];

    public IReadOnlyCollection<long> Asked => asked;

    public IReadOnlyCollection<long> Members => _members;

    /// <summary>Takes in what a look at the members showed; true when there are new members to look at.</summary>
    public bool Grow(IEnumerable<CaseThread> threads, IEnumerable<long> united)
    {
        var grown = false;
        foreach (var id in united) grown |= _members.Add(id);
        foreach (var thread in threads)
        {
            if (thread.RedirectTo is not { } target) continue;
            _redirects[thread.Id] = target;
            grown |= _members.Add(target);
        }
        return grown;
    }

    /// <summary>Follows the redirects; a circle ends at its smallest id, whichever one came from.</summary>
    public long FinalOf(long id)
    {
        if (_redirects.Count == 0) return id;
        var path = new List<long>();
        while (_redirects.TryGetValue(id, out var next))
        {
            if (path.Contains(id)) return path[path.IndexOf(id)..].Min();
            path.Add(id);
            id = next;
        }
        return id;
    }
}
