using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Storage.Schema;

/// <summary>Queries fail like everything else of the store: with what it means (<see cref="StoreException"/>), not with the driver's words. None is tried twice.</summary>
internal sealed class SayingStrategy(DbContext context, Func<Exception, Exception> explain) : IExecutionStrategy
{
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        try
        {
            return operation(context, state);
        }
        catch (Exception e) when (explain(e) is StoreException said && said != e)
        {
            throw said;
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(context, state, cancellationToken);
        }
        catch (Exception e) when (explain(e) is StoreException said && said != e)
        {
            throw said;
        }
    }
}
