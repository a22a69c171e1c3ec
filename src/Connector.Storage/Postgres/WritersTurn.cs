using Connector.Storage.Statements;

namespace Connector.Storage.Postgres;

/// <summary>
/// Whoever lost to others some times has its turn alone: every decision is stored under the tenant's shared lock, one in its turn holds the lock itself from
/// before it reads. The lock is the first thing a transaction waits for, so none waits for it while others wait for its rows.
/// </summary>
internal sealed class WritersTurn(string tenant)
{
    private const string Lock = "(1129270851, hashtext($1))";

    private readonly Statement _shared = new($"SELECT pg_advisory_xact_lock_shared{Lock}");

    /// <summary>A host that stops in the middle keeps the others waiting no longer than this.</summary>
    private readonly Statement _alone = new($"SELECT set_config('idle_in_transaction_session_timeout', '10s', true), pg_advisory_xact_lock{Lock}");

    public Command Shared => _shared.With(tenant);

    public Command Alone => _alone.With(tenant);
}
