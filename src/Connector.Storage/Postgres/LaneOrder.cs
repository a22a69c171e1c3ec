using System.Collections.Concurrent;

namespace Connector.Storage.Postgres;

/// <summary>Lets the works of one lane run one after the other, in the order in which they came.</summary>
internal sealed class LaneOrder
{
    private readonly ConcurrentDictionary<string, Task> _last = [];

    public async Task<T> RunAsync<T>(string? lane, Func<Task<T>> act)
    {
        if (lane is null) return await act();
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Task.CompletedTask;
        _ = _last.AddOrUpdate(lane, mine.Task, (_, last) =>
        {
            before = last;
            return mine.Task;
        });
        try
        {
            await before;
            return await act();
        }
        finally
        {
            mine.SetResult();
            _last.TryRemove(new(lane, mine.Task));
        }
    }
}
