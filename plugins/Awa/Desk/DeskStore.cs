using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>
/// Keeps the desk. Each decision is made on the current desk and stored with its events in one commit that also raises the stamp: of two hosts
/// that decide at once one gets a conflict, reads again and decides again. In between the desk is kept in memory and good as long as the stamp is.
/// </summary>
internal sealed class DeskStore(IInstanceState state, Func<DateTimeOffset> clock, Roster roster, TimeSpan keepFinished) : IDisposable
{
    public const string ItemKind = "item";
    public const string DoneKind = "done";
    private const string SeatKind = "agent";
    private const string StampKind = "desk";
    private const int Attempts = 8;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DeskView? _desk;

    /// <summary>The desk as it is now.</summary>
    public async ValueTask<DeskView> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await CurrentAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Decides and stores. What <paramref name="decide"/> throws comes out, and nothing is stored.</summary>
    public async ValueTask<T> DecideAsync<T>(Func<Draft, ValueTask<T>> decide, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                var draft = new Draft(await CurrentAsync(cancellation), clock());
                var answer = await decide(draft);
                if (draft.IsEmpty || await TryCommitAsync(draft, cancellation))
                    return answer;
            }

            throw new UnavailableException($"the queue was changed by others {Attempts} times in a row");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A finished item, as long as it is kept.</summary>
    public async ValueTask<WorkItem?> FinishedAsync(string id, CancellationToken cancellation) =>
        await state.GetAsync(DoneKind, id, cancellation) is { } document ? DeskJson.Item(document) : null;

    /// <summary>Drops a finished item whose time is over.</summary>
    public ValueTask ForgetAsync(InstanceDocument finished, CancellationToken cancellation) => DropAsync([finished], cancellation);

    /// <summary>Drops what is stored of agents who are no longer named.</summary>
    public async ValueTask ForgetStrangersAsync(CancellationToken cancellation)
    {
        var known = (await ReadAsync(cancellation)).Seats;
        await DropAsync([.. (await state.ListAsync(SeatKind, cancellation)).Where(d => !known.ContainsKey(d.Id))], cancellation);
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<DeskView> CurrentAsync(CancellationToken cancellation)
    {
        var stamp = (await state.GetAsync(StampKind, StampKind, cancellation))?.Version ?? 0;
        if (_desk is { } desk && desk.Stamp == stamp)
            return desk;
        // The stamp was read first: whatever changes while the rest is read makes the commit fail.
        var seats = await state.ListAsync(SeatKind, cancellation);
        var items = await state.ListAsync(ItemKind, cancellation);
        return _desk = DeskView.Of(
            stamp, roster.Queues, roster.Seats(seats.ToDictionary(d => d.Id, DeskJson.Seat)), [.. items.Select(DeskJson.Item)]);
    }

    private async ValueTask DropAsync(InstanceDocument[] documents, CancellationToken cancellation)
    {
        if (documents.Length == 0)
            return;
        try
        {
            await state.CommitAsync([.. documents.Select(d => new DocumentChange(d.Kind, d.Id, d.Version, null))], [], cancellation);
        }
        catch (ConflictException)
        {
            // Another host was faster: what is dropped here changes in no other way.
        }
    }

    private async ValueTask<bool> TryCommitAsync(Draft draft, CancellationToken cancellation)
    {
        _desk = null;
        try
        {
            await state.CommitAsync(Changes(draft), draft.Events, cancellation);
        }
        catch (ConflictException)
        {
            return false;
        }

        _desk = Stored(draft);
        return true;
    }

    private DocumentChange[] Changes(Draft draft) =>
    [
        new(StampKind, StampKind, draft.Desk.Stamp, "{}"),
        .. draft.ChangedSeats.Select(s => new DocumentChange(SeatKind, s.Id, s.Version, DeskJson.Write(s))),
        .. draft.ChangedItems.Where(i => !i.IsFinished).Select(i => new DocumentChange(ItemKind, i.Id, i.Version, DeskJson.Write(i), i.DueAt)),
        .. draft.ChangedItems.Where(i => i.IsFinished && i.Version > 0).Select(i => new DocumentChange(ItemKind, i.Id, i.Version, null)),
        .. draft.ChangedItems.Where(i => i.IsFinished).Select(i => new DocumentChange(DoneKind, i.Id, 0, DeskJson.Write(i), draft.Now + keepFinished)),
    ];

    private static DeskView Stored(Draft draft)
    {
        var desk = draft.Desk with { Stamp = draft.Desk.Stamp + 1 };
        foreach (var seat in draft.ChangedSeats)
            desk = desk.With(seat with { Version = seat.Version + 1 });
        foreach (var item in draft.ChangedItems)
            desk = item.IsFinished ? desk.Without(item) : desk.With(item with { Version = item.Version + 1 });
        return desk;
    }
}
