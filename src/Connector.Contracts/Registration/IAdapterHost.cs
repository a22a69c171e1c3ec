using Microsoft.Extensions.Logging;

namespace Connector.Contracts;

/// <summary>What the host gives an adapter. Everything here belongs to one instance.</summary>
public interface IAdapterHost
{
    /// <summary>Id of the instance, the key under <c>Instances</c>.</summary>
    string Instance { get; }

    /// <summary>Business time (virtual in QA): rules of the queue, offers, waits. Never for leases, tokens or signatures.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Machine time: HTTP, token expiry, rate budgets.</summary>
    TimeProvider MachineTime { get; }

    /// <summary>Never log bodies, addresses or tokens.</summary>
    ILogger Logger { get; }

    /// <summary>Documents of this instance, and the way into the inbox.</summary>
    IInstanceState State { get; }

    /// <summary>Whose agent is who.</summary>
    IAgentNames Agents { get; }

    /// <summary>A client bound to one configured base URL: no redirects, never another host. All clients of an instance share one resilience pipeline and one
    /// <paramref name="budget"/> (that of the first call counts): agents' calls before sweeps', a limit on each try, retries with jitter that honour the vendor's wait, a circuit
    /// breaker. Answers every status; see <see cref="HttpFailure"/>. What never came throws <see cref="UnavailableException"/>; a budget or wait that is too long throws
    /// <see cref="ThrottledException"/>. Only calls that may be repeated are: GET, HEAD, PUT and DELETE, and others marked with <see cref="HttpRepeat.Allow"/>;
    /// answers 429 and 503 with a wait are repeated whatever the call, since nothing was done.</summary>
    HttpClient Http(Uri baseUrl, HttpBudget budget);

    /// <summary>One token for the whole instance: fetched once however many callers wait, again shortly before it expires, or when a caller says it was refused.</summary>
    /// <param name="fetch">Asks the vendor for a new token; called by one caller at a time. A throw reaches all who wait.</param>
    IAccessTokens Tokens(Func<CancellationToken, ValueTask<AccessToken>> fetch);
}
