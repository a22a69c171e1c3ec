using System.Security.Cryptography;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Http;

/// <summary>The way out of one instance: every client it makes shares connections, budget and pipeline.</summary>
public sealed class InstanceHttp : IDisposable
{
    private readonly string _instance;
    private readonly TimeProvider _machine;
    private readonly HttpMessageHandler _connections;
    private readonly Func<double> _random;
    private readonly Lock _lock = new();
    private RateBudget? _budget;
    private InstancePipeline? _pipeline;
    private int _allowed;
    private int _hosts = 1;

    public InstanceHttp(string instance, TimeProvider machine)
        : this(instance, machine, Connections(), () => RandomNumberGenerator.GetInt32(1000) / 1000.0)
    {
    }

    internal InstanceHttp(string instance, TimeProvider machine, HttpMessageHandler connections, Func<double> random) =>
        (_instance, _machine, _connections, _random) = (instance, machine, connections, random);

    /// <summary>Null until the first client is made: an instance that calls nobody has no budget.</summary>
    public HttpStanding? Standing
    {
        get
        {
            lock (_lock)
                return _pipeline is null ? null : new(_budget!.PerMinute, _budget.Used, _budget.Waiting, _pipeline.Circuit.ToString());
        }
    }

    /// <summary>A client bound to one base URL. The limits of the first one made since the start of the instance count for all.</summary>
    public HttpClient Client(Uri baseUrl, HttpBudget limits)
    {
        lock (_lock)
        {
            if (_pipeline is null) _allowed = limits.PerMinute;
            _budget ??= new(_machine, Part);
            _budget.PerMinute = Part;
            _pipeline ??= new(_instance, limits, _budget, _machine, _random);
            return new(new VendorHandler(baseUrl, _pipeline, _connections), disposeHandler: false) { BaseAddress = baseUrl, Timeout = Timeout.InfiniteTimeSpan };
        }
    }

    /// <summary>So many hosts call this vendor: together they keep to what it allows.</summary>
    public InstanceHttp Share(int hosts)
    {
        lock (_lock)
        {
            _hosts = hosts;
            if (_budget is not null && _budget.PerMinute != Part) _budget.PerMinute = Part;
        }
        return this;
    }

    /// <summary>The instance is made anew: its limits may be others, its circuit is closed. What was called already still counts.</summary>
    public InstanceHttp Renewed()
    {
        lock (_lock) _pipeline = null;
        return this;
    }

    private int Part => Math.Max(1, _allowed / _hosts);

    /// <inheritdoc/>
    public void Dispose()
    {
        _budget?.Dispose();
        _connections.Dispose();
    }

    /// <summary>No redirects, cookies or headers of our own: a vendor sees what its plugin sends.</summary>
    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}

/// <summary>How much of its budget an instance has used in the last minute, how many calls wait for it, and its circuit.</summary>
public sealed record HttpStanding(int PerMinute, int Used, int Waiting, string Circuit);
