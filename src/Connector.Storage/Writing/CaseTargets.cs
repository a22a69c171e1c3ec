using Connector.Engine.Cases;

namespace Connector.Storage.Writing;

/// <summary>Cases as found, with the targets of the merged ones; each id leads to the case that stands for it.</summary>
internal sealed class CaseTargets
{
    private readonly Dictionary<long, Case> _cases = [];

    public void Add(IEnumerable<Case> cases)
    {
        foreach (var found in cases) _cases.TryAdd(found.Id, found);
    }

    /// <summary>Targets not loaded yet.</summary>
    public IReadOnlyCollection<long> Missing => [.. _cases.Values.Select(c => c.MergedInto).OfType<long>().Where(id => !_cases.ContainsKey(id)).Distinct()];

    public bool Has(long id) => _cases.ContainsKey(id);

    /// <summary>The final target; a circle, or a target that is gone, ends where it is noticed.</summary>
    public Case Of(long id)
    {
        for (var steps = _cases.Count; steps > 0 && _cases[id].MergedInto is { } next && _cases.ContainsKey(next); steps--) id = next;
        return _cases[id];
    }
}
