using Connector.Engine.Outbound;
using Connector.Storage.Stores;

namespace Connector.Runtime.Delivery;

/// <summary>A row claimed ahead.</summary>
/// <param name="Row">As it was claimed, started.</param>
/// <param name="Page">With what it was claimed.</param>
/// <param name="At">When, as a timestamp of the machine.</param>
internal readonly record struct Claimed(OutboxRow Row, CallPage Page, long At);

/// <summary>What a caller does with one row: gives it back when it came too late, settles what is in doubt, makes the call.</summary>
internal sealed class CallAttempt(OutboxStore outbox, OutboxCall call, Doubt doubt, TimeProvider machine)
{
    public bool IsUnsafe(OutboxRow row) => call.IsUnsafe(row);

    /// <summary>Null: given back without a call.</summary>
    public async Task<(OutboxRow Called, CallResult Result)?> MakeAsync(Claimed next, CallLimit limit, CancellationToken stopping, CancellationToken ending)
    {
        ending.ThrowIfCancellationRequested();
        if (stopping.IsCancellationRequested || machine.GetElapsedTime(next.At) > CallLimit.Lease - CallLimit.Longest)
        {
            await outbox.ReleaseAsync(next.Row, ending);
            return null;
        }
        return next.Row.DoubtSince is null ? (next.Row, await call.AttemptAsync(next.Row, next.Page, limit, ending)) : await SettleAsync(next, limit, ending);
    }

    private async Task<(OutboxRow, CallResult)?> SettleAsync(Claimed next, CallLimit limit, CancellationToken ending)
    {
        switch (await doubt.SettleAsync(next.Row, ending))
        {
            case Settlement.Wait wait:
                await outbox.HoldBackAsync(next.Row, wait.For, ending);
                return null;
            case Settlement.Known known:
                return (next.Row, known.Result);
            default:
                return await outbox.StartAsync(next.Row, CallLimit.Lease, ending) is { } started ? (started, await call.AttemptAsync(started, next.Page, limit, ending)) : null;
        }
    }
}
