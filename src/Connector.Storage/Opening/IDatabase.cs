using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Opening;

/// <summary>The ways of using one of the two databases.</summary>
internal interface IDatabase : IAsyncDisposable
{
    Dialect Dialect { get; }

    Task<T> ReadAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation);

    /// <summary>One transaction, answered after its commit; done again when others were in the way.</summary>
    Task<T> WriteAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, CancellationToken cancellation);

    /// <summary>Queries followed by at most one <see cref="ISession.WriteAsync"/> with version checks, which is all there is to commit.</summary>
    Task<T> DecideAsync<T>(Func<ISession, ValueTask<T>> act, Urgency urgency, string? lane, CancellationToken cancellation);

    /// <summary>One transaction, undone at its end.</summary>
    Task<T> RehearseAsync<T>(Func<ISession, ValueTask<T>> act, CancellationToken cancellation);
}
