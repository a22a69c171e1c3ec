using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Cases;

/// <summary>Outbox rows to a loopback server, claimed, marked started, called and finished through the door, against a bare loop of calls of the same concurrency.</summary>
internal sealed class DispatchPair(Loopback server, int calls) : IPair
{
    private const int Concurrency = 16;
    private const int Page = 128;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public string Name => $"dispatch, {Concurrency} calls at once";

    public Target Target => Target.OfFloor(0.6);

    public Task<double> FloorAsync(CancellationToken cancellation) =>
        Measure.RateAsync(calls, () => Flight.RunAsync(Enumerable.Range(0, calls).ToList(), Concurrency, _ => server.CallAsync("{\"interactionId\":\"i-1\"}", cancellation)));

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        await using var store = await Store.OpenAsync(scratch.Options, cancellation);
        await Seeding.CallsAsync(store, calls, "awa", cancellation);
        var path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        using var places = new SemaphoreSlim(Concurrency);
        var done = 0;
        var rate = await Measure.RateAsync(calls, async () =>
        {
            var pages = new List<Task>();
            while (await store.Outbox.ClaimAsync("awa", Page, Arrivals.Now, "bench", Lease, cancellation) is { Count: > 0 } rows)
            {
                foreach (var page in pages.Count > 1 ? pages.GetRange(0, pages.Count - 1) : []) await page;
                pages.Add(Task.WhenAll(rows.Select(row => OneAsync(store, path, row, places, cancellation))));
                done += rows.Count;
            }
            await Task.WhenAll(pages);
        });
        return done == calls ? rate : throw new InvalidOperationException($"{done} of {calls} called");
    }

    private async Task OneAsync(Store store, WritePath path, OutboxRow row, SemaphoreSlim places, CancellationToken cancellation)
    {
        var started = await store.Outbox.StartAsync(row, cancellation) ?? throw new InvalidOperationException("lease lost");
        await places.WaitAsync(cancellation);
        await server.CallAsync(started.Payload, cancellation);
        places.Release();
        var outcome = await path.HandleAsync(
            new CallFinished { At = Arrivals.Now, By = Actor.OfInstance("awa"), Correlation = row.Correlation, OutboxId = row.Id, Result = new CallResult.Succeeded() }, Urgency.Result, cancellation);
        if (outcome.Answer is not Answer.Done) throw new InvalidOperationException(outcome.Answer.ToString());
    }
}
