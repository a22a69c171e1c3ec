namespace Connector.Runtime.Intake.Reading;

/// <summary>Lets as many mails be read at once as there are processors; a mail under suspicion is read while no other is.</summary>
internal sealed class ReadingDesk(int seats) : IDisposable
{
    private readonly SemaphoreSlim _seats = new(seats);
    private readonly SemaphoreSlim _alone = new(1);

    public async Task<T> RunAsync<T>(Func<T> read, bool alone, CancellationToken cancellation)
    {
        var taken = 0;
        if (alone) await _alone.WaitAsync(cancellation);
        try
        {
            for (; taken < (alone ? seats : 1); taken++) await _seats.WaitAsync(cancellation);
            return await Task.Run(read, cancellation);
        }
        finally
        {
            if (taken > 0) _seats.Release(taken);
            if (alone) _alone.Release();
        }
    }

    public void Dispose()
    {
        _seats.Dispose();
        _alone.Dispose();
    }
}
