using Connector.Benchmarks.Corpus;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Threads;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Floors;

/// <summary>Puts many plain records in.</summary>
internal static class Seeding
{
    private const int Page = 10_000;

    private const int Scatter = 10_000;

    /// <summary>Interactions on hold, each on a thread of its own; one becomes due each second, out of order among ten thousand neighbours.</summary>
    public static Task OnHoldAsync(Store store, int count, CancellationToken cancellation) => RowsAsync(store, count, 2, (n, first) =>
    [
        new CaseThread { Id = first, Tenant = "default", Channel = "support", BareSubject = $"Question {n}", CreatedAt = Arrivals.Now, LastActivityAt = Arrivals.Now },
        Held(first + 1, first, Arrivals.Now.AddSeconds(1 + n / Scatter * Scatter + n % Scatter * 7919L % Scatter)),
    ], cancellation);

    /// <summary>Calls waiting, each in a lane of its own, on work that the destination has, on a thread.</summary>
    public static Task CallsAsync(Store store, int count, string destination, CancellationToken cancellation) => RowsAsync(store, count, 3, (n, first) =>
    [
        new CaseThread { Id = first, Tenant = "default", Channel = "support", BareSubject = $"Question {n}", CreatedAt = Arrivals.Now, LastActivityAt = Arrivals.Now },
        Held(first + 1, first, null) with { Instance = destination, ExternalId = $"w{n}" },
        new OutboxRow
        {
            Id = first + 2, Tenant = "default", InteractionId = first + 1, Destination = destination, LaneVersion = 1, Operation = nameof(WorkOperation.Hold), Payload = "{}",
            Precondition = "state=OnHold round=1", Key = $"key-{n}", Correlation = $"call-{n}", CreatedAt = Arrivals.Now, NotBefore = Arrivals.Now,
        },
    ], cancellation);

    private static Interaction Held(long id, long? thread, DateTimeOffset? due) => new()
    {
        Id = id, Tenant = "default", Channel = "support", ThreadId = thread, State = InteractionState.OnHold, Owner = "ann", Instance = "awa", Queue = "support", Round = 1,
        CustomerAddress = $"customer{id}@example.com", Subject = $"Question {id}", CreatedAt = Arrivals.Now, UpdatedAt = Arrivals.Now, LastHumanAt = Arrivals.Now, InactivityDue = due,
    };

    private static async Task RowsAsync(Store store, int count, int ids, Func<int, long, object[]> rows, CancellationToken cancellation)
    {
        var path = store.WritePath(new AsGiven(), () => Arrivals.Setup);
        for (var from = 0; from < count; from += Page)
        {
            var here = Enumerable.Range(from, Math.Min(Page, count - from)).ToList();
            await path.HandleAsync(new Rows(fresh => here.SelectMany(n => rows(n, Ids(fresh, ids)))) { At = Arrivals.Now, By = Actor.Mail, Correlation = "seed" }, Urgency.Mail, cancellation);
        }
    }

    private static long Ids(IFresh fresh, int count)
    {
        var first = fresh.Id();
        for (; count > 1; count--) _ = fresh.Id();
        return first;
    }

    private sealed record Rows(Func<IFresh, IEnumerable<object>> Make) : Input;

    private sealed class AsGiven : IRules
    {
        public LookUp LookUpFor(Input input) => new LookUp.None();

        public Outcome Decide(Input input, Known known, Given given) => new(new Answer.Done()) { Inserts = [.. ((Rows)input).Make(given.Fresh)] };
    }
}
