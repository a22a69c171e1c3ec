using System.Diagnostics.Metrics;

namespace Connector.Runtime.Plugins.Metrics;

/// <summary>What kept both sides from writing to each other in circles, and where it nearly did not.</summary>
public static class EchoMetrics
{
    private static readonly Meter Meter = new("Connector.Echoes");
    private static readonly Counter<long> Suppressions = Meter.CreateCounter<long>("connector.echo_suppressed", "{event}", "Calls that were not made since what caused them came from the vendor itself");
    private static readonly Counter<long> NearMisses = Meter.CreateCounter<long>("connector.echo_near_misses", "{event}", "Our own writes that came back, and not as we wrote them");

    /// <summary>An observation would have caused a write back to its own instance; its origin forbade it.</summary>
    public static void Suppressed(string instance, long count = 1) => Suppressions.Add(count, new KeyValuePair<string, object?>("instance", instance));

    /// <summary>A write of ours came back differently: another owner, another code.</summary>
    public static void NearMiss(string instance, long count = 1) => NearMisses.Add(count, new KeyValuePair<string, object?>("instance", instance));
}
