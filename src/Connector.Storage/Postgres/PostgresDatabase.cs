using Connector.Storage.Opening;
using Connector.Storage.Statements;
using Connector.Storage.Writing;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>PostgreSQL: one transaction an input on a few connections; whoever meets a conflict starts again, after some of them in a turn of its own.</summary>
internal sealed class PostgresDatabase(NpgsqlDataSource source, string tenant, bool readOnly, TimeProvider machine) : IDatabase
{
    private const int Writers = 8;
    private const int BesideOthers = 3;
    private const int Attempts = 8;
    private readonly SemaphoreSlim _writers = new(Writers, Writers);
    private readonly LaneOrder _lanes = new();
    private readonly PostgresNumbers _numbers = new(tenant);
    private readonly WritersTurn _turn = new(tenant);

    public Dialect Dialect => Dialect.Postgres;

    public Task<T> ReadAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation) => OnceAsync(act, Then.Nothing, alone: false, cancellation);

    public Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, CancellationToken cancellation) => RepeatAsync(act, Then.Commit, cancellation);

    public Task<T> DecideAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, string? lane, CancellationToken cancellation) =>
        _lanes.RunAsync(lane, () => RepeatAsync(act, Then.Nothing, cancellation));

    public Task<T> RehearseAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation) => RepeatAsync(act, Then.Rollback, cancellation);

    public async ValueTask DisposeAsync()
    {
        _writers.Dispose();
        await source.DisposeAsync();
    }

    private async Task<T> RepeatAsync<T>(Func<ISession, ValueTask<T>> act, Then then, CancellationToken cancellation)
    {
        if (readOnly) throw new InvalidOperationException("the store was opened for reading only");
        await _writers.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await OnceAsync(act, then, alone: attempt > BesideOthers, cancellation);
                }
                catch (StoreConflictException) when (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(attempt * 2)), machine, cancellation);
                }
            }
        }
        finally
        {
            _writers.Release();
        }
    }

    private async Task<T> OnceAsync<T>(Func<ISession, ValueTask<T>> act, Then then, bool alone, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = then == Then.Nothing && !alone ? null : await connection.BeginTransactionAsync(cancellation);
            var session = new PostgresSession(connection, _numbers, transaction is null ? _turn.Shared : null);
            if (alone) await session.ExecuteAsync(_turn.Alone, cancellation);
            var result = await act(session);
            if (transaction is not null) await (then == Then.Rollback ? transaction.RollbackAsync(cancellation) : transaction.CommitAsync(cancellation));
            return result;
        }
        catch (Exception e) when (PostgresTrouble.IsConflict(e))
        {
            throw new StoreConflictException($"The record was changed again and again by others, or a row of that key is there already: {e.Message}", e);
        }
        catch (Exception e) when (PostgresTrouble.Explain(e) is StoreException explained)
        {
            // Sessions keep what the database was set to when they began: only new ones notice that it can be written again.
            if (e is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction }) source.Clear();
            throw explained;
        }
    }

    private enum Then
    {
        Nothing,
        Commit,
        Rollback,
    }
}
