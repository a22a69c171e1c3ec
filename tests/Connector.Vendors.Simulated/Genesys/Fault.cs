namespace Connector.Vendors.Simulated.Genesys;

/// <summary>How a call goes wrong.</summary>
/// <param name="Code">The status answered; null: the connection breaks.</param>
/// <param name="AfterEffect">What was asked happens all the same.</param>
/// <param name="RetryAfter">The wait told.</param>
public sealed record Fault(int? Code, bool AfterEffect, TimeSpan? RetryAfter = null)
{
    /// <summary>The vendor's own code for it.</summary>
    public string Word { get; init; } = "simulated";

    public static Fault Cut { get; } = new(null, AfterEffect: false);

    public static Fault LoseAnswer { get; } = new(null, AfterEffect: true);

    public static Fault Status(int code) => new(code, AfterEffect: false);

    public static Fault FailAfter(int code) => new(code, AfterEffect: true);

    public static Fault Throttle(TimeSpan wait) => new(429, AfterEffect: false, wait);
}

/// <summary>Faults to come. The first that names a call is used for it, as often as it was meant.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Coming> _coming = [];

    /// <summary>The next <paramref name="times"/> calls of that method whose path contains the text fail.</summary>
    public void Next(string method, string pathPart, Fault fault, int times = 1)
    {
        lock (_gate) _coming.Add(new(call => (method == "*" || call.Method == method) && call.Path.Contains(pathPart, StringComparison.Ordinal), fault) { Left = times });
    }

    /// <summary>Asked for every call: a fault, or null.</summary>
    public Func<SimulatedCall, Fault?>? Each { get; set; }

    public void Clear()
    {
        lock (_gate) _coming.Clear();
        Each = null;
    }

    internal Fault? For(SimulatedCall call)
    {
        lock (_gate)
        {
            if (_coming.Find(c => c.Left > 0 && c.Names(call)) is { } coming)
            {
                coming.Left--;
                return coming.Fault;
            }
        }

        return Each?.Invoke(call);
    }

    private sealed class Coming(Func<SimulatedCall, bool> names, Fault fault)
    {
        public int Left { get; set; }

        public Func<SimulatedCall, bool> Names => names;

        public Fault Fault => fault;
    }
}

/// <summary>A call as it came.</summary>
public sealed record SimulatedCall(int Number, string Method, string Path, string Query, string Body)
{
    public bool IsWrite => Method != "GET" && !Path.StartsWith("/oauth", StringComparison.Ordinal) && !Path.StartsWith("/api/v2/analytics", StringComparison.Ordinal);
}
