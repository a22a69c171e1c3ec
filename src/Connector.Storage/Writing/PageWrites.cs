using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// What the inputs of a page wrote, sent together: at its end, and before anything is read that an earlier input may have changed. What was only looked at
/// is held first, and once, whichever of them changes it.
/// </summary>
internal sealed class PageWrites(ISession session)
{
    private readonly Dictionary<(Statement, long Id), Write> _held = [];
    private readonly List<Write> _changes = [];

    public void Add(List<Write> writes)
    {
        foreach (var write in writes)
            if (write.IsGuard) _held.TryAdd((write.Command.Statement, write.Command.Values[0].Number), write);
            else _changes.Add(write);
    }

    public async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (_held.Count > 0) await session.WriteAsync([.. _held.OrderBy(held => held.Key.Id).Select(held => held.Value), .. _changes], cancellation);
        else if (_changes.Count > 0) await session.WriteAsync(_changes, cancellation);
        _held.Clear();
        _changes.Clear();
    }
}
