using System.Diagnostics.Metrics;

namespace Connector.Runtime.Plugins.Metrics;

/// <summary>Our own writes that came back as events of the vendor, by instance.</summary>
public static class EchoMetrics
{
    private static readonly Meter Meter = new("Connector.Echoes");
    private static readonly Counter<long> Suppressions = Meter.CreateCounter<long>("connector.echo_suppressed", "{event}", "Calls that were not made since what caused them came from the instance they would have gone to");
    private static readonly Counter<long> NearMisses = Meter.CreateCounter<long>("connector.echo_near_misses", "{event}", "Our own writes that came back, and not as we wrote them");

    public static void Suppressed(string instance, long count) => Suppressions.Add(count, new KeyValuePair<string, object?>("instance", instance));

    public static void NearMiss(string instance, long count) => NearMisses.Add(count, new KeyValuePair<string, object?>("instance", instance));
}
