using Polly;
using Polly.CircuitBreaker;

namespace Connector.Runtime.Plugins.Http;

/// <summary>Lets a try through when the budget has room for it. Each try counts, as it does at the vendor.</summary>
internal sealed class BudgetStrategy(RateBudget budget, Action throttled) : ResilienceStrategy<HttpResponseMessage>
{
    /// <summary>Somebody waits for an agent's call; a sweep can let a whole minute pass.</summary>
    private static TimeSpan Longest(CallPriority priority) => priority == CallPriority.Agent ? InstancePipeline.LongestWait : TimeSpan.FromMinutes(1);

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            var priority = AmbientPriority.Current;
            await budget.TakeAsync(priority, Longest(priority), context.CancellationToken);
        }
        catch (Exception e)
        {
            if (e is Contracts.ThrottledException) throttled();
            return Outcome.FromException<HttpResponseMessage>(e);
        }
        var outcome = await callback(context, state);
        if (outcome.Exception is BrokenCircuitException) budget.GiveBack();
        return outcome;
    }
}
