using Connector.Contracts;
using Connector.Runtime.Plugins.Metrics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Connector.Runtime.Plugins.Http;

/// <summary>The one way of all calls of an instance: retries, the budget that each try takes from, the circuit breaker, the limit on a try.</summary>
internal sealed class InstancePipeline
{
    /// <summary>A longer wait is not slept through but told: the caller has other work.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly ResiliencePropertyKey<HttpRequestMessage> Call = new("call");
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(2);

    private readonly string _instance;
    private readonly TimeProvider _machine;
    private readonly RateBudget _budget;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public InstancePipeline(string instance, HttpBudget limits, RateBudget budget, TimeProvider machine, Func<double> random)
    {
        (_instance, Limits, _budget, _machine) = (instance, limits, budget, machine);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = machine };
        if (limits.Retries > 0) builder.AddRetry(Retries(random));
        builder.AddStrategy(_ => new BudgetStrategy(budget, () => VendorMetrics.Throttled(instance, "budget")), new Unset());
        _pipeline = builder.AddCircuitBreaker(Breaker()).AddTimeout(limits.Timeout).Build();
    }

    public HttpBudget Limits { get; }

    public CircuitState Circuit => _circuit.CircuitState;

    /// <summary>The answer, whatever its status, read to its end.</summary>
    /// <exception cref="ThrottledException">The vendor asks for a wait that is too long.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage call, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            context.Properties.Set(Call, call);
            var outcome = await _pipeline.ExecuteOutcomeAsync(static (c, one) => one.Pipeline.TryAsync(one.Call, one.Send, c.CancellationToken), context, (Pipeline: this, Call: call, Send: send));
            outcome.ThrowIfException();
            var answer = outcome.Result!;
            return WaitOf(answer) is { } wait && wait > LongestWait ? throw Told(answer, wait) : answer;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> TryAsync(HttpRequestMessage call, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        try
        {
            var answer = await send(call, cancellation);
            VendorMetrics.Called(_instance, call.Method.Method, VendorMetrics.ClassOf(answer.StatusCode));
            if (WaitOf(answer) is { } wait) Asked(answer, wait);
            return Outcome.FromResult(answer);
        }
        catch (Exception e)
        {
            if (RepeatRules.IsMissing(e) || e is OperationCanceledException) VendorMetrics.Called(_instance, call.Method.Method, e is OperationCanceledException ? "no_answer" : "unreachable");
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }

    /// <summary>Too many calls is said to all callers; a service that rests a while only to this one.</summary>
    private void Asked(HttpResponseMessage answer, TimeSpan wait)
    {
        VendorMetrics.Throttled(_instance, "vendor");
        if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests) _budget.Hold(wait);
    }

    private static ThrottledException Told(HttpResponseMessage answer, TimeSpan wait)
    {
        using (answer) return new($"the vendor answers {(int)answer.StatusCode} and asks to wait {Math.Ceiling(wait.TotalSeconds)} s", wait);
    }

    private TimeSpan? WaitOf(HttpResponseMessage? answer) => answer is null ? null : VendorWait.Of(answer, _machine.GetUtcNow());

    private RetryStrategyOptions<HttpResponseMessage> Retries(Func<double> random) => new()
    {
        MaxRetryAttempts = Limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstDelay,
        MaxDelay = LongestWait,
        UseJitter = true,
        Randomizer = random,
        ShouldHandle = a => new(a.Context.Properties.TryGetValue(Call, out var call)
            && RepeatRules.Again(call, a.Outcome.Exception, a.Outcome.Result, WaitOf(a.Outcome.Result), LongestWait)),
        // A little later than asked, each caller by another bit, so that they do not come back all at once.
        DelayGenerator = a => new(WaitOf(a.Outcome.Result) is { } wait ? wait + wait / 10 * random() : (TimeSpan?)null),
        OnRetry = _ =>
        {
            VendorMetrics.Retried(_instance);
            return default;
        },
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 6,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDurationGenerator = a => new(TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, Math.Min(a.HalfOpenAttempts, 10)), LongestBreak.TotalSeconds))),
        StateProvider = _circuit,
        ShouldHandle = a => new(RepeatRules.SpeaksAgainst(a.Outcome.Exception, a.Outcome.Result, WaitOf(a.Outcome.Result))),
    };

    private sealed class Unset : ResilienceStrategyOptions;
}
