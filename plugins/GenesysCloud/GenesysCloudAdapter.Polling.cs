using System.Globalization;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud;

/// <summary>
/// News by looking at the open conversations in turn, as many a poll as the budget allows. The cursor is the number of the last poll whose events are safe, and its
/// time; what a later poll told is told again, under the same event id.
/// </summary>
internal sealed partial class GenesysCloudAdapter : IPollEvents
{
    private const int GapFactor = 3;
    private string _lastPolled = "";
    private PollRound _lastRound = new(null, TimeSpan.Zero, 0, TimeSpan.Zero);

    public TimeSpan PollEvery => _options.PollEvery;

    public async ValueTask<EventPage> PollAsync(string? cursor, CancellationToken cancellation)
    {
        var (safe, since) = PollCursor.Read(cursor);
        var now = _host.MachineTime.GetUtcNow();
        var all = (await _store.ListAsync(cancellation)).ToLookup(c => c.Document.Finished && c.Document.ToldBy > 0 && c.Document.ToldBy <= safe, c => c.Id);
        foreach (var over in all[true]) await _store.PutAwayAsync(over, cancellation);
        var open = all[false].ToArray();
        Measure(since, now, open.Length);
        var events = await ReadAsync(Turn(open), safe, cancellation);
        return new(events, PollCursor.Write(safe + 1, now), More: false);
    }

    private int PerPoll => Math.Max(1, (int)(_options.CallsPerMinute * _options.PollShare / 100.0 * _options.PollEvery.TotalMinutes));

    /// <summary>Those after the one read last, around and around.</summary>
    private IEnumerable<string> Turn(string[] open)
    {
        var after = _lastPolled;
        return open.OrderBy(id => string.CompareOrdinal(id, after) <= 0).ThenBy(id => id, StringComparer.Ordinal).Take(PerPoll);
    }

    /// <summary>What was read before a failure is told; the failure itself comes out when nothing was. The next poll goes on behind it.</summary>
    private async ValueTask<IReadOnlyList<VendorEvent>> ReadAsync(IEnumerable<string> turn, long safe, CancellationToken cancellation)
    {
        List<VendorEvent> events = [];
        foreach (var id in turn)
        {
            try
            {
                _lastPolled = id;
                if (await EventAsync(id, safe, cancellation) is { } news) events.Add(news);
            }
            catch (RejectedException e)
            {
                Log.Unreadable(_host.Logger, _host.Instance, id, e.Message);
            }
            catch (AdapterException) when (events.Count > 0)
            {
                break;
            }
        }

        return [.. events.OrderBy(e => e.At)];
    }

    private async ValueTask<VendorEvent?> EventAsync(string id, long safe, CancellationToken cancellation)
    {
        if (await ReadOrGoneAsync(id, cancellation) is not { } work) return null;
        var told = false;
        await _store.ChangeAsync(
            id,
            before =>
            {
                told = before is not null && (work.Rank > before.ToldRank || before.ToldBy > safe);
                return told ? before! with { ToldRank = Math.Max(work.Rank, before.ToldRank), ToldBy = safe + 1 } : before;
            },
            cancellation);
        return told ? new($"{id}:{work.Rank}", id, work.State.ToString(), work.At, work) : null;
    }

    private async ValueTask<WorkObservation?> ReadOrGoneAsync(string id, CancellationToken cancellation)
    {
        if (await _conversations.ReadAsync(id, cancellation) is { } work) return work;
        Log.Gone(_host.Logger, _host.Instance, id);
        return await _conversations.NoteGoneAsync(id, cancellation);
    }

    /// <summary>What happened between two polls was not seen as it happened; how long that was is told.</summary>
    private void Measure(DateTimeOffset? since, DateTimeOffset now, int open)
    {
        var gap = since is { } last && now - last > PollEvery * GapFactor ? now - last : TimeSpan.Zero;
        var round = PollEvery * Math.Ceiling(open / (double)PerPoll);
        if (gap > TimeSpan.Zero) Log.Gap(_host.Logger, _host.Instance, (int)gap.TotalSeconds, open);
        if (open > PerPoll && open > _lastRound.Open) Log.SlowRound(_host.Logger, _host.Instance, open, (int)round.TotalSeconds);
        _lastRound = new(now, gap > _lastRound.LongestGap ? gap : _lastRound.LongestGap, open, round);
    }

    /// <summary>How polling goes, for the check.</summary>
    private sealed record PollRound(DateTimeOffset? At, TimeSpan LongestGap, int Open, TimeSpan Takes);
}

/// <summary>The cursor as text: the number of the poll and its time.</summary>
internal static class PollCursor
{
    public static string Write(long number, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{number}@{at.UtcDateTime:O}");

    /// <summary>One that cannot be read is the beginning: everything open is told again.</summary>
    public static (long Number, DateTimeOffset? At) Read(string? cursor) =>
        cursor?.Split('@') is [var number, var at]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? (n, time) : (0, null);
}
