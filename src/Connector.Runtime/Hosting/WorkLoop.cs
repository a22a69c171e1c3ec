namespace Connector.Runtime.Hosting;

/// <summary>Works as long as there is work, else waits for the bell or a second. A failure is told (<see cref="Trouble"/>) and the loop goes on; it ends with the host.</summary>
internal static class WorkLoop
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <param name="work">One turn; answers how much it did.</param>
    public static async Task RunAsync(Func<CancellationToken, Task<int>> work, Bell bell, TimeProvider machine, Action<Exception> failed, CancellationToken cancellation)
    {
        var trouble = new Trouble(machine);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await TurnAsync(work, trouble, failed, cancellation) == 0) await bell.WaitAsync(Look, machine, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task<int> TurnAsync(Func<CancellationToken, Task<int>> work, Trouble trouble, Action<Exception> failed, CancellationToken cancellation)
    {
        try
        {
            var done = await work(cancellation);
            trouble.Over();
            return done;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            if (trouble.Met(e)) failed(e);
            return 0;
        }
    }
}
