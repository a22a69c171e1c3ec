namespace Connector.Plugins.GenesysCloud.State;

/// <summary>Something read from the vendor and kept for a while: one caller reads for all who wait.</summary>
internal sealed class Cached<T>(Func<CancellationToken, ValueTask<T>> load, TimeProvider time) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>What is no older than <paramref name="age"/>.</summary>
    public async ValueTask<T> GetAsync(TimeSpan age, CancellationToken cancellation)
    {
        if (Good(age) is { } kept) return kept;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (Good(age) is { } read) return read;
            var asked = time.GetUtcNow();
            return (_kept = new(await load(cancellation), asked)).Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Forget() => _kept = null;

    public void Dispose() => _turn.Dispose();

    private T? Good(TimeSpan age) => _kept is { } kept && time.GetUtcNow() - kept.At < age ? kept.Value : null;

    private sealed record Kept(T Value, DateTimeOffset At);
}
