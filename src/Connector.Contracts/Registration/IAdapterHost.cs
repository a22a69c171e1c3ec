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

    /// <summary>A client bound to one configured base URL: no redirects, the instance's resilience pipeline, never another host.</summary>
    HttpClient Http(Uri baseUrl);
}
