using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>Answers given under an idempotency key. A command's own record is stored with its effects (<see cref="Handling.Beside"/>), with status 0 and what it
/// came to; the answer as it was given follows. Whoever meets <see cref="StoreConflictException"/> came second, and finds the first one's record here.</summary>
public sealed class IdempotencyStore
{
    /// <summary>How long an answer is given again: whoever repeats a request later than that asks anew.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly Statement Forget = new("DELETE FROM \"IdempotencyRecords\" WHERE \"Tenant\" = $1 AND \"At\" < $2");

    private readonly StoreAccess _store;
    private readonly Statement _get;
    private readonly Statement _put;

    internal IdempotencyStore(StoreAccess store)
    {
        _store = store;
        _get = store.Table<IdempotencyRecord>().Select("WHERE \"Tenant\" = $1 AND \"Key\" = $2");
        _put = store.Table<IdempotencyRecord>().InsertWith("""ON CONFLICT ("Tenant", "Key") DO UPDATE SET "Status" = excluded."Status", "Answer" = excluded."Answer" WHERE "IdempotencyRecords"."Status" = 0""");
    }

    public Task<IdempotencyRecord?> FindAsync(string key, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(_get.With(_store.Tenant, key), _store.Table<IdempotencyRecord>().Read, cancellation), cancellation);

    /// <summary>Keeps the answer as it was given; false when there was one already.</summary>
    public async Task<bool> AnswerAsync(IdempotencyRecord record, CancellationToken cancellation = default) =>
        await _store.ExecuteAsync(_put.With(_store.Table<IdempotencyRecord>().Values(record)), cancellation, Urgency.Command) == 1;

    /// <summary>Drops answers that were kept long enough; answers how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        _store.ExecuteAsync(Forget.With(_store.Tenant, now - Kept), cancellation);
}
