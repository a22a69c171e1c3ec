namespace Connector.Runtime.Hosting;

/// <summary>Works as long as there is work, else waits for the bell or a second. A failure is told and the loop goes on; it ends with the host.</summary>
internal static class WorkLoop
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <param name="work">One turn; answers how much it did.</param>
    public static async Task RunAsync(Func<CancellationToken, Task<int>> work, Bell bell, TimeProvider machine, Action<Exception> failed, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await TurnAsync(work, failed, cancellation) == 0) await bell.WaitAsync(Look, machine, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task<int> TurnAsync(Func<CancellationToken, Task<int>> work, Action<Exception> failed, CancellationToken cancellation)
    {
        try
        {
            return await work(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            failed(e);
            return 0;
        }
    }
}
